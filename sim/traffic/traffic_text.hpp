// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Traffic as text: one line a frame, fields parted by tabs, under one line of column names.

#include "sim/traffic/byte_text.hpp"
#include "sim/traffic/traffic_meaning.hpp"

#include <cstdint>
#include <string>

namespace meter::sim {

/// "2026-11-23T03:40:52.123456Z".
[[nodiscard]] std::string utcText(std::int64_t utcUs);

/// Names of the columns, behind a '#'.
[[nodiscard]] std::string trafficTextHeader();
/// number, time_utc, meter_s, endpoint, peer, direction (request or answer), unit, function,
/// meaning, remark, bytes; empty where there is nothing to say. Ends with a line feed.
[[nodiscard]] std::string trafficTextLine(const TrafficFrame& frame, const TrafficMeaning& meaning);

} // namespace meter::sim
