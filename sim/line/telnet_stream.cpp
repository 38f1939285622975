// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/telnet_stream.hpp"

namespace meter::sim::telnet {
namespace {

constexpr std::size_t kSubSizeMax = 64; // Signatures may be longer.

} // namespace

void Stream::receive(std::span<const std::byte> bytes, StreamListener& listener) {
    for (const std::byte received : bytes) {
        const auto byte = std::to_integer<std::uint8_t>(received);
        switch (m_state) {
        case State::Data:
            if (byte == kIac) {
                m_state = State::Command;
            } else {
                listener.onData(received);
            }
            break;
        case State::Command:
            onCommand(byte, listener);
            break;
        case State::Option:
            m_state = State::Data;
            listener.onOption(m_verb, byte);
            break;
        case State::Sub:
        case State::SubCommand:
            onSubByte(byte, listener);
            break;
        }
    }
}

void Stream::onCommand(std::uint8_t byte, StreamListener& listener) {
    m_state = State::Data;
    if (byte == kIac) {
        listener.onData(std::byte{kIac});
    } else if (byte == kSb) {
        m_state = State::Sub;
        m_sub.clear();
    } else if (byte >= kWill && byte <= kDont) {
        m_state = State::Option;
        m_verb = byte;
    } else {
        listener.onCommand(byte);
    }
}

void Stream::onSubByte(std::uint8_t byte, StreamListener& listener) {
    if (m_state == State::Sub && byte == kIac) {
        m_state = State::SubCommand;
        return;
    }
    if (m_state == State::SubCommand && byte == kSe) {
        m_state = State::Data;
        if (!m_sub.empty()) {
            listener.onSubnegotiation(m_sub);
        }
        return;
    }
    if (m_state == State::SubCommand && byte != kIac) {
        // A subnegotiation that never ended: the command counts.
        onCommand(byte, listener);
        return;
    }
    m_state = State::Sub;
    if (m_sub.size() < kSubSizeMax) {
        m_sub.push_back(byte);
    }
}

void appendData(std::vector<std::byte>& out, std::span<const std::byte> data) {
    for (const std::byte byte : data) {
        out.push_back(byte);
        if (byte == std::byte{kIac}) {
            out.push_back(byte);
        }
    }
}

void appendComPort(std::vector<std::byte>& out,
                   std::uint8_t command,
                   std::span<const std::uint8_t> value) {
    out.insert(out.end(),
               {std::byte{kIac}, std::byte{kSb}, std::byte{kComPort}, std::byte{command}});
    appendData(out, std::as_bytes(value));
    out.insert(out.end(), {std::byte{kIac}, std::byte{kSe}});
}

} // namespace meter::sim::telnet
