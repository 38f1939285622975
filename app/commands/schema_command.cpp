// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/schema/scenario_schema.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace meter::app {

void addSchemaCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
    command->footer("Example:\n  metertwin-cli schema > metertwin-scenario.schema.json");
    command->callback([&chosen] {
        chosen = [] {
            const std::string text = scenarioSchema();
            std::fwrite(text.data(), 1, text.size(), stdout);
            return ExitStatus::Held;
        };
    });
}

} // namespace meter::app
