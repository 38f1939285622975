// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Traffic of yesterday: frames from a trace of the twin (--trace FILE.txt) or from a capture
// (pcapng or pcap) of Modbus TCP, or of RTU frames as the twin's own captures hold them. What is
// needed of TCP is followed: segments in their order, repeated ones left out.

#include "sim/base/result.hpp"
#include "sim/traffic/traffic_frame.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace meter::sim {

/// Frames in the order of the file, answers joined to their requests. `port` is where the meter
/// listens in a capture of TCP. A file of another kind, or without a frame, is an error.
[[nodiscard]] Result<std::vector<TrafficFrame>> trafficOf(std::string_view file,
                                                          std::uint16_t port = 502);

} // namespace meter::sim
