// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/identity_exchange.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <optional>
#include <poll.h>
#include <span>
#include <string>
#include <unistd.h>

namespace meter::app {
namespace {

using Bytes = std::vector<std::uint8_t>;
using Clock = std::chrono::steady_clock;

constexpr std::uint8_t kFunction = 0x2B;
constexpr std::uint8_t kMeiType = 0x0E;
constexpr std::uint8_t kBasicStream = 0x01;
constexpr std::size_t kMbapSize = 7;
constexpr std::size_t kAnswerSizeMax = 260;
constexpr std::array<std::uint8_t, 2> kTransaction = {0x2B, 0x0E};

std::unexpected<sim::Error> failed(const std::string& text) {
    return std::unexpected(sim::Error{.text = text, .place = {}});
}

// Written independently of the core's CRC: this side is the second opinion.
std::uint16_t crcOf(std::span<const std::uint8_t> bytes) {
    std::uint16_t crc = 0xFFFF;
    for (const std::uint8_t byte : bytes) {
        crc = static_cast<std::uint16_t>(crc ^ byte);
        for (int bit = 0; bit < 8; ++bit) {
            const bool isLow = (crc & 1U) != 0;
            crc = static_cast<std::uint16_t>(crc >> 1U);
            crc = static_cast<std::uint16_t>(isLow ? crc ^ 0xA001U : crc);
        }
    }
    return crc;
}

Bytes requestFrame(const ExchangeLink& link, std::uint8_t firstObject) {
    const Bytes pdu = {kFunction, kMeiType, kBasicStream, firstObject};
    Bytes frame;
    if (link.framing == Framing::Tcp) {
        const auto length = static_cast<std::uint8_t>(pdu.size() + 1);
        frame = {kTransaction[0], kTransaction[1], 0, 0, 0, length};
    }
    frame.push_back(link.unit);
    frame.insert(frame.end(), pdu.begin(), pdu.end());
    if (link.framing == Framing::Rtu) {
        const std::uint16_t crc = crcOf(frame);
        frame.push_back(static_cast<std::uint8_t>(crc & 0xFFU));
        frame.push_back(static_cast<std::uint8_t>(crc >> 8U));
    }
    return frame;
}

/// Length of the 43/14 answer PDU that begins with these bytes; none = more are needed.
///   function 1 | MEI 1 | code 1 | conformity 1 | more 1 | next 1 | count 1 | id, length, text …
std::optional<std::size_t> answerPduSize(std::span<const std::uint8_t> pdu) {
    if (!pdu.empty() && (pdu[0] & 0x80U) != 0) {
        return 2;
    }
    if (pdu.size() < 7) {
        return std::nullopt;
    }
    std::size_t size = 7;
    for (int object = 0; object < pdu[6]; ++object) {
        if (pdu.size() < size + 2) {
            return std::nullopt;
        }
        size += 2U + pdu[size + 1];
    }
    return size;
}

/// Size of the whole frame that begins with these bytes; none = more are needed.
std::optional<std::size_t> frameSize(Framing framing, std::span<const std::uint8_t> bytes) {
    if (framing == Framing::Tcp) {
        if (bytes.size() < kMbapSize) {
            return std::nullopt;
        }
        return 6U + (static_cast<std::size_t>(bytes[4]) << 8U) + bytes[5];
    }
    if (bytes.empty()) {
        return std::nullopt;
    }
    const auto pduSize = answerPduSize(bytes.subspan(1));
    return pduSize ? std::optional(1 + *pduSize + 2) : std::nullopt;
}

sim::Result<Bytes> receiveFrame(const ExchangeLink& link) {
    const auto deadline = Clock::now() + link.timeout;
    Bytes bytes;
    while (bytes.size() <= kAnswerSizeMax) {
        const auto size = frameSize(link.framing, bytes);
        if (size && bytes.size() >= *size) {
            bytes.resize(*size);
            return bytes;
        }
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd waiting{.fd = link.descriptor, .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || poll(&waiting, 1, static_cast<int>(left.count())) == 0) {
            return failed("no answer within " + std::to_string(link.timeout.count()) + " ms");
        }
        std::array<std::uint8_t, kAnswerSizeMax> chunk{};
        const ssize_t count = ::read(link.descriptor, chunk.data(), chunk.size());
        if (count == 0) {
            return failed("the other side closed the connection");
        }
        if (count < 0 && errno != EINTR && errno != EAGAIN) {
            return failed(std::string("reading failed: ") + std::strerror(errno));
        }
        bytes.insert(bytes.end(), chunk.begin(),
                     chunk.begin() + static_cast<std::ptrdiff_t>(count > 0 ? count : 0));
    }
    return failed("the answer is longer than any Modbus frame");
}

/// Header and check sum off; what is not the answer to our request is an error.
sim::Result<Bytes> pduOf(const ExchangeLink& link, const Bytes& frame) {
    std::size_t from = kMbapSize;
    std::size_t to = frame.size();
    if (link.framing == Framing::Rtu) {
        from = 1;
        to -= 2;
        const auto crc = static_cast<std::uint16_t>(frame[to] | (frame[to + 1] << 8U));
        if (crcOf(std::span(frame).first(to)) != crc) {
            return failed("the answer's check sum is wrong");
        }
    } else if (to <= kMbapSize || frame[0] != kTransaction[0] || frame[1] != kTransaction[1]) {
        return failed("the answer belongs to another request");
    }
    if (frame[from - 1] != link.unit) {
        return failed("the answer comes from unit " + std::to_string(frame[from - 1]));
    }
    Bytes pdu(frame.begin() + static_cast<std::ptrdiff_t>(from),
              frame.begin() + static_cast<std::ptrdiff_t>(to));
    const auto size = answerPduSize(pdu);
    const bool isOurs = (pdu[0] & 0x7FU) == kFunction;
    if (!isOurs || !size || *size != pdu.size()) {
        return failed("the answer is not a device identification");
    }
    return pdu;
}

} // namespace

sim::Result<std::vector<std::uint8_t>> exchangeIdentity(const ExchangeLink& link,
                                                        std::uint8_t firstObject) {
    const Bytes request = requestFrame(link, firstObject);
    const ssize_t written = ::write(link.descriptor, request.data(), request.size());
    if (written != static_cast<ssize_t>(request.size())) {
        return failed(std::string("sending failed: ") + std::strerror(errno));
    }
    const sim::Result<Bytes> frame = receiveFrame(link);
    return frame ? pduOf(link, *frame) : std::unexpected(frame.error());
}

} // namespace meter::app
