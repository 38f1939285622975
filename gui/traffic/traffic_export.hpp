// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The traffic that is shown, written to a file: .pcapng for Wireshark, anything else as text.

#include "sim/base/result.hpp"
#include "sim/live/line/traffic_ring.hpp"
#include "sim/traffic/traffic_filter.hpp"

#include <QString>

namespace meter::gui {

/// Every frame in the ring that the filter lets through, in order.
[[nodiscard]] sim::Result<void> exportTraffic(const sim::live::TrafficRing& ring,
                                              const sim::TrafficFilter& filter,
                                              const QString& path);

} // namespace meter::gui
