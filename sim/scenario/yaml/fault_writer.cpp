// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/fault_writer.hpp"

#include "sim/faults/fault_effects.hpp"
#include "sim/faults/fault_table.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/scenario/yaml/timeline_reader.hpp"
#include "sim/scenario/yaml/timeline_writer.hpp"
#include "sim/scenario/yaml/yaml_text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, kPhaseCount> kPhaseNames = {"A", "B", "C"};
constexpr std::array<std::string_view, kPhaseCount> kPairNames = {"AB", "BC", "CA"};

bool areSame(const FaultStep& left, const FaultStep& right) {
    if (left.call.kind != right.call.kind || left.delay != right.delay ||
        left.length != right.length) {
        return false;
    }
    for (std::size_t i = 0; i < left.call.kind->parameters.size(); ++i) {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            const double one = left.call.arguments[i][phase];
            const double other = right.call.arguments[i][phase];
            if (one != other && !(std::isnan(one) && std::isnan(other))) {
                return false;
            }
        }
    }
    return true;
}

/// Empty: no words.
std::string argumentText(const FaultParameter& parameter, const FaultValue& value) {
    std::string text;
    const auto add = [&text](std::string_view part) {
        text += (text.empty() ? "" : ",") + std::string(part);
    };
    switch (parameter.form) {
    case FaultForm::Phases:
    case FaultForm::Inputs:
    case FaultForm::Pair:
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            if (value[phase] != 0.0) {
                add(value[phase] == fault::kPairBit ? kPairNames[phase] : kPhaseNames[phase]);
            }
        }
        return text;
    case FaultForm::Terminal:
        return std::string(kPhaseNames[static_cast<std::size_t>(value[0])]);
    case FaultForm::One:
    case FaultForm::Three:
        break;
    }
    if (std::isnan(value[0])) {
        return {};
    }
    if (value[0] == value[1] && value[1] == value[2]) {
        return exactText(parameter.rule, value[0]);
    }
    for (const double one : value) {
        const std::string part = exactText(parameter.rule, one);
        if (part.empty()) {
            return {};
        }
        add(part);
    }
    return text;
}

std::vector<FaultText> derivedParameters(const ApplyAction& action) {
    std::vector<FaultText> texts;
    for (const FaultStep& step : action.steps) {
        for (std::size_t i = 0; i < step.call.kind->parameters.size(); ++i) {
            const FaultParameter& parameter = step.call.kind->parameters[i];
            const bool isThere =
                std::ranges::find(texts, parameter.name, &FaultText::name) != texts.end();
            const std::string text = argumentText(parameter, step.call.arguments[i]);
            if (!isThere && !text.empty()) {
                texts.push_back({.name = std::string(parameter.name), .value = text});
            }
        }
    }
    return texts;
}

} // namespace

bool areSameFaults(const ApplyAction& left, const ApplyAction& right) {
    return left.name == right.name && std::ranges::equal(left.steps, right.steps, areSame);
}

Result<WrittenFault>
writtenFault(const Scenario& scenario, const TimelineEntry& entry, const ApplyAction& action) {
    std::vector<std::optional<SampleTime>> lengths = {std::nullopt, entry.forDuration};
    SampleTime last = 0;
    for (const FaultStep& step : action.steps) {
        last = std::max(last, step.delay + step.length.value_or(0));
    }
    if (last > 0) {
        lengths.emplace_back(last);
    }
    const World initial = worldAt(scenario, entry);
    const double frequencyHz = nominalFrequencyHz(scenario);
    for (const std::vector<FaultText>& parameters :
         {action.parameters, derivedParameters(action)}) {
        for (const std::optional<SampleTime>& length : lengths) {
            const FaultReading reading =
                readFault(action.name, parameters, length, initial, frequencyHz);
            if (reading.mistakes.empty() && areSameFaults(reading.action, action)) {
                return WrittenFault{.parameters = parameters, .length = length};
            }
        }
    }
    return std::unexpected(Error{"the fault `" + action.name + "` at " + timeText(entry.at) +
                                 " has values that a scenario cannot express exactly"});
}

std::string yamlOf(const std::string& parameterText) {
    std::vector<std::string> parts;
    std::string_view rest = parameterText;
    while (true) {
        const std::size_t comma = rest.find(',');
        parts.push_back(scalarYaml(trimmed(rest.substr(0, comma))));
        if (comma == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(comma + 1);
    }
    return parts.size() == 1 ? parts.front() : flowList(parts);
}

} // namespace meter::sim
