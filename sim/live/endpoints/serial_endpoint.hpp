// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A real serial device as a line of meters: the twin is one more slave on somebody's RS-485.
// Baud rate and parity are compared by the hardware. When the device is unplugged the meters
// go on, and serve again as soon as it is back.

#include "sim/live/base/event_log.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/endpoints/live_endpoint.hpp"
#include "sim/live/endpoints/rtu_port.hpp"
#include "sim/live/endpoints/serial_device.hpp"
#include "sim/live/line/meter_line.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::sim::live {

struct SerialParts {
    PollLoop& loop;
    MeterLine& line;
    EventLog& log;
    LineCounters& counters;
    const Pacing& pacing;
};

class SerialEndpoint final : public LiveEndpoint, private Pollable, private ByteSink {
public:
    SerialEndpoint(const SerialParts& parts, std::string path);
    ~SerialEndpoint() override;

    Result<void> start(); ///< Opens the device; later ones that fail are tried again.

    [[nodiscard]] WallUs nextDeadline() const override;
    void onTime(WallUs now) override;
    void onLineSetting() override;
    void onNoise(std::span<const std::byte> bytes) override;

    [[nodiscard]] std::vector<std::string> peers() const override { return {}; }

    [[nodiscard]] std::string trouble() const override { return m_trouble; }

private:
    void onReady(std::uint32_t events) override;
    void writeBytes(std::span<const std::byte> bytes) override;
    void lose(const std::string& why);
    void shut();

    SerialParts m_parts;
    std::string m_path;
    std::optional<SerialDevice> m_device;
    RtuPort m_port;
    std::string m_trouble;
    WallUs m_nextTry = kNever;
};

} // namespace meter::sim::live
