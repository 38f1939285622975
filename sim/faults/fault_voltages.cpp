// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/fault_effects.hpp"
#include "sim/faults/fault_phasors.hpp"
#include "sim/installation/service.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::sim::fault {

namespace {

/// √3/2: the imaginary part of 120°.
const double kHalfRoot3 = std::sqrt(3.0) / 2.0;

struct SpectrumRow {
    int spectrum;
    SpectrumLine line;
};

// EN 50160, table of LV limits; IEC 62053-22, 8.2.1; single-phase rectifiers and six-pulse
// drives: typical spectra (IEEE 1159).
constexpr SpectrumRow kSpectra[] = {
    {0, {Side::Current, {3, 0.80, 180.0}}}, {0, {Side::Current, {5, 0.60, 0.0}}},
    {0, {Side::Current, {7, 0.40, 180.0}}}, {0, {Side::Current, {9, 0.20, 0.0}}},
    {1, {Side::Current, {5, 0.35, 180.0}}}, {1, {Side::Current, {7, 0.15, 180.0}}},
    {1, {Side::Current, {11, 0.08, 0.0}}},  {1, {Side::Current, {13, 0.05, 0.0}}},
    {2, {Side::Voltage, {2, 0.02, 0.0}}},   {2, {Side::Voltage, {3, 0.05, 0.0}}},
    {2, {Side::Voltage, {4, 0.01, 0.0}}},   {2, {Side::Voltage, {5, 0.06, 0.0}}},
    {2, {Side::Voltage, {7, 0.05, 0.0}}},   {2, {Side::Voltage, {9, 0.015, 0.0}}},
    {2, {Side::Voltage, {11, 0.035, 0.0}}}, {2, {Side::Voltage, {13, 0.03, 0.0}}},
    {2, {Side::Voltage, {15, 0.005, 0.0}}}, {2, {Side::Voltage, {17, 0.02, 0.0}}},
    {2, {Side::Voltage, {19, 0.015, 0.0}}}, {3, {Side::Voltage, {5, 0.10, 0.0}}},
    {3, {Side::Current, {5, 0.40, 0.0}}},
};

bool isMeant(const FaultValue& phases, std::size_t phase) {
    return phases[phase] != 0.0;
}

int bitsOf(double value) {
    return static_cast<int>(value);
}

Disturbance disturbanceOn(const FaultValue& phases, Disturbance disturbance) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        disturbance.isOn[phase] = isMeant(phases, phase);
    }
    return disturbance;
}

/// The phasors of Bollen's sag types with their symmetrical phase as A; `v` is the residual.
PerPhase<Phasor> sagPhasors(SagType type, double v) {
    const double k = kHalfRoot3;
    switch (type) {
    case SagType::Plain:
    case SagType::A:
        return {Phasor{v, 0.0}, {-v / 2.0, -k * v}, {-v / 2.0, k * v}};
    case SagType::B:
        return {Phasor{v, 0.0}, {-0.5, -k}, {-0.5, k}};
    case SagType::C:
        return {Phasor{1.0, 0.0}, {-0.5, -k * v}, {-0.5, k * v}};
    case SagType::D:
        return {Phasor{v, 0.0}, {-v / 2.0, -k}, {-v / 2.0, k}};
    case SagType::E:
        return {Phasor{1.0, 0.0}, {-v / 2.0, -k * v}, {-v / 2.0, k * v}};
    case SagType::F:
        return {Phasor{v, 0.0}, {-v / 2.0, -k * (2.0 + v) / 3.0}, {-v / 2.0, k * (2.0 + v) / 3.0}};
    case SagType::G:
        return {
            Phasor{(2.0 + v) / 3.0, 0.0}, {-(2.0 + v) / 6.0, -k * v}, {-(2.0 + v) / 6.0, k * v}};
    }
    return {};
}

} // namespace

// phase, residual
void scaleVoltage(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    PerPhase<Phasor> ratios;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const int bits = bitsOf(arguments[0][phase]);
        ratios[phase] = {.x = (bits & kConductorBit) != 0 ? arguments[1][phase] : 1.0, .y = 0.0};
    }
    scaleConductors(world, ratios);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if ((bitsOf(arguments[0][phase]) & kPairBit) != 0) {
            world.source.voltageV[phase] *= arguments[1][phase];
        }
    }
}

// phase, residual, type
void sag(const Arguments& arguments, const Moment& moment, World& world) {
    const auto type = static_cast<SagType>(static_cast<int>(arguments[2][0]));
    if (type == SagType::Plain) {
        scaleVoltage(arguments, moment, world);
        return;
    }
    const auto first = static_cast<std::size_t>(
        std::ranges::find_if(arguments[0], [](double value) { return value != 0.0; }) -
        arguments[0].begin());
    const double rotation = rotationOf(world.source);
    const PerPhase<Phasor> wanted = sagPhasors(type, arguments[1][0]);
    const PerPhase<Phasor> whole = sagPhasors(SagType::A, 1.0);
    PerPhase<Phasor> ratios;
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        Phasor ratio = wanted[index] / whole[index];
        ratio.y *= rotation;
        ratios[(first + index) % kPhaseCount] = ratio;
    }
    scaleConductors(world, ratios);
}

// negative, angle
void unbalance(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    const double rotation = rotationOf(world.source);
    PerPhase<Phasor> ratios;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        // The negative sequence turns the other way: twice the phase's own angle apart.
        const double angleDeg = arguments[1][0] + 240.0 * rotation * static_cast<double>(phase);
        ratios[phase] = Phasor{.x = 1.0, .y = 0.0} + phasorOf(arguments[0][0], angleDeg);
    }
    scaleConductors(world, ratios);
}

// level, angle
void setVoltages(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (!std::isnan(arguments[0][phase])) {
            world.source.voltageV[phase] = arguments[0][phase];
        }
        if (!std::isnan(arguments[1][phase])) {
            world.source.angleDeg[phase] = arguments[1][phase];
        }
    }
}

// spectrum, level, phase
void addSpectrum(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (const auto& [spectrum, line] : kSpectra) {
        if (spectrum != static_cast<int>(arguments[0][0])) {
            continue;
        }
        Harmonic harmonic = line.harmonic;
        harmonic.level *= arguments[1][0];
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            if (isMeant(arguments[2], phase)) {
                addHarmonic(line.side == Side::Voltage ? world.source.harmonics[phase]
                                                       : world.load.harmonics[phase],
                            harmonic);
            }
        }
    }
}

// order, level, angle, of, phase
void addOneHarmonic(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    const bool isVoltage = static_cast<Side>(static_cast<int>(arguments[3][0])) == Side::Voltage;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (isMeant(arguments[4], phase)) {
            addHarmonic(isVoltage ? world.source.harmonics[phase] : world.load.harmonics[phase],
                        {.order = static_cast<int>(arguments[0][0]),
                         .level = arguments[1][0],
                         .angleDeg = arguments[2][0]});
        }
    }
}

// frequency, level, phase
void addInterharmonic(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (isMeant(arguments[2], phase)) {
            world.source.interharmonics[phase].push_back(
                {.frequencyHz = arguments[0][0], .level = arguments[1][0], .angleDeg = 0.0});
        }
    }
}

// to
void frequencyStep(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    world.source.frequencyHz = arguments[0][0];
}

// to, rate, hold, back
void frequencyRamp(const Arguments& arguments, const Moment& moment, World& world) {
    double& frequencyHz = world.source.frequencyHz;
    const double changeHz = arguments[0][0] - frequencyHz;
    const double rampS = std::fabs(changeHz) / arguments[1][0];
    if (moment.elapsedS < rampS) {
        frequencyHz += changeHz * (moment.elapsedS / rampS);
        return;
    }
    const double backS = moment.elapsedS - rampS - arguments[2][0];
    const double returned = arguments[3][0] > 0.0 && backS > 0.0
                                ? std::min(backS * arguments[3][0], std::fabs(changeHz))
                                : 0.0;
    frequencyHz = arguments[0][0] - (changeHz < 0.0 ? -returned : returned);
}

std::vector<double>
rampBends(const Arguments& arguments, const World& initial, double /*lengthS*/) {
    const double changeHz = std::fabs(arguments[0][0] - initial.source.frequencyHz);
    const double arrivedS = changeHz / arguments[1][0];
    if (arguments[3][0] <= 0.0) {
        return {arrivedS};
    }
    const double leavesS = arrivedS + arguments[2][0];
    return {arrivedS, leavesS, leavesS + changeHz / arguments[3][0]};
}

// angle, phase
void phaseJump(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (isMeant(arguments[1], phase)) {
            world.source.angleDeg[phase] += arguments[0][0];
        }
    }
}

// level, phase
void dcOffset(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (isMeant(arguments[1], phase)) {
            world.source.offsetV[phase] += arguments[0][phase];
        }
    }
}

// level, phase, of
void noise(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (isMeant(arguments[1], phase)) {
            // One generator a phase: amplitudes add.
            const bool isOfCurrent = static_cast<Side>(arguments[2][0]) == Side::Current;
            (isOfCurrent ? world.load.noise : world.source.noise)[phase] += arguments[0][0];
        }
    }
}

// depth, rate, shape
void flicker(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    world.source.flicker = {.depth = arguments[0][0],
                            .rateHz = arguments[1][0],
                            .shape = static_cast<FlickerShape>(static_cast<int>(arguments[2][0]))};
}

// peak, phase, angle, rise, decay
void impulse(const Arguments& arguments, const Moment& moment, World& world) {
    Disturbance disturbance;
    disturbance.kind = Disturbance::Kind::Impulse;
    disturbance.begin = moment.begin;
    disturbance.peak = arguments[0][0];
    disturbance.angleDeg = arguments[2][0];
    disturbance.riseS = arguments[3][0];
    disturbance.decayS = arguments[4][0];
    world.source.disturbances.push_back(disturbanceOn(arguments[1], disturbance));
}

// frequency, peak, decay, phase, angle
void oscillation(const Arguments& arguments, const Moment& moment, World& world) {
    Disturbance disturbance;
    disturbance.kind = Disturbance::Kind::Oscillation;
    disturbance.begin = moment.begin;
    disturbance.frequencyHz = arguments[0][0];
    disturbance.peak = arguments[1][0];
    disturbance.decayS = arguments[2][0];
    disturbance.angleDeg = arguments[4][0];
    world.source.disturbances.push_back(disturbanceOn(arguments[3], disturbance));
}

// count, depth, width, phase
void notching(const Arguments& arguments, const Moment& moment, World& world) {
    Disturbance disturbance;
    disturbance.kind = Disturbance::Kind::Notching;
    disturbance.begin = moment.begin;
    disturbance.count = static_cast<int>(arguments[0][0]);
    disturbance.depth = arguments[1][0];
    disturbance.widthS = arguments[2][0];
    world.source.disturbances.push_back(disturbanceOn(arguments[3], disturbance));
}

std::optional<std::string> threePhaseObjection(const Arguments& /*arguments*/, const World& world) {
    if (!isLive(world.installation.service, Conductor::C)) {
        return "it needs a three-phase service";
    }
    return std::nullopt;
}

std::optional<std::string> sagObjection(const Arguments& arguments, const World& world) {
    const auto type = static_cast<SagType>(static_cast<int>(arguments[2][0]));
    if (type == SagType::Plain) {
        return std::nullopt;
    }
    const auto count =
        std::ranges::count_if(arguments[0], [](double value) { return value != 0.0; });
    const bool isPair = std::ranges::any_of(
        arguments[0], [](double value) { return (bitsOf(value) & kPairBit) != 0; });
    if (type != SagType::A && (count != 1 || isPair)) {
        return "`type` B to G needs the phase that it is symmetrical to, such as `phase: A`";
    }
    return threePhaseObjection(arguments, world);
}

std::optional<std::string> impulseObjection(const Arguments& arguments, const World& /*world*/) {
    if (arguments[3][0] >= arguments[4][0]) {
        return "`rise` must be shorter than `decay`";
    }
    return std::nullopt;
}

} // namespace meter::sim::fault
