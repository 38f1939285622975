// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How each fault of the library changes the world. Arguments come in the order of the fault's
// parameters in fault_table.cpp.

#include "sim/faults/fault_call.hpp"

#include <optional>
#include <string>
#include <vector>

namespace meter::sim::fault {

using Arguments = FaultArguments;
using Moment = FaultMoment;

/// Bits of a phase's value: the conductor, the pair that begins with it.
inline constexpr int kConductorBit = 1;
inline constexpr int kPairBit = 2;

enum class SagType { Plain, A, B, C, D, E, F, G };
enum class Side { Voltage, Current };

struct SpectrumLine {
    Side side;
    Harmonic harmonic;
};

/// rectifier, six-pulse, en50160, iec62053.
inline constexpr int kSpectrumCount = 4;

// Voltages
void scaleVoltage(const Arguments& arguments, const Moment& moment, World& world);
void sag(const Arguments& arguments, const Moment& moment, World& world);
void unbalance(const Arguments& arguments, const Moment& moment, World& world);
void setVoltages(const Arguments& arguments, const Moment& moment, World& world);
void addSpectrum(const Arguments& arguments, const Moment& moment, World& world);
void addOneHarmonic(const Arguments& arguments, const Moment& moment, World& world);
void addInterharmonic(const Arguments& arguments, const Moment& moment, World& world);
void frequencyStep(const Arguments& arguments, const Moment& moment, World& world);
void frequencyRamp(const Arguments& arguments, const Moment& moment, World& world);
void phaseJump(const Arguments& arguments, const Moment& moment, World& world);
void dcOffset(const Arguments& arguments, const Moment& moment, World& world);
void noise(const Arguments& arguments, const Moment& moment, World& world);
void flicker(const Arguments& arguments, const Moment& moment, World& world);
void impulse(const Arguments& arguments, const Moment& moment, World& world);
void oscillation(const Arguments& arguments, const Moment& moment, World& world);
void notching(const Arguments& arguments, const Moment& moment, World& world);

// Loads
void halfWave(const Arguments& arguments, const Moment& moment, World& world);
void burst(const Arguments& arguments, const Moment& moment, World& world);
void motorStart(const Arguments& arguments, const Moment& moment, World& world);
void loadStep(const Arguments& arguments, const Moment& moment, World& world);
void loadOfRating(const Arguments& arguments, const Moment& moment, World& world);
void currentUnbalance(const Arguments& arguments, const Moment& moment, World& world);
void capacitorBank(const Arguments& arguments, const Moment& moment, World& world);
void solarFeedIn(const Arguments& arguments, const Moment& moment, World& world);
void lostNeutral(const Arguments& arguments, const Moment& moment, World& world);

// Wiring
void blowFuses(const Arguments& arguments, const Moment& moment, World& world);
void openNeutral(const Arguments& arguments, const Moment& moment, World& world);
void swapVoltages(const Arguments& arguments, const Moment& moment, World& world);
void rotateVoltages(const Arguments& arguments, const Moment& moment, World& world);
void swapNeutral(const Arguments& arguments, const Moment& moment, World& world);
void swapCts(const Arguments& arguments, const Moment& moment, World& world);
void rotateCts(const Arguments& arguments, const Moment& moment, World& world);
void reverseCts(const Arguments& arguments, const Moment& moment, World& world);
void openCts(const Arguments& arguments, const Moment& moment, World& world);
void fitCts(const Arguments& arguments, const Moment& moment, World& world);
void turnPts(const Arguments& arguments, const Moment& moment, World& world);
void fitFiveA(const Arguments& arguments, const Moment& moment, World& world);
void fitWrongRopes(const Arguments& arguments, const Moment& moment, World& world);
void blowControlFuse(const Arguments& arguments, const Moment& moment, World& world);
void fitPts(const Arguments& arguments, const Moment& moment, World& world);

// Courses and objections
std::vector<double> rampBends(const Arguments& arguments, const World& initial, double lengthS);
std::vector<double> motorBends(const Arguments& arguments, const World& initial, double lengthS);
std::optional<std::string> sagObjection(const Arguments& arguments, const World& world);
std::optional<std::string> threePhaseObjection(const Arguments& arguments, const World& world);
std::optional<std::string> impulseObjection(const Arguments& arguments, const World& world);
std::optional<std::string> neutralObjection(const Arguments& arguments, const World& world);

} // namespace meter::sim::fault
