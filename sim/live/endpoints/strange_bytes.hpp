// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes that came in and were no request: counted, noted in the traffic with what they probably
// were, and told in the log, the first time of each kind and then seldom.

#include "sim/live/base/event_log.hpp"
#include "sim/live/base/wall_clock.hpp"
#include "sim/live/line/meter_line.hpp"
#include "sim/traffic/probable_bytes.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace meter::sim::live {

class StrangeBytes final {
public:
    StrangeBytes(MeterLine& line, EventLog& log) : m_line(line), m_log(log) {}

    void tell(const LineClient& client, std::span<const std::byte> bytes, WallUs now);

private:
    MeterLine& m_line;
    EventLog& m_log;
    std::optional<ProbableKind> m_told;
    WallUs m_toldAt = 0;
};

} // namespace meter::sim::live
