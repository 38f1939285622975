// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Phasors of the fundamentals, and how faults change them: RMS as length, the sine's angle as
// direction. Own arithmetic, since bits must repeat.

#include "sim/installation/installation.hpp"

#include <optional>

namespace meter::sim {

struct Phasor {
    double x = 0.0;
    double y = 0.0;
};

[[nodiscard]] Phasor phasorOf(double rms, double angleDeg);
[[nodiscard]] double lengthOf(const Phasor& phasor);
[[nodiscard]] double angleDegOf(const Phasor& phasor);
[[nodiscard]] Phasor operator+(const Phasor& left, const Phasor& right);
[[nodiscard]] Phasor operator-(const Phasor& left, const Phasor& right);
[[nodiscard]] Phasor operator*(const Phasor& left, const Phasor& right);
[[nodiscard]] Phasor operator/(const Phasor& left, const Phasor& right);

/// +1 for A-B-C, −1 for A-C-B.
[[nodiscard]] double rotationOf(const Source& source);

/// Multiplies the conductors' voltages: against N, of a delta against its virtual star.
/// Harmonics follow their fundamental; the currents stay where they are.
void scaleConductors(World& world, const PerPhase<Phasor>& ratios);

/// Voltage of conductor to neutral or virtual star, RMS.
[[nodiscard]] double conductorVoltage(const World& world, std::size_t phase);

/// Sets one load current's fundamental and leaves its harmonics as they are in A.
void setCurrent(World& world, std::size_t phase, double rms, double laggingDeg);

/// Adds a harmonic to a spectrum; one of the same order is added as a phasor.
void addHarmonic(std::vector<Harmonic>& spectrum, const Harmonic& added);

} // namespace meter::sim
