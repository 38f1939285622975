// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The virtual serial port: RTU frames from a pseudo-terminal, answers at the pace of the meter's
// baud rate. Any number of masters may open and close it, one after the other or together.

#include "sim/live/base/event_log.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/endpoints/live_endpoint.hpp"
#include "sim/live/endpoints/port_link.hpp"
#include "sim/live/endpoints/pseudo_terminal.hpp"
#include "sim/live/endpoints/rtu_port.hpp"
#include "sim/live/line/meter_line.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace meter::sim::live {

struct PtyParts {
    PollLoop& loop;
    MeterLine& line;
    EventLog& log;
    LineCounters& counters;
    const Pacing& pacing;
};

class PtyEndpoint final : public LiveEndpoint, private Pollable, private ByteSink {
public:
    PtyEndpoint(const PtyParts& parts, PseudoTerminal terminal, PortLink link);
    ~PtyEndpoint() override;

    Result<void> start();

    [[nodiscard]] const std::string& path() const { return m_link.path(); }

    [[nodiscard]] WallUs nextDeadline() const override;
    void onTime(WallUs now) override;

    void onLineSetting() override; ///< Parked again, or judged at the next request.

    void onNoise(std::span<const std::byte> bytes) override;
    [[nodiscard]] std::vector<std::string> peers() const override;

    [[nodiscard]] std::string trouble() const override { return {}; }

private:
    /// Tells of programs that open and close the port.
    class OpenWatch final : public Pollable {
    public:
        explicit OpenWatch(PtyEndpoint& owner) : m_owner(owner) {}

        void onReady(std::uint32_t events) override;

    private:
        PtyEndpoint& m_owner;
    };

    void onReady(std::uint32_t events) override;
    void writeBytes(std::span<const std::byte> bytes) override;
    [[nodiscard]] std::uint32_t fetchEvents() const;
    void onOpenedOrClosed(std::uint32_t events);
    bool watchOpens();
    void review(WallUs now);
    void attend();
    void leave();
    void park();
    void readAll(WallUs now);

    PtyParts m_parts;
    PseudoTerminal m_terminal;
    PortLink m_link;
    FileDescriptor m_inotify;
    int m_watch = -1; ///< Of the inotify descriptor.
    OpenWatch m_openWatch{*this};
    bool m_isAttended = false; ///< In the loop, because some program has the port open.
    WallUs m_parkAt = 0;       ///< When the port is set back after the last program left; 0: done.
    WallUs m_nextReview = 0;
    RtuPort m_port;
};

} // namespace meter::sim::live
