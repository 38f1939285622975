// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/replay/replay_signal.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

using Json = nlohmann::ordered_json;

struct CheckArguments {
    std::vector<std::string> files;
    std::string format = "text";
};

/// What a run would warn of: it plays nevertheless.
sim::Errors warningsOf(const sim::Scenario& scenario) {
    sim::Errors warnings = scenario.warnings;
    if (scenario.replay != nullptr) {
        std::ranges::copy(scenario.replay->warnings(), std::back_inserter(warnings));
    }
    return warnings;
}

ExitStatus check(const std::vector<std::string>& files) {
    ExitStatus status = ExitStatus::Held;
    for (const std::string& file : files) {
        const auto scenario = sim::readScenario(file);
        if (scenario) {
            printErrors(warningsOf(*scenario));
            std::printf("%s: right: %s\n", sim::shownLine(file).c_str(),
                        sim::shownLine(scenario->name).c_str());
        } else {
            printErrors(scenario.error());
            status = ExitStatus::Wrong;
        }
    }
    return status;
}

Json messagesOf(const sim::Errors& errors) {
    Json messages = Json::array();
    for (const sim::Error& error : errors) {
        messages.push_back(error.message());
    }
    return messages;
}

/// What a run would judge, in the order of its report.
Json expectationsOf(const sim::Scenario& scenario) {
    Json expectations = Json::array();
    for (const sim::Expectation& one : scenario.expect) {
        expectations.push_back({{"text", one.text},
                                {"file", one.place.file},
                                {"line", one.place.line},
                                {"column", one.place.column}});
    }
    return expectations;
}

/// The same for programs: a test runner learns what there is to be judged before it plays it.
ExitStatus checkAsJson(const std::vector<std::string>& files) {
    ExitStatus status = ExitStatus::Held;
    Json list = Json::array();
    for (const std::string& file : files) {
        Json one = {{"file", file}};
        const auto scenario = sim::readScenario(file);
        one["ok"] = scenario.has_value();
        one["name"] = scenario ? Json(scenario->name) : Json(nullptr);
        one["mistakes"] = scenario ? Json::array() : messagesOf(scenario.error());
        one["warnings"] = scenario ? messagesOf(warningsOf(*scenario)) : Json::array();
        one["expectations"] = scenario ? expectationsOf(*scenario) : Json::array();
        list.push_back(std::move(one));
        status = scenario ? status : ExitStatus::Wrong;
    }
    const Json whole = {{"files", std::move(list)}};
    std::printf("%s\n",
                sim::shownJson(whole.dump(2, ' ', false, Json::error_handler_t::replace)).c_str());
    return status;
}

} // namespace

void addCheckCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("check", "Validate scenarios and start nothing");
    const auto arguments = std::make_shared<CheckArguments>();
    command->add_option("scenario", arguments->files, "Scenario files")
        ->required()
        ->type_name("SCENARIO");
    command->add_option("--format", arguments->format, "json also lists the expectations")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->footer("Example:\n  metertwin-cli check scenarios/*.yaml");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return arguments->format == "json" ? checkAsJson(arguments->files)
                                               : check(arguments->files);
        };
    });
}

} // namespace meter::app
