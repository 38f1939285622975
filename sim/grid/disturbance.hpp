// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Disturbances that follow the instant itself: transients, notches, missing half waves, bursts.
// Each adds a value to one source voltage (in V) or line current (in A); it depends on the
// sample's number and the phase only.

#include "sim/grid/phase_clock.hpp"
#include "sim/grid/signal_recipe.hpp"

namespace meter::sim {

[[nodiscard]] DisturbanceTerm disturbanceTermOf(const Disturbance& disturbance,
                                                double fundamentalPeak,
                                                double fundamentalDeg,
                                                bool isOfCurrent);

[[nodiscard]] double disturbanceAt(const DisturbanceTerm& term,
                                   SampleTime at,
                                   const PhaseClock& clock,
                                   double frequencyHz);

} // namespace meter::sim
