// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A running twin as a scenario that begins where it is now: the world as it was set up by hand,
// the meter as it is set.

#include "sim/scenario/scenario.hpp"

namespace meter::sim {
class Simulation;
}

namespace meter::gui {

/// Faults that act now are part of the world. The timeline stays; expectations go, since they
/// were about another beginning; so does a load profile that somebody overrode.
[[nodiscard]] sim::Scenario captureScenario(const sim::Simulation& simulation);

} // namespace meter::gui
