// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/phasors/phasor_scene.hpp"

#include "sim/installation/service.hpp"
#include "sim/installation/signal_path.hpp"

#include <algorithm>
#include <cmath>

namespace meter::gui {

namespace {

using PerPhasePhasor = std::array<PhasorRms, kPhaseCount>;

constexpr std::size_t kNeutral = 3;
constexpr double kSizeTolerance = 0.02;
constexpr double kAngleToleranceDeg = 3.0;
constexpr double kNothing = 0.01; ///< Of the largest of its kind.

PhasorRms combined(const sim::PerPhase<double>& row, const PerPhasePhasor& phasors) {
    PhasorRms sum{};
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        sum += row.at(index) * phasors.at(index);
    }
    return sum;
}

/// The turn that lays what is seen on what the wiring makes expected: both run with the grid.
double commonTurnDeg(const PerWave<PhasorRms>& seen, const PerWave<PhasorRms>& expected) {
    PhasorRms sum{};
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        const double size = isCurrent(wave) ? 1e-6 : 1.0; // Currents only where no voltage is.
        sum += size * seen.at(wave) * std::conj(expected.at(wave));
    }
    return angleDegOf(sum);
}

double largestOf(const PerWave<PhasorRms>& phasors, bool ofCurrents) {
    double largest = 0.0;
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        if (isCurrent(wave) == ofCurrents) {
            largest = std::max(largest, std::abs(phasors.at(wave)));
        }
    }
    return largest;
}

bool isLike(const PhasorRms& seen, const PhasorRms& real) {
    const double size = std::abs(real);
    return size > 0.0 && std::abs(std::abs(seen) - size) <= kSizeTolerance * size &&
           std::abs(angleDegOf(seen * std::conj(real))) <= kAngleToleranceDeg;
}

MatchResult matchOf(const PhasorScene& scene, std::size_t wave) {
    if (!scene.isRealKnown || !scene.isSeenKnown || !scene.isReal.at(wave)) {
        return {};
    }
    const PhasorRms seen = scene.seen.at(wave);
    const PhasorRms real = scene.real.at(wave);
    const double nothing = kNothing * std::max(largestOf(scene.real, isCurrent(wave)),
                                               largestOf(scene.seen, isCurrent(wave)));
    if (std::abs(seen) <= nothing) {
        return {.match = std::abs(real) <= nothing ? Match::Right : Match::Nothing};
    }
    if (isLike(seen, real)) {
        return {.match = Match::Right};
    }
    const std::size_t first = wave - phaseOf(wave);
    for (const double sign : {1.0, -1.0}) {
        for (std::size_t step = 0; step < kPhaseCount; ++step) {
            const std::size_t phase = (phaseOf(wave) + step) % kPhaseCount;
            if (!scene.isReal.at(first + phase) ||
                !isLike(sign * seen, scene.real.at(first + phase))) {
                continue;
            }
            if (step == 0) {
                return {.match = Match::Reversed, .phase = phase};
            }
            return {.match = sign > 0.0 ? Match::Other : Match::OtherReversed, .phase = phase};
        }
    }
    if (std::abs(real) > nothing &&
        std::abs(angleDegOf(seen * std::conj(real))) <= kAngleToleranceDeg) {
        return {.match = Match::WrongSize, .ratio = std::abs(seen) / std::abs(real)};
    }
    return {.match = Match::WrongAngle};
}

} // namespace

ConductorPhasors conductorPhasors(const sim::World& world) {
    const sim::Installation& installation = world.installation;
    const auto fundamentals = sim::fundamentalsOf(world.source, installation.service);
    const auto reference = sim::loadReferenceDeg(world.source, installation.service);
    const auto potentials = sim::potentialsOf(installation);
    const sim::Wiring wiring = sim::wiringOf(installation);
    PerPhasePhasor sources{};
    PerPhasePhasor lines{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        sources.at(phase) = phasorOf(fundamentals.at(phase).rms, fundamentals.at(phase).angleDeg);
        lines.at(phase) = phasorOf(world.load.currentA.at(phase),
                                   reference.at(phase) - world.load.laggingDeg.at(phase));
    }
    const bool hasNeutral = sim::isLive(installation.service, sim::Conductor::N);
    PhasorRms middle = hasNeutral ? combined(potentials.at(kNeutral), sources) : PhasorRms{};
    if (!hasNeutral) {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            middle += combined(potentials.at(phase), sources) / 3.0; // Both have three lines.
        }
    }
    ConductorPhasors result;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const bool isThere = sim::isLive(installation.service, static_cast<sim::Conductor>(phase));
        const std::size_t current = kPhaseCount + phase;
        result.isThere.at(phase) = isThere;
        result.isThere.at(current) = isThere;
        if (isThere) {
            result.phasors.at(phase) = combined(potentials.at(phase), sources) - middle;
            result.phasors.at(current) = lines.at(phase);
        }
        result.expected.at(phase) = combined(wiring.terminals.at(phase), sources);
        result.expected.at(current) = combined(wiring.ropes.at(phase), lines);
    }
    return result;
}

PhasorScene sceneOf(const WorldTruth& truth, const std::optional<PerWave<WaveFigures>>& figures) {
    PhasorScene scene;
    scene.isRealKnown = truth.isKnown && !truth.isReplayed;
    scene.isSeenKnown = figures.has_value();
    ConductorPhasors conductors;
    if (scene.isRealKnown) {
        conductors = conductorPhasors(truth.world);
        scene.real = conductors.phasors;
        scene.isReal = conductors.isThere;
    }
    const double referenceDeg = angleDegOf(scene.real[0]);
    double turnDeg = 0.0;
    if (figures) {
        for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
            scene.seen.at(wave) = figures->at(wave).fundamental;
            scene.seenRms.at(wave) = figures->at(wave).rms;
        }
        turnDeg = scene.isRealKnown ? commonTurnDeg(scene.seen, conductors.expected) + referenceDeg
                                    : angleDegOf(scene.seen[0]);
    }
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        scene.real.at(wave) *= phasorOf(1.0, -referenceDeg);
        scene.seen.at(wave) *= phasorOf(1.0, -turnDeg);
    }
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        scene.matches.at(wave) = matchOf(scene, wave);
    }
    return scene;
}

} // namespace meter::gui
