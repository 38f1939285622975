// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The services that docs/scenarios.md knows: which conductors they have, and which potentials the
// source's three voltages give them. Potentials are relative to a point of the service's own
// choice (the neutral, the star point, the earthed conductor); only differences reach a meter.

#include "sim/installation/installation.hpp"

#include <array>

namespace meter::sim {

inline constexpr std::size_t kConductorCount = 4; ///< A, B, C, N.

/// The service has this conductor; false for Conductor::Open.
[[nodiscard]] bool isLive(Service service, Conductor conductor);

/// The conductor that a voltage terminal (A, B, C, N) really reaches, through its lead, the
/// disconnect and its fuse; Open if any of them interrupts it.
[[nodiscard]] Conductor conductorAtTerminal(const Installation& installation, std::size_t terminal);

/// Source voltages are L-L: AB, BC, CA.
[[nodiscard]] bool hasDeltaSource(Service service);

/// Potential of conductor A, B, C, N = Σ matrix[conductor][k] · source voltage k. Where three
/// delta voltages do not add up to zero, what is left over counts a third in each: a closed
/// triangle cannot have it.
using PotentialMatrix = std::array<PerPhase<double>, kConductorCount>;
[[nodiscard]] PotentialMatrix potentialsOf(const Installation& installation);

/// A fundamental: RMS in V, angle in degrees.
struct Fundamental {
    double rms = 0.0;
    double angleDeg = 0.0;
};

/// The source's fundamentals. Three delta voltages that do not close are turned so that they
/// do: each keeps its RMS value, the largest its angle, and the sequence stays. If no triangle
/// has such sides, the two smaller ones are laid along the largest.
[[nodiscard]] PerPhase<Fundamental> fundamentalsOf(const Source& source, Service service);

/// What the load's angles are relative to: the angle of the own phase's voltage; of a delta,
/// that of the virtual star of three equal voltages with the source's angles.
[[nodiscard]] PerPhase<double> loadReferenceDeg(const Source& source, Service service);

} // namespace meter::sim
