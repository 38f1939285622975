// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A running twin as a scenario that begins where it is now: the world as it was set up by hand,
// the meter as it is set.

#include "sim/scenario/scenario.hpp"

#include <filesystem>

namespace meter::sim {
class Simulation;
}

namespace meter::gui {

/// Faults that act now are part of the world. The timeline and what is expected stay; a load
/// profile that somebody overrode goes.
[[nodiscard]] sim::Scenario captureScenario(const sim::Simulation& simulation);

/// Writes it. Where it came from a file, what was not changed stays as its author wrote it,
/// comments included.
[[nodiscard]] sim::Result<void> saveCapture(const sim::Simulation& simulation,
                                            const std::filesystem::path& file);

} // namespace meter::gui
