// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "sim/base/quantity.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace meter::app {
namespace {

using sim::FaultForm;
using sim::FaultKind;
using sim::FaultParameter;
using sim::FaultPart;
using sim::FaultPreset;

std::string takes(const FaultParameter& parameter) {
    switch (parameter.form) {
    case FaultForm::Phases:
    case FaultForm::Inputs:
    case FaultForm::Terminal:
    case FaultForm::Pair:
        return std::string(parameter.meaning);
    case FaultForm::One:
    case FaultForm::Three:
        break;
    }
    return sim::describe(parameter.rule) + ": " + std::string(parameter.meaning);
}

std::string defaultOf(const FaultParameter& parameter) {
    return parameter.isNeeded              ? "needed"
           : parameter.defaultText.empty() ? "default: as it is"
                                           : "default " + std::string(parameter.defaultText);
}

std::string lengthOf(double lengthS) {
    return lengthS > 0.0 ? sim::numberText(lengthS) + " s" : "lasts";
}

std::string partsOf(const FaultPreset& preset) {
    std::string text;
    for (const FaultPart& part : preset.parts) {
        text += (text.empty() ? "" : " + ") + std::string(part.kind);
        if (!part.parameters.empty()) {
            text += " (" + std::string(part.parameters) + ")";
        }
        if (part.delayS > 0.0) {
            text += " after " + sim::numberText(part.delayS) + " s";
        }
    }
    return text.empty() ? "nothing is wrong" : text;
}

void printTable() {
    std::printf("Faults, to be applied with `{at: 10 s, apply: NAME, PARAMETER: VALUE, …}`:\n");
    for (const FaultKind& kind : sim::faultKinds()) {
        std::printf("\n%s: %s [%s]\n", std::string(kind.name).c_str(),
                    std::string(kind.meaning).c_str(), std::string(kind.source).c_str());
        for (const FaultParameter& parameter : kind.parameters) {
            std::printf("    %-10s %s (%s)\n", std::string(parameter.name).c_str(),
                        takes(parameter).c_str(), defaultOf(parameter).c_str());
        }
        if (kind.defaultDurationS > 0.0) {
            std::printf("    %-10s how long (default %s)\n", "for",
                        lengthOf(kind.defaultDurationS).c_str());
        }
    }
    std::printf("\nEvents and mistakes with parameters of their own, which may be overridden:\n");
    for (const FaultPreset& preset : sim::faultPresets()) {
        std::printf("\n%s: %s [%s]\n    %s, %s\n", std::string(preset.name).c_str(),
                    std::string(preset.meaning).c_str(), std::string(preset.source).c_str(),
                    partsOf(preset).c_str(), lengthOf(preset.length60S).c_str());
    }
}

void printJson() {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const FaultKind& kind : sim::faultKinds()) {
        nlohmann::ordered_json parameters = nlohmann::ordered_json::array();
        for (const FaultParameter& parameter : kind.parameters) {
            parameters.push_back({{"name", parameter.name},
                                  {"takes", takes(parameter)},
                                  {"default", parameter.defaultText},
                                  {"needed", parameter.isNeeded}});
        }
        list.push_back({{"name", kind.name},
                        {"meaning", kind.meaning},
                        {"source", kind.source},
                        {"parameters", parameters},
                        {"length_s", kind.defaultDurationS}});
    }
    for (const FaultPreset& preset : sim::faultPresets()) {
        nlohmann::ordered_json parts = nlohmann::ordered_json::array();
        for (const FaultPart& part : preset.parts) {
            parts.push_back({{"fault", part.kind},
                             {"parameters", part.parameters},
                             {"delay_s", part.delayS},
                             {"length_s", part.lengthS}});
        }
        list.push_back({{"name", preset.name},
                        {"meaning", preset.meaning},
                        {"source", preset.source},
                        {"parts", parts},
                        {"length_60hz_s", preset.length60S},
                        {"length_50hz_s", preset.length50S}});
    }
    std::printf("%s\n", list.dump(2).c_str());
}

} // namespace

void addFaultsCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("faults", "List the fault library with parameters and sources");
    const auto format = std::make_shared<std::string>("table");
    command->add_option("--format", *format, "How to print it")
        ->check(CLI::IsMember({"table", "json"}))
        ->capture_default_str();
    command->footer("Example:\n  metertwin-cli faults");
    command->callback([format, &chosen] {
        chosen = [format] {
            if (*format == "json") {
                printJson();
            } else {
                printTable();
            }
            return ExitStatus::Held;
        };
    });
}

} // namespace meter::app
