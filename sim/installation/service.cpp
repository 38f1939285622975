// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/installation/service.hpp"

#include "core/base/math.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace meter::sim {

namespace {

constexpr double kThird = 1.0 / 3.0;

struct Vector {
    double x = 0.0;
    double y = 0.0;
};

Vector vectorOf(const Fundamental& fundamental) {
    const SineCosine direction = sineCosineTurns(fundamental.angleDeg / 360.0);
    return {.x = fundamental.rms * direction.cosine, .y = fundamental.rms * direction.sine};
}

double angleDegOf(const Vector& vector) {
    return arcTangentTurns(vector.y, vector.x) * 360.0;
}

bool isClosed(const PerPhase<Fundamental>& sides) {
    Vector sum;
    double largest = 0.0;
    for (const Fundamental& side : sides) {
        const Vector vector = vectorOf(side);
        sum = {.x = sum.x + vector.x, .y = sum.y + vector.y};
        largest = std::max(largest, side.rms);
    }
    constexpr double kRounding = 1e-9;
    return std::sqrt(sum.x * sum.x + sum.y * sum.y) <= kRounding * largest;
}

/// Law of cosines, from the largest side on: always a triangle's angle or 180°.
void closeTriangle(PerPhase<Fundamental>& sides) {
    const auto largest = static_cast<std::size_t>(
        std::ranges::max_element(sides, {}, &Fundamental::rms) - sides.begin());
    const Fundamental& base = sides[largest];
    Fundamental& next = sides[(largest + 1) % kPhaseCount];
    Fundamental& last = sides[(largest + 2) % kPhaseCount];
    const double givenTurn = sineCosineTurns((next.angleDeg - base.angleDeg) / 360.0).sine;
    double cosine = -1.0;
    if (next.rms > 0.0) {
        cosine = (last.rms * last.rms - base.rms * base.rms - next.rms * next.rms) /
                 (2.0 * base.rms * next.rms);
        cosine = std::clamp(cosine, -1.0, 1.0);
    }
    const double sine = std::sqrt(1.0 - cosine * cosine) * (givenTurn < 0.0 ? -1.0 : 1.0);
    next.angleDeg = base.angleDeg + angleDegOf({.x = cosine, .y = sine});
    const Vector first = vectorOf(base);
    const Vector second = vectorOf(next);
    last.angleDeg = angleDegOf({.x = -first.x - second.x, .y = -first.y - second.y});
}

} // namespace

bool isLive(Service service, Conductor conductor) {
    switch (conductor) {
    case Conductor::A:
        return true;
    case Conductor::B:
        return service != Service::SinglePhase;
    case Conductor::C:
        return service != Service::SinglePhase && service != Service::SplitPhase;
    case Conductor::N:
        return service != Service::Delta && service != Service::CornerGroundedDelta;
    case Conductor::Open:
        return false;
    }
    return false;
}

Conductor conductorAtTerminal(const Installation& installation, std::size_t terminal) {
    const bool isSwitched = terminal < kPhaseCount;
    if (isSwitched && !(installation.isDisconnectClosed && installation.isFuseGood[terminal])) {
        return Conductor::Open;
    }
    const Conductor lead = installation.voltageLeads[terminal];
    return isLive(installation.service, lead) ? lead : Conductor::Open;
}

bool hasDeltaSource(Service service) {
    return service == Service::Delta || service == Service::CornerGroundedDelta ||
           service == Service::HighLegDelta;
}

PotentialMatrix potentialsOf(const Installation& installation) {
    PotentialMatrix potentials{};
    if (!hasDeltaSource(installation.service)) {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            potentials[phase][phase] = 1.0;
        }
        return potentials;
    }
    // Against the virtual star point: A = (AB − CA)/3, B = (BC − AB)/3, C = (CA − BC)/3.
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        potentials[phase][phase] = kThird;
        potentials[phase][(phase + 2) % kPhaseCount] = -kThird;
    }
    constexpr std::size_t kNeutral = 3;
    if (installation.service == Service::HighLegDelta) {
        // N is the centre tap of the winding opposite to the high leg.
        const auto highLeg = static_cast<std::size_t>(installation.highLeg);
        for (std::size_t source = 0; source < kPhaseCount; ++source) {
            potentials[kNeutral][source] = 0.5 * (potentials[(highLeg + 1) % kPhaseCount][source] +
                                                  potentials[(highLeg + 2) % kPhaseCount][source]);
        }
    }
    if (installation.service == Service::CornerGroundedDelta) {
        const PerPhase<double> earthed = potentials[1];
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            for (std::size_t source = 0; source < kPhaseCount; ++source) {
                potentials[phase][source] -= earthed[source];
            }
        }
    }
    return potentials;
}

PerPhase<Fundamental> fundamentalsOf(const Source& source, Service service) {
    PerPhase<Fundamental> fundamentals;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        fundamentals[phase] = {.rms = source.voltageV[phase], .angleDeg = source.angleDeg[phase]};
    }
    if (hasDeltaSource(service) && !isClosed(fundamentals)) {
        closeTriangle(fundamentals);
    }
    return fundamentals;
}

PerPhase<double> loadReferenceDeg(const Source& source, Service service) {
    if (!hasDeltaSource(service)) {
        return source.angleDeg;
    }
    PerPhase<double> reference{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const Vector own = vectorOf({.rms = 1.0, .angleDeg = source.angleDeg[phase]});
        const Vector before =
            vectorOf({.rms = 1.0, .angleDeg = source.angleDeg[(phase + 2) % kPhaseCount]});
        reference[phase] = angleDegOf({.x = own.x - before.x, .y = own.y - before.y});
    }
    return reference;
}

} // namespace meter::sim
