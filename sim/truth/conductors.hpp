// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is really there in the conductors, as hand tools show it, whatever the meter reads: from
// the world alone, in closed form. Voltages are RMS against each other, currents RMS, harmonics,
// DC and white noise included (IEEE 1459-2010, 3.1); power is the mean of v·i with a conductor's
// voltage against N, of services without N against the star point of A, B and C. Passing
// disturbances (an impulse, notches) do not count.

#include "sim/installation/installation.hpp"

#include <complex>
#include <optional>
#include <vector>

namespace meter::sim {

/// A point that a probe can touch: a conductor, or one of the meter's voltage terminals.
struct ProbePoint {
    bool isTerminal = false;
    std::size_t index = 0; ///< A, B, C, N.

    friend bool operator==(const ProbePoint&, const ProbePoint&) = default;
};

enum class PhaseSequence { Forward, Reverse, Missing }; ///< A-B-C, A-C-B, a phase is dead.

class Conductors final {
public:
    explicit Conductors(const World& world);

    /// RMS in V. A terminal without a live lead is at no voltage against anything.
    [[nodiscard]] double voltageBetween(const ProbePoint& from, const ProbePoint& to) const;
    /// RMS in A, DC included; 0 for a conductor that the service does not have.
    [[nodiscard]] double currentIn(Conductor conductor) const;
    /// Of the fundamentals, RMS: current of a line conductor against its own voltage.
    [[nodiscard]] PhaseSequence sequenceOf(const std::array<ProbePoint, 3>& points) const;

    /// Of a line conductor: W; VAR of the fundamental; both positive as a load takes them.
    [[nodiscard]] double realPowerOf(std::size_t phase) const;
    [[nodiscard]] double reactivePowerOf(std::size_t phase) const;
    /// Against N, or the star point where there is none: RMS in V.
    [[nodiscard]] double phaseVoltage(std::size_t phase) const;

    /// At a moment of the grid's time, noise left out, with what lies below a frequency.
    [[nodiscard]] double phaseVoltageAt(std::size_t phase, double seconds, double belowHz) const;
    [[nodiscard]] double currentAt(std::size_t phase, double seconds, double belowHz) const;

private:
    using Phasors = std::array<std::complex<double>, 4>; ///< Of A, B, C, N: RMS and angle.

    /// One frequency: the fundamental comes first.
    struct Component {
        double frequencyHz = 0.0; ///< 0: DC, real values.
        Phasors potential{};
        Phasors current{};
    };

    Component& componentAt(double frequencyHz);
    void addSource(const World& world);
    void addLoad(const World& world);
    /// Of a line conductor against N, or the star point.
    [[nodiscard]] std::complex<double> phasePotential(const Component& component,
                                                      std::size_t phase) const;
    [[nodiscard]] std::optional<Conductor> conductorAt(const ProbePoint& point) const;

    Installation m_installation;
    std::vector<Component> m_components;
    std::array<double, 4> m_noiseSquared{}; ///< V², of each conductor.
};

} // namespace meter::sim
