// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/line_master.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim {

LineMaster::LineMaster(SerialLine& line, const LineFormat& format)
    : m_line(line), m_format(format), m_index(line.attach(*this)) {
    setFormat(format);
}

void LineMaster::setFormat(const LineFormat& format) {
    m_format = format;
    m_framer.setFormat(format.baudRate, format.parity);
    m_hasBegun = false;
}

LineUs LineMaster::send(std::span<const std::byte> frame) {
    return sendAt(nextBeginUs(), frame);
}

LineUs LineMaster::sendAt(LineUs beginUs, std::span<const std::byte> frame) {
    return transmit({.beginUs = beginUs,
                     .format = m_format,
                     .bytes = {frame.begin(), frame.end()},
                     .damagedIndex = {}});
}

LineUs LineMaster::sendDamaged(std::span<const std::byte> frame, std::size_t damagedIndex) {
    return transmit({.beginUs = nextBeginUs(),
                     .format = m_format,
                     .bytes = {frame.begin(), frame.end()},
                     .damagedIndex = damagedIndex});
}

LineUs LineMaster::transmit(LineTransmission transmission) {
    m_lastUs = m_line.transmit(m_index, std::move(transmission));
    return m_lastUs;
}

std::optional<LineReply> LineMaster::exchange(std::span<const std::byte> frame, LineUs timeoutUs) {
    m_replies.clear();
    const LineUs deadlineUs = send(frame) + timeoutUs;
    while (m_replies.empty() && m_line.runOneUntil(deadlineUs)) {
    }
    if (m_replies.empty()) {
        return std::nullopt;
    }
    LineReply reply = std::move(m_replies.front());
    m_replies.erase(m_replies.begin());
    return reply;
}

std::vector<LineReply> LineMaster::takeReplies() {
    return std::exchange(m_replies, {});
}

void LineMaster::onCharacter(std::byte received, LineUs nowUs, bool hasLineError) {
    const LineUs beginUs = nowUs - m_framer.timing().characterUs;
    if (!m_hasBegun) {
        m_begun = {.frame = {}, .beginUs = beginUs, .endUs = nowUs, .pauseMaxUs = 0};
        m_hasBegun = true;
    } else if (beginUs > m_begun.endUs) {
        m_begun.pauseMaxUs = std::max(m_begun.pauseMaxUs, beginUs - m_begun.endUs);
    }
    m_begun.endUs = nowUs;
    m_lastUs = std::max(m_lastUs, nowUs);
    m_framer.onByte(received, nowUs, hasLineError);
}

void LineMaster::onSilence(LineUs nowUs) {
    const std::span<const std::byte> frame = m_framer.frameAt(nowUs);
    m_hasBegun = false;
    if (!frame.empty()) {
        m_begun.frame.assign(frame.begin(), frame.end());
        m_replies.push_back(m_begun);
    }
}

} // namespace meter::sim
