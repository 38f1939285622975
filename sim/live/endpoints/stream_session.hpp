// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is spoken on a stream connection: the bytes of a client become requests, the answers go
// to the connection. Three framings: Modbus TCP, bare RTU frames, a serial port by RFC 2217.

#include "core/modbus/rtu_framer.hpp"
#include "sim/line/answer_plan.hpp"
#include "sim/live/base/wall_clock.hpp"
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
    StreamSession() = default;
    virtual ~StreamSession() = default;
    StreamSession(const StreamSession&) = delete;
    StreamSession& operator=(const StreamSession&) = delete;

    /// False: nothing behind these bytes can be understood any more; the connection ends.
    [[nodiscard]] virtual bool consume(std::span<const std::byte> received, WallUs now) = 0;

    [[nodiscard]] virtual WallUs nextDeadline() const = 0; ///< kNever: none.
    virtual void onTime(WallUs now) = 0;
    /// Noise on the serial line that this stands for.
    virtual void onNoise(std::span<const std::byte> bytes, WallUs now) = 0;
};

/// Frames with an MBAP header; segments mean nothing.
class MbapSession final : public StreamSession {
public:
    MbapSession(MeterLine& line, StreamReply& reply) : m_line(line), m_reply(reply) {}

    bool consume(std::span<const std::byte> received, WallUs now) override;

    [[nodiscard]] WallUs nextDeadline() const override { return kNever; }

    void onTime(WallUs /*now*/) override {}

    void onNoise(std::span<const std::byte> /*bytes*/, WallUs /*now*/) override {}

private:
    MeterLine& m_line;
    StreamReply& m_reply;
    std::vector<std::byte> m_input; ///< The beginning of a frame.
};

/// RTU frames with CRC; the network's side has no baud rate.
class RtuSession final : public StreamSession {
public:
    RtuSession(MeterLine& line, StreamReply& reply)
        : m_line(line), m_reply(reply), m_framer(line.settings().baudRate) {}

    bool consume(std::span<const std::byte> received, WallUs now) override;
    [[nodiscard]] WallUs nextDeadline() const override;

    void onTime(WallUs now) override { serveFrames(now); }

    void onNoise(std::span<const std::byte> bytes, WallUs /*now*/) override {
        m_reply.append(bytes);
    }

private:
    void serveFrames(WallUs now);

    MeterLine& m_line;
    StreamReply& m_reply;
    modbus::RelaxedRtuFramer m_framer;
};

} // namespace meter::sim::live
