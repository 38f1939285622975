// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What leads from one world to another, in the words of a timeline: so that a change by hand
// can be repeated by a scenario.

#include "sim/scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace meter::sim {

/// Spectra in the order of their lines and without empty ones, as keys set them.
[[nodiscard]] World tidied(World world);

/// The actions that make `to` out of `from`, one after another; none if no keys lead there (an
/// order that is there twice, a value out of range). A service of other conductors is changed by
/// way of a wye, which has all of them.
[[nodiscard]] std::optional<std::vector<TimelineAction>> actionsBetween(const World& from,
                                                                        const World& to);

} // namespace meter::sim
