// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/math.hpp"
#include "sim/base/quantity.hpp"
#include "sim/faults/fault_effects.hpp"
#include "sim/faults/fault_phasors.hpp"
#include "sim/installation/service.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim::fault {

namespace {

bool isThere(const World& world, std::size_t phase) {
    return isLive(world.installation.service, static_cast<Conductor>(phase));
}

double cosineOf(double angleDeg) {
    return sineCosineTurns(angleDeg / 360.0).cosine;
}

/// Adds a power that is the same in every phase there is, W and var, as a constant current.
void addPower(World& world, double totalW, double totalVar) {
    double count = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        count += isThere(world, phase) ? 1.0 : 0.0;
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double voltageV = conductorVoltage(world, phase);
        if (!isThere(world, phase) || voltageV <= 0.0) {
            continue;
        }
        // Against the own phase's voltage: lagging is below the axis.
        const Phasor added = {.x = totalW / count / voltageV, .y = -totalVar / count / voltageV};
        const double laggingDeg = world.load.laggingDeg[phase];
        const Phasor sum = phasorOf(world.load.currentA[phase], -laggingDeg) + added;
        setCurrent(world, phase, lengthOf(sum), -angleDegOf(sum));
    }
}

} // namespace

// phase
void halfWave(const Arguments& arguments, const Moment& moment, World& world) {
    Disturbance disturbance;
    disturbance.kind = Disturbance::Kind::HalfWave;
    disturbance.begin = moment.begin;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        disturbance.isOn[phase] = arguments[0][phase] != 0.0;
    }
    world.load.disturbances.push_back(disturbance);
}

// on, off, phase
void burst(const Arguments& arguments, const Moment& moment, World& world) {
    Disturbance disturbance;
    disturbance.kind = Disturbance::Kind::Burst;
    disturbance.begin = moment.begin;
    disturbance.onCycles = static_cast<int>(arguments[0][0]);
    disturbance.offCycles = static_cast<int>(arguments[1][0]);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        disturbance.isOn[phase] = arguments[2][phase] != 0.0;
    }
    world.load.disturbances.push_back(disturbance);
}

// multiple, start-pf, run-pf, sag
void motorStart(const Arguments& arguments, const Moment& moment, World& world) {
    const double lengthS = moment.lengthS.value_or(moment.elapsedS);
    const double share = lengthS > 0.0 ? std::min(1.0, moment.elapsedS / lengthS) : 1.0;
    const double multiple = arguments[0][0] + (1.0 - arguments[0][0]) * share;
    const double startCosine = cosineOf(arguments[1][0]);
    const double cosine = startCosine + (cosineOf(arguments[2][0]) - startCosine) * share;
    const double laggingDeg = laggingDegOfPowerFactor(cosine);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        world.load.currentA[phase] *= multiple;
        world.load.laggingDeg[phase] = laggingDeg;
    }
    // What the surplus current drops in the supply, and so as it falls.
    const double residual = 1.0 - (1.0 - arguments[3][0]) * (1.0 - share);
    const Phasor ratio = {.x = residual, .y = 0.0};
    scaleConductors(world, {ratio, ratio, ratio});
}

std::vector<double>
motorBends(const Arguments& /*arguments*/, const World& /*initial*/, double lengthS) {
    return {lengthS};
}

// to, phase
void loadStep(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (arguments[1][phase] != 0.0) {
            world.load.currentA[phase] = arguments[0][phase];
        }
    }
}

// level, pf
void loadOfRating(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (!isThere(world, phase)) {
            continue;
        }
        world.load.currentA[phase] = arguments[0][0] * world.installation.ctRatingA;
        if (!std::isnan(arguments[1][0])) {
            world.load.laggingDeg[phase] = arguments[1][0];
        }
    }
}

// levels
void currentUnbalance(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        world.load.currentA[phase] *= arguments[0][phase];
    }
}

// kvar
void capacitorBank(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    addPower(world, 0.0, -arguments[0][0]);
}

// kw
void solarFeedIn(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    addPower(world, -arguments[0][0], 0.0);
}

namespace {

using Spectrum = PerPhase<Phasor>;

/// The star point of the loads, by Millman: ΣY·U / ΣY.
Phasor starPoint(const Spectrum& voltages, const Spectrum& admittances) {
    Phasor driven;
    Phasor sum;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        driven = driven + voltages[phase] * admittances[phase];
        sum = sum + admittances[phase];
    }
    return lengthOf(sum) > 0.0 ? driven / sum : Phasor{};
}

Spectrum harmonicPhasors(const Source& source, int order) {
    Spectrum phasors{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        for (const Harmonic& harmonic : source.harmonics[phase]) {
            if (harmonic.order == order) {
                phasors[phase] =
                    phasors[phase] + phasorOf(harmonic.level * source.voltageV[phase],
                                              order * source.angleDeg[phase] + harmonic.angleDeg);
            }
        }
    }
    return phasors;
}

/// Shifts the voltages of every order by the star point of its own; admittances are taken as
/// the same at all of them.
void shiftNeutral(World& world, const Spectrum& admittances) {
    const Source before = world.source;
    Source& source = world.source;
    Spectrum voltages{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        voltages[phase] = phasorOf(before.voltageV[phase], before.angleDeg[phase]);
    }
    const Phasor neutral = starPoint(voltages, admittances);
    constexpr double kLeastV = 1e-9; // Harmonics are stated relative to the fundamental.
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (!isThere(world, phase)) {
            continue;
        }
        const Phasor shifted = voltages[phase] - neutral;
        source.voltageV[phase] = std::max(lengthOf(shifted), kLeastV);
        source.angleDeg[phase] = angleDegOf(shifted);
        source.harmonics[phase].clear();
    }
    for (int order = 2; order <= kHarmonicOrderMax; ++order) {
        const Spectrum harmonics = harmonicPhasors(before, order);
        const Phasor point = starPoint(harmonics, admittances);
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            const Phasor shifted = harmonics[phase] - point;
            if (isThere(world, phase) && lengthOf(shifted) > 0.0) {
                source.harmonics[phase].push_back(
                    {.order = order,
                     .level = lengthOf(shifted) / source.voltageV[phase],
                     .angleDeg = angleDegOf(shifted) - order * source.angleDeg[phase]});
            }
        }
    }
}

} // namespace

// loads
void lostNeutral(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    Spectrum admittances{};
    bool hasCurrent = false;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        hasCurrent = hasCurrent || (isThere(world, phase) && world.load.currentA[phase] > 0.0);
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double voltageV = world.source.voltageV[phase];
        if (!isThere(world, phase) || voltageV <= 0.0) {
            continue;
        }
        // Without any load, the ratio alone still says where the star point goes.
        const double currentA = hasCurrent ? world.load.currentA[phase] : 1.0;
        admittances[phase] =
            phasorOf(arguments[0][phase] * currentA / voltageV, -world.load.laggingDeg[phase]);
    }
    shiftNeutral(world, admittances);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (hasCurrent && isThere(world, phase)) {
            // The load's angle is that of its impedance, whatever the voltage is.
            world.load.currentA[phase] =
                lengthOf(admittances[phase]) * world.source.voltageV[phase];
        }
    }
}

std::optional<std::string> neutralObjection(const Arguments& arguments, const World& world) {
    const Service service = world.installation.service;
    if (service != Service::Wye && service != Service::SplitPhase) {
        return "it needs a wye or split-phase service, whose loads share a neutral";
    }
    double sum = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        sum += isThere(world, phase) ? arguments[0][phase] : 0.0;
    }
    if (sum <= 0.0) {
        return "`loads` needs at least one that is not 0";
    }
    return std::nullopt;
}

} // namespace meter::sim::fault
