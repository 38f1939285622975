// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/typetest/type_test_plan.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace meter::sim {

namespace {

constexpr double kSecondsPerHour = 3600.0;
constexpr int kDurationStepS = 5;
constexpr int kPulseDurationMaxS = 3600;
constexpr double kPulseWattsPerWhAndMs = 1.8e6; ///< Guide, register 145.
constexpr double kSupplySpread = 0.15;          ///< IEC 62053-22: auxiliary voltage ±15 %.
constexpr double kFifthVoltage = 0.10;          ///< IEC 62053-22 8.2.2.
constexpr double kFifthCurrent = 0.40;

} // namespace

TypeTestStimulus referenceOf(const TypeTestPoint& point) {
    TypeTestStimulus stimulus;
    stimulus.system = point.system;
    stimulus.current = point.current;
    stimulus.laggingDeg = point.laggingDeg;
    stimulus.ambientC = point.ambientC;
    return stimulus;
}

TypeTestStimulus stimulusOf(const TypeTestPoint& point) {
    TypeTestStimulus stimulus = referenceOf(point);
    stimulus.voltage = point.voltage;
    stimulus.frequencyHz = point.frequency * kNominalFrequencyHz;
    return stimulus;
}

double truePowerOf(const TypeTestStimulus& stimulus, TypeTestQuantity quantity) {
    const TruePower power = truePowerOf(stimulus);
    return quantity == TypeTestQuantity::Reactive ? power.reactiveVar : power.realW;
}

int secondsForPulses(double pulses, double power) {
    const double steps =
        std::ceil(pulses * kTestPulseWh * kSecondsPerHour / power / kDurationStepS);
    return static_cast<int>(
        std::clamp(steps * kDurationStepS, double{kRegisterDurationS}, double{kPulseDurationMaxS}));
}

TypeTestStimulus withCurrentOn(TypeTestStimulus stimulus, std::size_t phase) {
    stimulus.hasCurrent = {};
    stimulus.hasCurrent[phase] = true;
    return stimulus;
}

std::optional<double> expectedClosureMs(double maximumPowerW, double pulseWh) {
    constexpr std::array<double, 6> kDurationsMs = {500.0, 250.0, 100.0, 50.0, 25.0, 10.0};
    for (const double durationMs : kDurationsMs) {
        if (kPulseWattsPerWhAndMs * pulseWh / durationMs >= maximumPowerW) {
            return durationMs;
        }
    }
    return std::nullopt;
}

bool canPulsesKeepUp(const TypeTestStimulus& stimulus, double power) {
    TypeTestStimulus rated;
    rated.system = stimulus.system;
    const std::optional<double> closureMs =
        expectedClosureMs(truePowerOf(rated).realW, kTestPulseWh);
    return closureMs && power <= kPulseWattsPerWhAndMs * kTestPulseWh / *closureMs;
}

std::vector<TypeTestVariant> variantsOf(const TypeTestPoint& point) {
    const TypeTestStimulus plain = stimulusOf(point);
    std::vector<TypeTestVariant> variants;
    const auto add = [&](const std::string& name) -> TypeTestStimulus& {
        variants.push_back({.stimulus = plain, .name = name});
        return variants.back().stimulus;
    };
    switch (point.kind) {
    case TypeTestKind::SingleMinusBalanced:
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            add(std::string("phase ") + kPhaseNames[phase]) = withCurrentOn(plain, phase);
        }
        break;
    case TypeTestKind::VoltageUnbalance:
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            add(std::string("without ") + kPhaseNames[phase]).hasVoltage[phase] = false;
            PerPhase<bool>& left = add(std::string("only ") + kPhaseNames[phase]).hasVoltage;
            left = {};
            left[phase] = true;
        }
        break;
    case TypeTestKind::SupplyVoltage:
        add("15 % less").controlPower.voltageV *= 1.0 - kSupplySpread;
        add("15 % more").controlPower.voltageV *= 1.0 + kSupplySpread;
        break;
    case TypeTestKind::SupplyPhase:
        for (const Conductor from : {Conductor::B, Conductor::C}) {
            add(from == Conductor::B ? "from B-N" : "from C-N").controlPower = {
                .kind = ControlPowerKind::FromService, .from = from, .to = Conductor::N};
        }
        break;
    case TypeTestKind::ReversedSequence:
        add("").isReversed = true;
        break;
    case TypeTestKind::FifthHarmonics: {
        TypeTestStimulus& distorted = add("");
        distorted.fifthVoltage = kFifthVoltage;
        distorted.fifthCurrent = kFifthCurrent;
        break;
    }
    case TypeTestKind::Burst:
        add("").isBurst = true;
        break;
    case TypeTestKind::Accessories:
        add("").isOperated = true;
        break;
    case TypeTestKind::Overcurrent:
        add("").isOverloaded = true;
        break;
    default:
        add("");
        break;
    }
    return variants;
}

} // namespace meter::sim
