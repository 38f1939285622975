// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Many meters from one scenario (`serve --meters N`): a line as an installer finds it, the same
// device again and again, each with its own number, state and load.

#include "sim/base/result.hpp"
#include "sim/scenario/scenario.hpp"

#include <vector>

namespace meter::sim::live {

inline constexpr int kMeterCountMax = 247;    ///< Addresses of a line.
inline constexpr int kFleetCountMax = 10'000; ///< Meters with an endpoint each.
inline constexpr int kSeriesNumberMax = 1'000'000;

/// The first is the scenario as it is. Meter i (from 0) has the address and the serial number
/// i higher, a seed of its own, and 50 to 100 % of the load's current, drawn from the seed:
/// the same on every machine. What the timeline sets later is the same for all.
[[nodiscard]] Result<std::vector<Scenario>> meterSeries(const Scenario& first, int count);

/// The same for meters with an endpoint each, from number `begin` of the series on: addresses go
/// on from 1 after 247.
[[nodiscard]] Result<std::vector<Scenario>> meterFleet(const Scenario& first, int begin, int count);

} // namespace meter::sim::live
