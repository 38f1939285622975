// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is spoken on a stream connection: the bytes of a client become requests, the answers go
// to the connection. Three framings: Modbus TCP, bare RTU frames, a serial port by RFC 2217.
// Taking bytes costs little, whatever they are; requests are served one at a time, so that a
// client with many of them waits for its turn like the others.

#include "sim/line/answer_plan.hpp"
#include "sim/line/request_search.hpp"
#include "sim/live/base/wall_clock.hpp"
#include "sim/live/endpoints/strange_bytes.hpp"
#include "sim/live/line/meter_line.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace meter::sim::live {

/// The connection as a session sees it.
class StreamReply {
public:
    virtual void answer(const AnswerPlan& plan, WallUs now) = 0;
    virtual void append(std::span<const std::byte> bytes) = 0; ///< As they are, now.
    virtual void reset() = 0; ///< A planned end, after what was appended.
    [[nodiscard]] virtual LineClient client() const = 0;

protected:
    ~StreamReply() = default;
};

class StreamSession {
public:
    enum class Turn : std::uint8_t {
        Idle,   ///< Nothing was served, and nothing can be before more bytes come.
        Served, ///< One request; there may be another one.
        Close,  ///< Nothing behind this can be understood any more; the connection ends.
    };

    StreamSession() = default;
    virtual ~StreamSession() = default;
    StreamSession(const StreamSession&) = delete;
    StreamSession& operator=(const StreamSession&) = delete;

    virtual void take(std::span<const std::byte> received, WallUs now) = 0;
    /// One request at most.
    [[nodiscard]] virtual Turn serve(WallUs now) = 0;
    /// The client sends no more: what is unfinished stays so.
    virtual void endInput(WallUs now) = 0;

    [[nodiscard]] virtual WallUs nextDeadline() const = 0; ///< kNever: none.
    virtual void onTime(WallUs now) = 0;
    /// Noise on the serial line that this stands for.
    virtual void onNoise(std::span<const std::byte> bytes, WallUs now) = 0;
};

struct SessionParts {
    MeterLine& line;
    EventLog& log;
    StreamReply& reply;
};

/// Frames with an MBAP header; segments mean nothing.
class MbapSession final : public StreamSession {
public:
    explicit MbapSession(const SessionParts& parts)
        : m_line(parts.line), m_reply(parts.reply), m_strange(parts.line, parts.log) {}

    void take(std::span<const std::byte> received, WallUs now) override;
    Turn serve(WallUs now) override;
    void endInput(WallUs now) override;
    [[nodiscard]] WallUs nextDeadline() const override;
    void onTime(WallUs now) override;

    void onNoise(std::span<const std::byte> /*bytes*/, WallUs /*now*/) override {}

private:
    [[nodiscard]] std::span<const std::byte> rest() const;
    [[nodiscard]] bool isOtherProtocol() const;
    void giveUp(WallUs now);
    void countInFlight();

    MeterLine& m_line;
    StreamReply& m_reply;
    StrangeBytes m_strange;
    std::vector<std::byte> m_input;
    std::size_t m_begin = 0; ///< Bytes of m_input before were taken apart.
    WallUs m_lastInput = 0;
    bool m_isFlightTold = false;
};

/// RTU frames with CRC; the network's side has no baud rate.
class RtuSession final : public StreamSession {
public:
    explicit RtuSession(const SessionParts& parts)
        : m_line(parts.line)
        , m_reply(parts.reply)
        , m_strange(parts.line, parts.log)
        , m_search(parts.line.settings().baudRate) {}

    void take(std::span<const std::byte> received, WallUs now) override;
    Turn serve(WallUs now) override;
    void endInput(WallUs now) override;
    [[nodiscard]] WallUs nextDeadline() const override;

    void onTime(WallUs /*now*/) override {} ///< The connection lets it serve.

    void onNoise(std::span<const std::byte> bytes, WallUs /*now*/) override {
        m_reply.append(bytes);
    }

private:
    MeterLine& m_line;
    StreamReply& m_reply;
    StrangeBytes m_strange;
    RequestSearch m_search;
};

} // namespace meter::sim::live
