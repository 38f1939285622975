// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A serial port over TCP by RFC 2217: each client has the line as it sets it. Baud rate, data
// bits and parity are known here, so they are compared fully with the meter's; a client that
// never sets them is understood. Answers go out at the pace of the baud rate.

#include "sim/live/endpoints/com_port_control.hpp"
#include "sim/live/endpoints/rtu_port.hpp"
#include "sim/live/endpoints/stream_session.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace meter::sim::live {

struct Rfc2217Parts {
    MeterLine& line;
    EventLog& log;
    LineCounters& counters;
    const Pacing& pacing;
    std::string name;
    std::string peer;
};

class Rfc2217Session final : public StreamSession, private ComPortListener, private ByteSink {
public:
    Rfc2217Session(const Rfc2217Parts& parts, StreamReply& reply);

    /// The line has its own pace, so that requests behind the first are lost, not queued.
    void take(std::span<const std::byte> received, WallUs now) override;

    Turn serve(WallUs /*now*/) override { return Turn::Idle; }

    void endInput(WallUs now) override { m_port.endInput(now); }

    [[nodiscard]] WallUs nextDeadline() const override { return m_port.nextDeadline(); }

    void onTime(WallUs now) override;

    void onNoise(std::span<const std::byte> bytes, WallUs now) override {
        m_port.makeNoise(bytes, now);
    }

private:
    void onData(std::span<const std::byte> data) override;
    void onReply(std::span<const std::byte> bytes) override;
    void onPurge() override;
    void onSuspend(bool isSuspended) override;
    void writeBytes(std::span<const std::byte> bytes) override;

    static constexpr std::size_t kHeldSizeMax = 4096; ///< Beyond it bytes are lost.

    MeterLine& m_line;
    StreamReply& m_reply;
    ComPortControl m_control{*this};
    RtuPort m_port;
    WallUs m_now = 0; ///< Of the bytes being taken apart.
    bool m_isSuspended = false;
    std::vector<std::byte> m_held; ///< While the client takes nothing.
};

} // namespace meter::sim::live
