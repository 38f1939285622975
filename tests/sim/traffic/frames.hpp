// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Frames for the tests of traffic, from bytes written as in the documents.

#include "sim/traffic/traffic_frame.hpp"

#include <cstddef>
#include <initializer_list>

namespace meter::sim {

inline TrafficFrame tcpFrame(TrafficDirection direction, std::initializer_list<unsigned> bytes) {
    TrafficFrame frame;
    frame.direction = direction;
    frame.endpoint = "modbus-tcp 127.0.0.1:1502";
    frame.peer = "127.0.0.1:40112";
    for (const unsigned byte : bytes) {
        frame.bytes.push_back(static_cast<std::byte>(byte));
    }
    return frame;
}

inline TrafficFrame rtuFrame(TrafficDirection direction, std::initializer_list<unsigned> bytes) {
    TrafficFrame frame = tcpFrame(direction, bytes);
    frame.framing = TrafficFraming::Rtu;
    frame.endpoint = "/tmp/meter";
    frame.peer.clear();
    return frame;
}

inline constexpr auto kRequest = TrafficDirection::Request;
inline constexpr auto kAnswer = TrafficDirection::Answer;

} // namespace meter::sim
