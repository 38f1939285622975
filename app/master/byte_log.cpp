// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/byte_log.hpp"

#include "sim/live/line/traffic_ring.hpp"
#include "sim/traffic/traffic_meaning.hpp"
#include "sim/traffic/traffic_text.hpp"

#include <array>
#include <cstdio>
#include <utility>

namespace meter::app {

void ByteLog::operator()(const MasterBytes& bytes) {
    constexpr std::array<const char*, 3> kUses = {"sent     ", "received ", "discarded"};
    sim::TrafficFrame frame;
    frame.utcUs = sim::live::utcNow();
    frame.framing = bytes.isTcp ? sim::TrafficFraming::ModbusTcp : sim::TrafficFraming::Rtu;
    frame.direction = bytes.use == MasterByteUse::Sent ? sim::TrafficDirection::Request
                                                       : sim::TrafficDirection::Answer;
    frame.bytes.assign(bytes.bytes.begin(), bytes.bytes.end());
    const bool isAnswer = bytes.use == MasterByteUse::Received;
    const sim::TrafficMeaning meaning =
        sim::meaningOf(frame, isAnswer && m_request ? &*m_request : nullptr);
    std::fprintf(stderr, "%s  %s  %s  %s\n", sim::utcText(frame.utcUs).c_str(),
                 kUses.at(static_cast<std::size_t>(bytes.use)), sim::hexText(frame.bytes).c_str(),
                 meaning.text.c_str());
    if (bytes.use == MasterByteUse::Sent) {
        m_request = std::move(frame);
    }
}

} // namespace meter::app
