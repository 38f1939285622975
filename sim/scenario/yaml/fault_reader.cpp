// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/fault_reader.hpp"

#include "sim/faults/fault_effects.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"
#include "sim/keys/world_keys.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, 3> kPhaseNames = {"A", "B", "C"};
constexpr std::array<std::string_view, 3> kPairNames = {"AB", "BC", "CA"};

std::unexpected<Error> refused(std::string text) {
    return std::unexpected(Error{std::move(text)});
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(trimmed(text.substr(0, at)));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::string shown(std::string_view text) {
    return "`" + std::string(text.substr(0, 60)) + "`";
}

/// Reads the values of one call.
class ArgumentReader final {
public:
    ArgumentReader(const World& initial, double nominalFrequencyHz)
        : m_initial(initial), m_nominalFrequencyHz(nominalFrequencyHz) {}

    [[nodiscard]] Result<FaultValue> read(const FaultParameter& parameter,
                                          std::string_view text) const;

private:
    [[nodiscard]] Result<FaultValue> phases(std::string_view text) const;
    [[nodiscard]] Result<FaultValue> inputs(std::string_view text) const;
    [[nodiscard]] Result<double>
    number(const FaultParameter& parameter, std::string_view text, std::size_t phase) const;
    [[nodiscard]] std::optional<double> baseOf(FaultBase base, std::size_t phase) const;

    const World& m_initial;
    double m_nominalFrequencyHz;
};

Result<FaultValue> ArgumentReader::phases(std::string_view text) const {
    const Service service = m_initial.installation.service;
    FaultValue value{};
    if (text == "all") {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            value[phase] = hasPhase(service, phase) ? fault::kConductorBit : 0.0;
        }
        return value;
    }
    for (const std::string_view name : split(text, ',')) {
        const auto phase = indexOfPhase(name, kPhaseNames);
        const auto pair = isDelta(service) ? indexOfPhase(name, kPairNames) : std::nullopt;
        if (phase && hasPhase(service, *phase)) {
            value[*phase] += value[*phase] == 0.0 ? fault::kConductorBit : 0.0;
        } else if (pair) {
            value[*pair] = fault::kPairBit;
        } else {
            return refused(shown(name) + " is not a phase of a " + std::string(nameOf(service)) +
                           " service; write one of " + wordList(phaseNames(false, service)) +
                           ", a list such as `[A, B]`, or `all`");
        }
    }
    return value;
}

Result<FaultValue> ArgumentReader::inputs(std::string_view text) const {
    if (text == "all") {
        return FaultValue{1.0, 1.0, 1.0};
    }
    FaultValue value{};
    for (const std::string_view name : split(text, ',')) {
        const auto input = indexOfPhase(name, kPhaseNames);
        if (!input) {
            return refused(shown(name) + " is not an input; write A, B, C, a list such as "
                                         "`[A, B]`, or `all`");
        }
        value[*input] = 1.0;
    }
    return value;
}

std::optional<double> ArgumentReader::baseOf(FaultBase base, std::size_t phase) const {
    switch (base) {
    case FaultBase::None:
        return std::nullopt;
    case FaultBase::Crest:
        return std::numbers::sqrt2 * m_initial.source.voltageV[0];
    case FaultBase::Voltage:
        return m_initial.source.voltageV[phase];
    case FaultBase::Current:
        return m_initial.load.currentA[phase];
    case FaultBase::CtRating:
        return m_initial.installation.ctRatingA;
    case FaultBase::PtRating:
        return m_initial.installation.ptRating;
    }
    return std::nullopt;
}

Result<double> ArgumentReader::number(const FaultParameter& parameter,
                                      std::string_view text,
                                      std::size_t phase) const {
    if (parameter.plainUnit != 1.0) {
        if (const std::optional<double> plain = parseNumber(text)) {
            const double value = *plain * parameter.plainUnit;
            if (const std::optional<Error> error = rangeError(parameter.rule, value)) {
                return std::unexpected(*error);
            }
            return value;
        }
    }
    return parseValue(
        parameter.rule, text,
        {.percentBase = baseOf(parameter.base, phase), .nominalFrequencyHz = m_nominalFrequencyHz});
}

Result<FaultValue> ArgumentReader::read(const FaultParameter& parameter,
                                        std::string_view text) const {
    FaultValue value{};
    const std::vector<std::string_view> parts = split(text, ',');
    switch (parameter.form) {
    case FaultForm::Phases:
        return phases(text);
    case FaultForm::Inputs:
        return inputs(text);
    case FaultForm::Pair: {
        const Result<FaultValue> pair = inputs(text);
        if (!pair || text == "all" || std::ranges::count(*pair, 1.0) != 2 || parts.size() != 2) {
            return refused("write the two that are exchanged, such as `[A, B]`, not " +
                           shown(text));
        }
        return *pair;
    }
    case FaultForm::Terminal: {
        const auto terminal = indexOfPhase(text, kPhaseNames);
        if (!terminal) {
            return refused("write A, B or C, not " + shown(text));
        }
        value.fill(static_cast<double>(*terminal));
        return value;
    }
    case FaultForm::One:
    case FaultForm::Three:
        break;
    }
    const bool isThree = parameter.form == FaultForm::Three;
    if (parts.size() != 1 && (!isThree || parts.size() != kPhaseCount)) {
        return refused(isThree ? "write one value, or three such as `[1, 2, 3]`"
                               : "write one value: " + describe(parameter.rule));
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const std::string_view part = parts.size() == 1 ? parts[0] : parts[phase];
        const Result<double> one = number(parameter, part, phase);
        if (!one) {
            return std::unexpected(one.error());
        }
        value[phase] = *one;
    }
    return value;
}

/// A part of what is to be done, before its values are read.
struct Plan {
    const FaultKind* kind = nullptr;
    std::string_view written{}; ///< Of the preset.
    SampleTime delay = 0;
    std::optional<SampleTime> length;
};

std::optional<SampleTime> lengthOf(double seconds) {
    return seconds > 0.0 ? std::optional(std::max<SampleTime>(samplesOf(seconds), 1))
                         : std::nullopt;
}

std::vector<Plan> plansOf(std::string_view name,
                          bool hasParameters,
                          std::optional<SampleTime>& length,
                          double nominalFrequencyHz) {
    std::vector<Plan> plans;
    const FaultKind* const kind = findFaultKind(name);
    // Some rows of the standards have a fault's name; with parameters the fault is meant.
    if (kind != nullptr && (hasParameters || findFaultPreset(name) == nullptr)) {
        length = length ? length : lengthOf(kind->defaultDurationS);
        plans.push_back({.kind = kind, .length = length});
        return plans;
    }
    const FaultPreset& preset = *findFaultPreset(name);
    const bool is50 = nominalFrequencyHz < 55.0;
    const std::optional<SampleTime> given = length;
    length = given ? given : lengthOf(is50 ? preset.length50S : preset.length60S);
    for (const FaultPart& part : preset.parts) {
        Plan plan = {.kind = findFaultKind(part.kind),
                     .written = part.parameters,
                     .delay = samplesOf(part.delayS),
                     .length = lengthOf(part.lengthS)};
        if (given && preset.parts.size() == 1) {
            plan.length = given;
        }
        if (length && plan.delay >= *length) {
            continue; // It ends before this part begins.
        }
        if (length) {
            const SampleTime left = *length - plan.delay;
            plan.length = plan.length ? std::min(*plan.length, left) : left;
        }
        plans.push_back(plan);
    }
    return plans;
}

std::string_view writtenIn(const Plan& plan, std::string_view name) {
    for (const std::string_view pair : split(plan.written, ';')) {
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
            return pair.substr(equals + 1);
        }
    }
    return {};
}

FaultCall callOf(const Plan& plan,
                 std::span<const FaultText> given,
                 const ArgumentReader& reader,
                 std::vector<FaultMistake>& mistakes) {
    FaultCall call = {.kind = plan.kind, .arguments = {}};
    for (std::size_t index = 0; index < plan.kind->parameters.size(); ++index) {
        const FaultParameter& parameter = plan.kind->parameters[index];
        const auto own = std::ranges::find(given, parameter.name, &FaultText::name);
        const std::string_view preset = writtenIn(plan, parameter.name);
        std::string_view text = preset.empty() ? parameter.defaultText : preset;
        std::optional<std::size_t> place;
        if (own != given.end()) {
            text = own->value;
            place = static_cast<std::size_t>(own - given.begin());
        }
        if (!place && text.empty()) {
            if (parameter.isNeeded) {
                mistakes.push_back({.text = "`" + std::string(plan.kind->name) + "` needs `" +
                                            std::string(parameter.name) + "` (" +
                                            std::string(parameter.meaning) + ")",
                                    .parameter = {}});
            }
            call.arguments[index].fill(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        const Result<FaultValue> value = reader.read(parameter, trimmed(text));
        if (!value) {
            mistakes.push_back({.text = value.error().text, .parameter = place});
            continue;
        }
        call.arguments[index] = *value;
    }
    return call;
}

void findStrangers(std::string_view name,
                   const std::vector<Plan>& plans,
                   std::span<const FaultText> given,
                   std::vector<FaultMistake>& mistakes) {
    std::vector<std::string_view> known;
    for (const Plan& plan : plans) {
        for (const FaultParameter& parameter : plan.kind->parameters) {
            if (std::ranges::find(known, parameter.name) == known.end()) {
                known.push_back(parameter.name);
            }
        }
    }
    for (std::size_t index = 0; index < given.size(); ++index) {
        if (std::ranges::find(known, given[index].name) != known.end()) {
            continue;
        }
        mistakes.push_back(
            {.text = "`" + std::string(name) + "` has no parameter " + shown(given[index].name) +
                     "; " +
                     (known.empty() ? "it takes none" : didYouMean(given[index].name, known)),
             .parameter = index,
             .isAboutName = true});
    }
}

} // namespace

FaultReading readFault(std::string_view name,
                       std::span<const FaultText> parameters,
                       std::optional<SampleTime> length,
                       const World& initial,
                       double nominalFrequencyHz) {
    FaultReading reading;
    if (findFaultKind(name) == nullptr && findFaultPreset(name) == nullptr) {
        const std::string_view nearest = nearestWord(name, faultNames());
        reading.mistakes.push_back(
            {.text = "there is no fault " + shown(name) + "; " +
                     (nearest.empty() ? "`metertwin-cli faults` lists them"
                                      : "did you mean `" + std::string(nearest) + "`?"),
             .parameter = {}});
        return reading;
    }
    const std::vector<Plan> plans = plansOf(name, !parameters.empty(), length, nominalFrequencyHz);
    reading.length = length;
    reading.action.name = name;
    reading.action.parameters.assign(parameters.begin(), parameters.end());
    findStrangers(name, plans, parameters, reading.mistakes);
    const ArgumentReader reader(initial, nominalFrequencyHz);
    for (const Plan& plan : plans) {
        const std::size_t before = reading.mistakes.size();
        const FaultCall call = callOf(plan, parameters, reader, reading.mistakes);
        if (reading.mistakes.size() == before && plan.kind->objection != nullptr) {
            if (const auto objection = plan.kind->objection(call.arguments, initial)) {
                reading.mistakes.push_back(
                    {.text = shown(name) + ": " + *objection, .parameter = {}});
            }
        }
        reading.action.steps.push_back({.call = call, .delay = plan.delay, .length = plan.length});
    }
    return reading;
}

std::vector<std::string_view> faultNames() {
    std::vector<std::string_view> names;
    for (const FaultKind& kind : faultKinds()) {
        names.push_back(kind.name);
    }
    for (const FaultPreset& preset : faultPresets()) {
        names.push_back(preset.name);
    }
    return names;
}

} // namespace meter::sim
