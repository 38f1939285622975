// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a point of the type test asks for: which stimuli, for how long, and what the guide's
// rules let one expect of the pulse output. Pure functions; nothing is measured here.

#include "sim/typetest/type_test_points.hpp"
#include "sim/typetest/type_test_stimulus.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

inline constexpr double kTestPulseWh = 10.0; ///< Weight of a pulse in all tests of energy.
/// 20 s of 0.01 In are 70 Wh: the accumulators' Ws is 0.0004 % of it. A multiple of 5 s is a
/// whole number of cycles at every frequency of the table.
inline constexpr int kRegisterDurationS = 20;
inline constexpr std::array<const char*, kPhaseCount> kPhaseNames = {"A", "B", "C"};

/// A stimulus, and what to call it where it was the worst.
struct TypeTestVariant {
    TypeTestStimulus stimulus{};
    std::string name;
};

/// The point's current and factor under reference conditions.
[[nodiscard]] TypeTestStimulus referenceOf(const TypeTestPoint& point);
/// The same with the point's own voltage and frequency.
[[nodiscard]] TypeTestStimulus stimulusOf(const TypeTestPoint& point);
[[nodiscard]] TypeTestStimulus withCurrentOn(TypeTestStimulus stimulus, std::size_t phase);
/// What is compared with the reference.
[[nodiscard]] std::vector<TypeTestVariant> variantsOf(const TypeTestPoint& point);

/// Real or reactive.
[[nodiscard]] double truePowerOf(const TypeTestStimulus& stimulus, TypeTestQuantity quantity);

/// Time in which this power makes so many pulses; within limits.
[[nodiscard]] int secondsForPulses(double pulses, double power);
/// Guide, registers 144 and 145: the slowest closure with 1 800 000 · Wh ÷ ms ≥ the theoretical
/// maximum system power; nothing if none is fast enough.
[[nodiscard]] std::optional<double> expectedClosureMs(double maximumPowerW, double pulseWh);
/// The maximum is that of In: in types 11 and 12 there are no pulses to spare for Imax.
[[nodiscard]] bool canPulsesKeepUp(const TypeTestStimulus& stimulus, double power);

} // namespace meter::sim
