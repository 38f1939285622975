// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/stream_session.hpp"

#include "core/modbus/mbap.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim::live {

bool MbapSession::consume(std::span<const std::byte> received, WallUs now) {
    if (!m_input.empty()) {
        std::ranges::copy(received, std::back_inserter(m_input));
        received = m_input;
    }
    while (!received.empty()) {
        const modbus::MbapResult result = modbus::parseMbap(received);
        if (result.verdict == modbus::MbapVerdict::NeedMore) {
            break;
        }
        if (result.verdict == modbus::MbapVerdict::Close) {
            m_line.drop(m_reply.client(), received, "no Modbus TCP frame has this length");
            return false;
        }
        const std::size_t size = std::min(result.size, received.size());
        if (result.verdict == modbus::MbapVerdict::Frame) {
            m_reply.answer(m_line.answerTcp(m_reply.client(), result.header, result.pdu), now);
        } else {
            m_line.drop(m_reply.client(), received.first(size), "the protocol is not Modbus");
        }
        received = received.subspan(size);
    }
    if (received.empty()) {
        m_input.clear();
        return true;
    }
    const std::vector<std::byte> rest(received.begin(), received.end());
    m_input = rest; // `received` may lie in m_input itself.
    return true;
}

bool RtuSession::consume(std::span<const std::byte> received, WallUs now) {
    for (const std::byte byte : received) {
        m_framer.onByte(byte, static_cast<std::uint64_t>(now));
        serveFrames(now);
    }
    return true;
}

void RtuSession::serveFrames(WallUs now) {
    for (auto frame = m_framer.nextFrame(static_cast<std::uint64_t>(now)); !frame.empty();
         frame = m_framer.nextFrame(static_cast<std::uint64_t>(now))) {
        m_reply.answer(m_line.answerRtu(m_reply.client(), frame, std::nullopt), now);
    }
}

WallUs RtuSession::nextDeadline() const {
    return m_framer.isUnfinished() ? static_cast<WallUs>(m_framer.deadlineUs()) : kNever;
}

} // namespace meter::sim::live
