// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meters' end of a serial line, whatever carries it: a virtual port, a real device, a serial
// port over TCP. Bytes become frames, answers go out as planned at the pace of the baud rate.
//
// The line is half duplex. A request takes its time on it, then 3.5 characters pass, then the
// answer goes out byte by byte; what comes in meanwhile is lost, as on the real one. An answer
// that is planned for later keeps nobody from asking until it begins, and none overtakes it.
// What is no request takes no time on the line: whoever sends it delays nobody.
//
// Time on the line is the meter's (twice as fast at speed 2), but never slower than a master's
// time-outs expect; on a real device it is the wall clock's, and the device does the pacing.

#include "core/modbus/pdu.hpp"
#include "sim/line/request_search.hpp"
#include "sim/live/base/event_log.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/endpoints/echo_filter.hpp"
#include "sim/live/endpoints/strange_bytes.hpp"
#include "sim/live/line/meter_line.hpp"

#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::sim::live {

/// Where the bytes of a line go. Nobody reads, the buffer is full: they are lost, as on a wire.
class ByteSink {
public:
    virtual void writeBytes(std::span<const std::byte> bytes) = 0;

protected:
    ~ByteSink() = default;
};

enum class RtuCarrier : std::uint8_t {
    Virtual,    ///< Bytes come in lumps, silence means nothing: requests are searched, paced here.
    Device,     ///< Silences are judged as far as a host can see them; the device paces.
    DevicePair, ///< A device that is a pair of virtual ports: as Virtual, but may hear itself.
};

struct RtuPortParts {
    MeterLine& line;
    EventLog& log;
    LineCounters& counters;
    const Pacing& pacing;
    ByteSink& sink;
    RtuCarrier carrier;
};

class RtuPort final {
public:
    /// `name` and `peer` are for people: "/tmp/meter", "127.0.0.1:40112".
    RtuPort(const RtuPortParts& parts, std::string name, std::string peer);

    /// Another device has taken the place of the one before.
    void setCarrier(RtuCarrier carrier) { m_parts.carrier = carrier; }

    /// Bytes from the line. `master`: how the other side is set, where that can be known.
    void receive(std::span<const std::byte> bytes,
                 WallUs now,
                 const std::optional<MasterSetting>& master);

    /// Lost while the meter talks.
    void makeNoise(std::span<const std::byte> bytes, WallUs now);

    [[nodiscard]] WallUs nextDeadline() const;
    void onTime(WallUs now); ///< At or after the deadline.

    /// No byte more will come: what is unfinished is told.
    void endInput(WallUs now);
    void clear();        ///< Forgets what is unfinished both ways: nobody is there any more.
    void forgetInput();  ///< A master purged what it had sent.
    void forgetOutput(); ///< What was not yet said stays unsaid.

    /// A connection reset was planned and everything before it was said; once.
    [[nodiscard]] bool takeReset();

private:
    /// One answer on its way: pieces with a pause before each, in wall time.
    struct Transmission {
        WallUs start = 0; ///< Of the piece that is next.
        bool hasBegun = false;
        bool isPrompt = false; ///< No delay was planned: the meter is busy with it at once.
        bool isResetAfter = false;
        double characterUs = 0.0;
        double pauseScale = 1.0;
        std::vector<AnswerPiece> pieces;
        std::size_t piece = 0;
        std::size_t sentSize = 0; ///< Of that piece.
    };

    void takeInput(std::span<const std::byte> bytes, WallUs now);
    void receiveVirtual(std::span<const std::byte> bytes, WallUs now);
    void receiveFromDevice(std::span<const std::byte> bytes, WallUs now);
    void noteInput(bool isFirst, WallUs now);
    void serveVirtual(WallUs now);
    void serveDevice(WallUs now);
    void serve(std::span<const std::byte> frame, WallUs now);
    void dropDeviceInput(WallUs now);
    void send(std::span<const std::byte> bytes, WallUs endUs, WallUs now);
    [[nodiscard]] bool isUnderstood();
    [[nodiscard]] bool isSending(WallUs now) const;
    void answer(const AnswerPlan& plan, WallUs now);
    void sendDue(WallUs now);
    [[nodiscard]] bool sendPieces(Transmission& transmission, WallUs now);
    [[nodiscard]] WallUs sendDeadline() const;
    [[nodiscard]] LineClient client() const;
    [[nodiscard]] double lineScale() const;   ///< Wall time for a moment of the line's.
    [[nodiscard]] double characterUs() const; ///< In wall time; 0: not paced.

    RtuPortParts m_parts;
    std::string m_name;
    std::string m_peer;
    std::optional<MasterSetting> m_master;
    std::optional<std::string> m_mismatch;

    [[nodiscard]] bool isDevice() const { return m_parts.carrier == RtuCarrier::Device; }

    StrangeBytes m_strange;
    RequestSearch m_search; ///< Virtual.
    std::uint16_t m_searchBaudRate = 0;
    EchoFilter m_echo;                                       ///< Devices of both kinds.
    std::array<std::byte, modbus::kAduRtuSizeMax> m_input{}; ///< Device.
    std::size_t m_inputSize = 0;
    bool m_isTooLong = false;
    bool m_isSilenceJudged = false; ///< 3.5 characters passed, and it was no frame.
    WallUs m_lastInput = 0;
    WallUs m_inputSince = 0;    ///< When what is unfinished began to come.
    WallUs m_inputPauseMax = 0; ///< Of its pauses.
    WallUs m_receivedUntil = 0; ///< When the line would have brought the last request's end.

    std::deque<Transmission> m_transmissions; ///< By their start; the first may have begun.
    WallUs m_sendingUntil = 0;                ///< The device still sends.
    bool m_isResetDue = false;
};

} // namespace meter::sim::live
