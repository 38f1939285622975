// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/stream_session.hpp"

#include "core/base/byte_order.hpp"
#include "core/modbus/mbap.hpp"
#include "sim/traffic/traffic_remarks.hpp"

#include <algorithm>
#include <optional>

namespace meter::sim::live {
namespace {

/// How long bytes that begin no Modbus TCP frame wait to be told what they are.
constexpr auto kPatienceUs = static_cast<WallUs>(RequestSearch::kPatienceUs);
constexpr std::size_t kProtocolEnd = 4; ///< In the header.
constexpr std::size_t kInFlightMax = 16;
constexpr std::size_t kRequestSizeMin = modbus::kMbapHeaderSize + 1;

} // namespace

std::span<const std::byte> MbapSession::rest() const {
    return std::span(m_input).subspan(m_begin);
}

void MbapSession::take(std::span<const std::byte> received, WallUs now) {
    m_input.erase(m_input.begin(), m_input.begin() + static_cast<std::ptrdiff_t>(m_begin));
    m_begin = 0;
    m_input.insert(m_input.end(), received.begin(), received.end());
    m_lastInput = now;
    if (!m_isFlightTold && m_input.size() > kInFlightMax * kRequestSizeMin) {
        countInFlight();
    }
}

/// Whole requests that wait here: the client has not waited for their answers.
void MbapSession::countInFlight() {
    std::size_t count = 0;
    std::span<const std::byte> bytes = rest();
    for (auto frame = modbus::parseMbap(bytes); frame.verdict == modbus::MbapVerdict::Frame;
         frame = modbus::parseMbap(bytes)) {
        bytes = bytes.subspan(frame.size);
        ++count;
    }
    if (count > kInFlightMax) {
        m_isFlightTold = true;
        m_line.noteEvent(m_reply.client(), kInFlightRemark);
    }
}

StreamSession::Turn MbapSession::serve(WallUs now) {
    for (;;) {
        const std::span<const std::byte> received = rest();
        const modbus::MbapResult result = modbus::parseMbap(received);
        if (received.empty() || result.verdict == modbus::MbapVerdict::NeedMore) {
            return Turn::Idle;
        }
        if (result.verdict == modbus::MbapVerdict::Close) {
            giveUp(now);
            return Turn::Close;
        }
        m_begin += result.size;
        if (result.verdict == modbus::MbapVerdict::Frame) {
            m_reply.answer(m_line.answerTcp(m_reply.client(), result.header, result.pdu), now);
            return Turn::Served;
        }
        m_strange.tell(m_reply.client(), received.first(result.size), now);
    }
}

/// Another protocol's number stands where 0 has to be.
bool MbapSession::isOtherProtocol() const {
    return rest().size() >= kProtocolEnd && readBigEndian16(rest(), 2) != 0;
}

void MbapSession::giveUp(WallUs now) {
    if (!rest().empty()) {
        m_strange.tell(m_reply.client(), rest(), now);
        m_begin = m_input.size();
    }
}

void MbapSession::endInput(WallUs now) {
    giveUp(now);
}

WallUs MbapSession::nextDeadline() const {
    return isOtherProtocol() ? m_lastInput + kPatienceUs : kNever;
}

void MbapSession::onTime(WallUs now) {
    if (nextDeadline() <= now) {
        giveUp(now);
    }
}

void RtuSession::take(std::span<const std::byte> received, WallUs now) {
    m_search.append(received, static_cast<std::uint64_t>(now));
}

StreamSession::Turn RtuSession::serve(WallUs now) {
    while (const auto found = m_search.next(static_cast<std::uint64_t>(now))) {
        if (found->isRequest) {
            m_reply.answer(m_line.answerRtu(m_reply.client(), found->bytes, std::nullopt), now);
            return Turn::Served;
        }
        m_strange.tell(m_reply.client(), found->bytes, now);
    }
    return Turn::Idle;
}

void RtuSession::endInput(WallUs now) {
    const auto end = static_cast<std::uint64_t>(now) + RequestSearch::kPatienceUs;
    while (const auto found = m_search.next(end)) {
        m_strange.tell(m_reply.client(), found->bytes, now);
    }
}

WallUs RtuSession::nextDeadline() const {
    return m_search.isUnfinished() ? static_cast<WallUs>(m_search.deadlineUs()) : kNever;
}

} // namespace meter::sim::live
