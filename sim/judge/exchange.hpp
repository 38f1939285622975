// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A request with what came of it, taken apart for the judge of masters; and what a client did
// that was no request. Times are microseconds of the observer's clock, registers the guide's.

#include "sim/traffic/traffic_frame.hpp"
#include "sim/traffic/traffic_remarks.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace meter::sim {

struct Exchange {
    enum class Outcome : std::uint8_t {
        Answered,
        Refused,
        Failed,     ///< Nothing came, or nothing that can be understood.
        Unanswered, ///< A broadcast: none is due.
    };

    TrafficFrame request;
    std::optional<TrafficFrame> answer;
    Outcome outcome = Outcome::Failed;
    std::uint8_t unit = 0;
    std::uint8_t function = 0;
    std::uint8_t exception = 0;
    std::uint32_t first = 0; ///< Register; 0: the function has none.
    std::uint32_t count = 0;
    bool isSerial = false; ///< A line with a baud rate: silences and times mean something.
    bool isTcp = false;    ///< With transactions.
    std::uint16_t transaction = 0;
    std::uint32_t connection = 0; ///< A number for each that the client has opened.
    std::uint32_t inFlight = 0;   ///< Requests of the connection without an answer, this one too.
    std::int64_t beginUs = 0;     ///< Of the request's first byte.
    std::int64_t endUs = 0;       ///< Of its last.
    std::int64_t answerEndUs = 0; ///< Of the last byte of the answer; 0: none came.
    std::int64_t pauseMaxUs = 0;  ///< The longest within the request.

    [[nodiscard]] std::span<const std::byte> pdu() const;
    [[nodiscard]] std::span<const std::byte> answerPdu() const; ///< Empty: none.

    [[nodiscard]] bool isRead() const { return function == 3 || function == 4; }

    [[nodiscard]] bool isWrite() const { return function == 6 || function == 16; }

    [[nodiscard]] std::uint32_t last() const { return first + count - 1; }

    [[nodiscard]] bool reads(std::uint32_t number) const {
        return isRead() && number >= first && number <= last();
    }

    /// Word of an answered read, or of a write.
    [[nodiscard]] std::optional<std::uint16_t> word(std::uint32_t number) const;
};

/// Bytes that were no request, or an event of the connection.
struct Stray {
    TrafficFrame frame;
    bool isSerial = false;
};

/// Takes a request apart: function, registers, transaction. The outcome is not touched.
[[nodiscard]] Exchange exchangeOf(const TrafficFrame& request);

/// Gives it its answer.
void setAnswer(Exchange& exchange, const TrafficFrame& answer);

/// True for lines with a baud rate: virtual ports, devices, RFC 2217, the simulated line.
[[nodiscard]] bool isSerialEndpoint(const TrafficFrame& frame);

/// Who asks: the host of a client, whatever its connection; the endpoint on a serial line.
[[nodiscard]] std::string clientOf(const TrafficFrame& frame);

} // namespace meter::sim
