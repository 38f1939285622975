// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/truth/conductors.hpp"

#include "sim/installation/service.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace meter::sim {

namespace {

using Phasor = std::complex<double>;

constexpr std::size_t kNeutral = 3;
constexpr double kDeadV = 1.0; ///< Below, a phase-sequence tester lights nothing.

Phasor phasorOf(double rms, double angleDeg) {
    return std::polar(rms, angleDeg * std::numbers::pi / 180.0);
}

/// Of an RMS phasor; DC is its real part.
double valueAt(const Phasor& phasor, double frequencyHz, double seconds) {
    if (frequencyHz <= 0.0) {
        return phasor.real();
    }
    const double turns = frequencyHz * seconds;
    const double angle = 2.0 * std::numbers::pi * (turns - std::floor(turns));
    return std::numbers::sqrt2 * (phasor * std::polar(1.0, angle)).imag();
}

/// The star point of the line conductors that there are.
template <typename Values>
auto starPointOf(const Values& potential, const Installation& installation) {
    auto sum = potential[0];
    double count = 1.0;
    for (std::size_t phase = 1; phase < kPhaseCount; ++phase) {
        if (isLive(installation.service, static_cast<Conductor>(phase))) {
            sum += potential[phase];
            count += 1.0;
        }
    }
    return sum / count;
}

} // namespace

Conductors::Conductors(const World& world) : m_installation(world.installation) {
    m_components.push_back({.frequencyHz = world.source.frequencyHz});
    addSource(world);
    addLoad(world);
}

Conductors::Component& Conductors::componentAt(double frequencyHz) {
    const auto found = std::ranges::find(m_components, frequencyHz, &Component::frequencyHz);
    return found != m_components.end()
               ? *found
               : m_components.emplace_back(Component{.frequencyHz = frequencyHz});
}

void Conductors::addSource(const World& world) {
    const Source& source = world.source;
    const PotentialMatrix matrix = potentialsOf(m_installation);
    const PerPhase<Fundamental> fundamentals = fundamentalsOf(source, m_installation.service);
    const auto add = [&](double frequencyHz, std::size_t from, const Phasor& voltage) {
        Component& component = componentAt(frequencyHz);
        for (std::size_t to = 0; to < kConductorCount; ++to) {
            component.potential[to] += matrix[to][from] * voltage;
        }
    };
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const Fundamental& own = fundamentals[phase];
        add(source.frequencyHz, phase, phasorOf(own.rms, own.angleDeg));
        for (const Harmonic& harmonic : source.harmonics[phase]) {
            add(harmonic.order * source.frequencyHz, phase,
                phasorOf(harmonic.level * own.rms,
                         harmonic.order * own.angleDeg + harmonic.angleDeg));
        }
        for (const Interharmonic& between : source.interharmonics[phase]) {
            add(between.frequencyHz, phase, phasorOf(between.level * own.rms, between.angleDeg));
        }
        if (source.offsetV[phase] != 0.0) {
            add(0.0, phase, source.offsetV[phase]);
        }
        for (std::size_t to = 0; to < kConductorCount; ++to) {
            const double noise = matrix[to][phase] * source.noise[phase] * own.rms;
            m_noiseSquared[to] += noise * noise;
        }
    }
}

void Conductors::addLoad(const World& world) {
    const Load& load = world.load;
    const PerPhase<double> reference = loadReferenceDeg(world.source, m_installation.service);
    const auto add = [&](double frequencyHz, std::size_t phase, const Phasor& current) {
        if (!isLive(m_installation.service, static_cast<Conductor>(phase))) {
            return;
        }
        Component& component = componentAt(frequencyHz);
        component.current[phase] += current;
        component.current[kNeutral] -= current; // N carries back what the lines bring.
    };
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double angleDeg = reference[phase] - load.laggingDeg[phase];
        add(world.source.frequencyHz, phase, phasorOf(load.currentA[phase], angleDeg));
        for (const Harmonic& harmonic : load.harmonics[phase]) {
            add(harmonic.order * world.source.frequencyHz, phase,
                phasorOf(harmonic.level * load.currentA[phase],
                         harmonic.order * angleDeg + harmonic.angleDeg));
        }
        if (load.offsetA[phase] != 0.0) {
            add(0.0, phase, load.offsetA[phase]);
        }
    }
}

std::optional<Conductor> Conductors::conductorAt(const ProbePoint& point) const {
    const Conductor conductor = point.isTerminal ? conductorAtTerminal(m_installation, point.index)
                                                 : static_cast<Conductor>(point.index);
    return isLive(m_installation.service, conductor) ? std::optional(conductor) : std::nullopt;
}

double Conductors::voltageBetween(const ProbePoint& from, const ProbePoint& to) const {
    const std::optional<Conductor> first = conductorAt(from);
    const std::optional<Conductor> second = conductorAt(to);
    if (!first || !second || *first == *second) {
        return 0.0;
    }
    const auto one = static_cast<std::size_t>(*first);
    const auto other = static_cast<std::size_t>(*second);
    double squared = m_noiseSquared[one] + m_noiseSquared[other];
    for (const Component& component : m_components) {
        squared += std::norm(component.potential[one] - component.potential[other]);
    }
    return std::sqrt(squared);
}

double Conductors::currentIn(Conductor conductor) const {
    if (!isLive(m_installation.service, conductor)) {
        return 0.0;
    }
    double squared = 0.0;
    for (const Component& component : m_components) {
        squared += std::norm(component.current[static_cast<std::size_t>(conductor)]);
    }
    return std::sqrt(squared);
}

PhaseSequence Conductors::sequenceOf(const std::array<ProbePoint, 3>& points) const {
    std::array<Phasor, 3> potential;
    for (std::size_t index = 0; index < points.size(); ++index) {
        const std::optional<Conductor> conductor = conductorAt(points[index]);
        if (!conductor) {
            return PhaseSequence::Missing;
        }
        potential[index] = m_components.front().potential[static_cast<std::size_t>(*conductor)];
    }
    const Phasor first = potential[1] - potential[0];
    const Phasor second = potential[2] - potential[1];
    const Phasor third = potential[0] - potential[2];
    if (std::min({std::abs(first), std::abs(second), std::abs(third)}) < kDeadV) {
        return PhaseSequence::Missing;
    }
    // B lags A in the forward sequence, so the triangle is run through clockwise.
    const double area = (std::conj(first) * second).imag();
    return area < 0.0 ? PhaseSequence::Forward : PhaseSequence::Reverse;
}

Phasor Conductors::phasePotential(const Component& component, std::size_t phase) const {
    const bool hasNeutral = isLive(m_installation.service, Conductor::N);
    return component.potential[phase] - (hasNeutral
                                             ? component.potential[kNeutral]
                                             : starPointOf(component.potential, m_installation));
}

double Conductors::phaseVoltage(std::size_t phase) const {
    if (!isLive(m_installation.service, static_cast<Conductor>(phase))) {
        return 0.0;
    }
    double squared = m_noiseSquared[phase];
    for (const Component& component : m_components) {
        squared += std::norm(phasePotential(component, phase));
    }
    return std::sqrt(squared);
}

double Conductors::realPowerOf(std::size_t phase) const {
    double power = 0.0;
    for (const Component& component : m_components) {
        power += (phasePotential(component, phase) * std::conj(component.current[phase])).real();
    }
    return power;
}

double Conductors::reactivePowerOf(std::size_t phase) const {
    const Component& component = m_components.front();
    return (phasePotential(component, phase) * std::conj(component.current[phase])).imag();
}

double Conductors::phaseVoltageAt(std::size_t phase, double seconds, double belowHz) const {
    if (!isLive(m_installation.service, static_cast<Conductor>(phase))) {
        return 0.0;
    }
    double value = 0.0;
    for (const Component& component : m_components) {
        if (component.frequencyHz < belowHz) {
            value += valueAt(phasePotential(component, phase), component.frequencyHz, seconds);
        }
    }
    return value;
}

double Conductors::currentAt(std::size_t phase, double seconds, double belowHz) const {
    double value = 0.0;
    for (const Component& component : m_components) {
        if (component.frequencyHz < belowHz) {
            value += valueAt(component.current[phase], component.frequencyHz, seconds);
        }
    }
    return value;
}

} // namespace meter::sim
