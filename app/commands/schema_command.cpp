// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/schema/lesson_schema.hpp"
#include "app/schema/scenario_schema.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace meter::app {

void addSchemaCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
    const auto isOfLesson = std::make_shared<bool>(false);
    command->add_flag("--lesson", *isOfLesson, "That of lesson files instead");
    command->footer("Example:\n  metertwin-cli schema > metertwin-scenario.schema.json");
    command->callback([isOfLesson, &chosen] {
        chosen = [isOfLesson] {
            const std::string text = *isOfLesson ? lessonSchema() : scenarioSchema();
            std::fwrite(text.data(), 1, text.size(), stdout);
            return ExitStatus::Held;
        };
    });
}

} // namespace meter::app
