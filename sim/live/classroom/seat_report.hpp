// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the board shows of a twin, taken from its snapshot.

#include "sim/live/classroom/class_words.hpp"
#include "sim/live/engine.hpp"

namespace meter::sim::live {

[[nodiscard]] SeatReport seatReportOf(const Snapshot& snapshot);

} // namespace meter::sim::live
