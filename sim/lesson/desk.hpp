// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The docks that a lesson may put on the learner's desk, by their names in the window.

#include <array>
#include <string_view>

namespace meter::sim {

inline constexpr auto kDeskDocks = std::to_array<std::string_view>(
    {"source", "wiring", "faults", "readings", "registers", "scope", "phasors", "scenario", "trend",
     "log", "traffic", "spectrum", "line", "help"});

} // namespace meter::sim
