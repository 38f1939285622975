// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A master's bytes as lines on stderr: time in UTC, direction, bytes, what they mean.

#include "app/master/master_dialogue.hpp"
#include "sim/traffic/traffic_frame.hpp"

#include <optional>

namespace meter::app {

class ByteLog {
public:
    void operator()(const MasterBytes& bytes);

private:
    std::optional<sim::TrafficFrame> m_request; ///< Sent last; it tells what an answer means.
};

} // namespace meter::app
