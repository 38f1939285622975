// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace meter::app {
namespace {

ExitStatus check(const std::vector<std::string>& files) {
    ExitStatus status = ExitStatus::Held;
    for (const std::string& file : files) {
        const auto scenario = sim::readScenario(file);
        if (scenario) {
            std::printf("%s: right: %s\n", file.c_str(), scenario->name.c_str());
        } else {
            printErrors(scenario.error());
            status = ExitStatus::Wrong;
        }
    }
    return status;
}

} // namespace

void addCheckCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("check", "Validate scenarios and start nothing");
    const auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("scenario", *files, "Scenario files")->required()->type_name("SCENARIO");
    command->footer("Example:\n  metertwin-cli check scenarios/*.yaml");
    command->callback([files, &chosen] {
        chosen = [files] {
            return check(*files);
        };
    });
}

} // namespace meter::app
