// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One frame as it went over a wire of the twin: when, where, which way, its bytes, and what is to
// be said of it. A value; the ring of the live edge keeps many of them, more compactly.

#include "core/base/sample_time.hpp"
#include "sim/registers/register_value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

enum class TrafficDirection : std::uint8_t { Request, Answer }; ///< To the meter, from it.

enum class TrafficFraming : std::uint8_t { ModbusTcp, Rtu, RtuOverTcp };

struct TrafficFrame {
    std::uint64_t sequence = 0;  ///< From 1 on, never used again.
    std::uint64_t request = 0;   ///< An answer's: sequence of what it answers; 0: none.
    std::int64_t utcUs = 0;      ///< Wall time of its first byte, µs since 1970.
    std::int64_t durationUs = 0; ///< To the end of its last byte, on a line; 0: not known.
    std::int64_t pauseMaxUs = 0; ///< The longest pause between two of its bytes, where seen.
    SampleTime meterTime = 0;
    TrafficDirection direction = TrafficDirection::Request;
    TrafficFraming framing = TrafficFraming::ModbusTcp;
    bool isDropped = false;             ///< Came in and was no request.
    bool isChanged = false;             ///< A fault of the line changed it.
    std::string endpoint;               ///< "modbus-tcp 127.0.0.1:1502", "/dev/ttyUSB0".
    std::string peer;                   ///< "127.0.0.1:40112"; empty on a serial line.
    std::string remark;                 ///< Why there is no answer, or what a fault did.
    std::vector<std::byte> bytes;       ///< Header or CRC included.
    std::optional<ScaleFactors> scales; ///< Of the meter that is meant, then; none: no such meter.
};

/// What an endpoint speaks, by the name that it goes by and whether its clients have names.
[[nodiscard]] inline TrafficFraming framingOf(std::string_view endpoint, std::string_view peer) {
    if (endpoint.starts_with("modbus-tcp")) {
        return TrafficFraming::ModbusTcp;
    }
    return peer.empty() ? TrafficFraming::Rtu : TrafficFraming::RtuOverTcp;
}

} // namespace meter::sim
