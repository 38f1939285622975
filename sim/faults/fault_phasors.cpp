// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/fault_phasors.hpp"

#include "core/base/math.hpp"
#include "sim/installation/service.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim {

Phasor phasorOf(double rms, double angleDeg) {
    const SineCosine direction = sineCosineTurns(angleDeg / 360.0);
    return {.x = rms * direction.cosine, .y = rms * direction.sine};
}

double lengthOf(const Phasor& phasor) {
    return std::sqrt(phasor.x * phasor.x + phasor.y * phasor.y);
}

double angleDegOf(const Phasor& phasor) {
    return arcTangentTurns(phasor.y, phasor.x) * 360.0;
}

Phasor operator+(const Phasor& left, const Phasor& right) {
    return {.x = left.x + right.x, .y = left.y + right.y};
}

Phasor operator-(const Phasor& left, const Phasor& right) {
    return {.x = left.x - right.x, .y = left.y - right.y};
}

Phasor operator*(const Phasor& left, const Phasor& right) {
    return {.x = left.x * right.x - left.y * right.y, .y = left.x * right.y + left.y * right.x};
}

Phasor operator/(const Phasor& left, const Phasor& right) {
    const double square = right.x * right.x + right.y * right.y;
    return {.x = (left.x * right.x + left.y * right.y) / square,
            .y = (left.y * right.x - left.x * right.y) / square};
}

double rotationOf(const Source& source) {
    const double step = (source.angleDeg[1] - source.angleDeg[0]) / 360.0;
    return sineCosineTurns(step).sine > 0.0 ? -1.0 : 1.0;
}

namespace {

void scaleStar(World& world, const PerPhase<Phasor>& ratios) {
    Source& source = world.source;
    const PerPhase<Fundamental> sides = fundamentalsOf(source, world.installation.service);
    PerPhase<Phasor> star;
    double largest = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const Fundamental& own = sides[phase];
        const Fundamental& before = sides[(phase + 2) % kPhaseCount];
        const Phasor sum = phasorOf(own.rms, own.angleDeg) - phasorOf(before.rms, before.angleDeg);
        star[phase] = Phasor{.x = sum.x / 3.0, .y = sum.y / 3.0} * ratios[phase];
        largest = std::max(largest, own.rms);
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const Phasor side = star[phase] - star[(phase + 1) % kPhaseCount];
        constexpr double kRounding = 1e-12;
        const double rms = lengthOf(side);
        const bool isDead = rms <= kRounding * largest; // Without a direction of its own.
        source.voltageV[phase] = isDead ? 0.0 : rms;
        source.angleDeg[phase] = isDead ? sides[phase].angleDeg : angleDegOf(side);
    }
}

} // namespace

void scaleConductors(World& world, const PerPhase<Phasor>& ratios) {
    Source& source = world.source;
    const Service service = world.installation.service;
    const PerPhase<double> reference = loadReferenceDeg(source, service);
    const bool isCommon = ratios[0].x == ratios[1].x && ratios[1].x == ratios[2].x &&
                          ratios[0].y == 0.0 && ratios[1].y == 0.0 && ratios[2].y == 0.0;
    if (hasDeltaSource(service) && !isCommon) {
        scaleStar(world, ratios);
    } else {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            const Phasor& ratio = ratios[phase];
            const bool isTurned = ratio.y != 0.0 || ratio.x < 0.0;
            source.voltageV[phase] *= isTurned ? lengthOf(ratio) : ratio.x;
            source.angleDeg[phase] += isTurned ? angleDegOf(ratio) : 0.0;
        }
    }
    const PerPhase<double> turned = loadReferenceDeg(source, service);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        world.load.laggingDeg[phase] += turned[phase] - reference[phase];
    }
}

double conductorVoltage(const World& world, std::size_t phase) {
    const double voltageV = world.source.voltageV[phase];
    return hasDeltaSource(world.installation.service) ? voltageV / std::sqrt(3.0) : voltageV;
}

void setCurrent(World& world, std::size_t phase, double rms, double laggingDeg) {
    Load& load = world.load;
    constexpr double kLeastA = 1e-9; // Harmonics are stated relative to the fundamental.
    const double before = load.currentA[phase];
    std::vector<Harmonic>& harmonics = load.harmonics[phase];
    const double now = harmonics.empty() ? rms : std::max(rms, kLeastA);
    for (Harmonic& harmonic : harmonics) {
        harmonic.level *= before / now;
        harmonic.angleDeg += harmonic.order * (laggingDeg - load.laggingDeg[phase]);
    }
    load.currentA[phase] = now;
    load.laggingDeg[phase] = laggingDeg;
}

void addHarmonic(std::vector<Harmonic>& spectrum, const Harmonic& added) {
    const auto place = std::ranges::lower_bound(spectrum, added.order, {}, &Harmonic::order);
    if (place == spectrum.end() || place->order != added.order) {
        spectrum.insert(place, added);
        return;
    }
    const Phasor sum =
        phasorOf(place->level, place->angleDeg) + phasorOf(added.level, added.angleDeg);
    place->level = lengthOf(sum);
    place->angleDeg = angleDegOf(sum);
}

} // namespace meter::sim
