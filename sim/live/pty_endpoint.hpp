// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The virtual serial port: RTU frames from a pseudo-terminal, answers at the pace of the meter's
// baud rate. Any number of masters may open and close it, one after the other or together.
//
// The line is half duplex. A request takes its time on it, then 3.5 characters pass, then the
// answer goes out byte by byte; what comes in meanwhile is lost, as on the real one.

#include "core/modbus/rtu_framer.hpp"
#include "sim/live/event_log.hpp"
#include "sim/live/live_endpoint.hpp"
#include "sim/live/meter_line.hpp"
#include "sim/live/pacing.hpp"
#include "sim/live/poll_loop.hpp"
#include "sim/live/port_link.hpp"
#include "sim/live/pseudo_terminal.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace meter::sim::live {

struct PtyParts {
    PollLoop& loop;
    MeterLine& line;
    EventLog& log;
    const Pacing& pacing;
};

class PtyEndpoint final : public LiveEndpoint, private Pollable {
public:
    PtyEndpoint(const PtyParts& parts, PseudoTerminal terminal, PortLink link);
    ~PtyEndpoint() override;

    Result<void> start();

    [[nodiscard]] const std::string& path() const { return m_link.path(); }

    [[nodiscard]] WallUs nextDeadline() const override;
    void onTime(WallUs now) override;

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
    void review(WallUs now);
    void attend();
    void leave();
    void park();
    void readAll(WallUs now);
    void receive(std::span<const std::byte> bytes, WallUs now);
    void serveFrames(WallUs now, const MasterSetting& master);
    [[nodiscard]] bool isUnderstood(const MasterSetting& master);
    void answer(std::span<const std::byte> bytes, WallUs now);
    void sendDue(WallUs now);
    void write(std::span<const std::byte> bytes);
    [[nodiscard]] Asker asker() const;
    [[nodiscard]] double characterUs() const; ///< In wall time.
    [[nodiscard]] WallUs byteDeadline() const;

    PtyParts m_parts;
    PseudoTerminal m_terminal;
    PortLink m_link;
    FileDescriptor m_inotify;
    OpenWatch m_openWatch{*this};
    bool m_isAttended = false; ///< In the loop, because some program has the port open.
    WallUs m_parkAt = 0;       ///< When the port is set back after the last program left; 0: done.
    WallUs m_nextReview = 0;

    modbus::RelaxedRtuFramer m_framer;
    std::uint16_t m_framerBaudRate = 0;
    std::optional<std::string> m_mismatch;
    WallUs m_receivedUntil = 0; ///< When the line would have brought the last byte.

    std::array<std::byte, modbus::kAduRtuSizeMax> m_output{};
    std::size_t m_outputSize = 0;
    std::size_t m_sentSize = 0;
    WallUs m_outputStart = 0;
    double m_outputCharacterUs = 0.0;
};

} // namespace meter::sim::live
