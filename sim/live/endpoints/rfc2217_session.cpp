// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/rfc2217_session.hpp"

#include <array>

namespace meter::sim::live {
namespace {

/// RFC 2217's numbers, in the order of Parity (odd, even, none).
constexpr std::array<std::uint8_t, 3> kParityNumbers = {2, 3, 1};
/// By RFC 2217's numbers less one.
constexpr std::array<PortParity, 5> kPortParities = {
    PortParity::None, PortParity::Odd, PortParity::Even, PortParity::Mark, PortParity::Space};
constexpr std::uint8_t kDataBits = 8;

} // namespace

Rfc2217Session::Rfc2217Session(const Rfc2217Parts& parts, StreamReply& reply)
    : m_line(parts.line)
    , m_reply(reply)
    , m_port({.line = parts.line,
              .log = parts.log,
              .counters = parts.counters,
              .pacing = parts.pacing,
              .sink = *this,
              .carrier = RtuCarrier::Virtual},
             parts.name,
             parts.peer) {}

void Rfc2217Session::take(std::span<const std::byte> received, WallUs now) {
    const Settings& meter = m_line.settings();
    m_control.setDefaults({meter.baudRate, kParityNumbers[static_cast<std::size_t>(meter.parity)]});
    m_now = now;
    m_control.receive(received);
    if (m_port.takeReset()) {
        m_reply.reset();
    }
}

void Rfc2217Session::onTime(WallUs now) {
    m_port.onTime(now);
    if (m_port.takeReset()) {
        m_reply.reset();
    }
}

void Rfc2217Session::onData(std::span<const std::byte> data) {
    const Settings& meter = m_line.settings();
    const ComPortSetting& port = m_control.setting();
    const std::uint8_t parity =
        port.parity.value_or(kParityNumbers[static_cast<std::size_t>(meter.parity)]);
    MasterSetting master;
    master.baudRate = port.baudRate.value_or(meter.baudRate);
    master.format = CharacterFormat{.dataBits = port.dataBits.value_or(kDataBits),
                                    .parity = kPortParities[parity - 1U]};
    m_port.receive(data, m_now, master);
}

void Rfc2217Session::onReply(std::span<const std::byte> bytes) {
    m_reply.append(bytes);
}

void Rfc2217Session::onPurge() {
    m_port.forgetInput();
}

void Rfc2217Session::onSuspend(bool isSuspended) {
    m_isSuspended = isSuspended;
    if (!isSuspended && !m_held.empty()) {
        m_reply.append(m_held);
        m_held.clear();
    }
}

void Rfc2217Session::writeBytes(std::span<const std::byte> bytes) {
    std::vector<std::byte> out;
    telnet::appendData(out, bytes);
    if (!m_isSuspended) {
        m_reply.append(out);
    } else if (m_held.size() + out.size() <= kHeldSizeMax) {
        m_held.insert(m_held.end(), out.begin(), out.end());
    }
}

} // namespace meter::sim::live
