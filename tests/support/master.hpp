// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A master in memory: reads and writes registers of a meter through its two doors, the PDU of
// Modbus TCP and the frame of the serial line.

#include "core/base/crc16.hpp"
#include "core/meter.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace meter::test {

using Words = std::vector<std::uint16_t>;

inline void append(std::vector<std::byte>& bytes, std::uint16_t word) {
    bytes.push_back(static_cast<std::byte>(word >> 8U));
    bytes.push_back(static_cast<std::byte>(word & 0xFFU));
}

inline std::vector<std::byte> readRequest(std::uint16_t number, std::uint16_t count) {
    std::vector<std::byte> pdu{std::byte{3}};
    append(pdu, static_cast<std::uint16_t>(number - 1));
    append(pdu, count);
    return pdu;
}

/// The words of an answer to function 3; empty: no answer, or an exception.
inline Words wordsOf(std::span<const std::byte> pdu) {
    Words words;
    if (pdu.size() < 2 || pdu[0] != std::byte{3}) {
        return words;
    }
    for (std::size_t index = 2; index + 1 < pdu.size(); index += 2) {
        words.push_back(static_cast<std::uint16_t>(std::to_integer<unsigned>(pdu[index]) << 8U |
                                                   std::to_integer<unsigned>(pdu[index + 1])));
    }
    return words;
}

inline Words readByPdu(Meter& meter, std::uint16_t number, std::uint16_t count) {
    std::array<std::byte, 256> response{};
    return wordsOf(meter.servePdu(readRequest(number, count), response));
}

inline Words readByFrame(Meter& meter, std::uint16_t number, std::uint16_t count) {
    std::vector<std::byte> frame{std::byte{meter.readings().settings.modbusAddress}};
    for (const std::byte byte : readRequest(number, count)) {
        frame.push_back(byte);
    }
    const std::uint16_t crc = crc16(frame);
    frame.push_back(static_cast<std::byte>(crc & 0xFFU));
    frame.push_back(static_cast<std::byte>(crc >> 8U));
    std::array<std::byte, 256> response{};
    const std::span<const std::byte> answer = meter.serveFrame(frame, response);
    return answer.size() < 5 ? Words{} : wordsOf(answer.subspan(1, answer.size() - 3));
}

/// Function 6; true if the meter echoed it.
inline bool writeByPdu(Meter& meter, std::uint16_t number, std::uint16_t value) {
    std::vector<std::byte> pdu{std::byte{6}};
    append(pdu, static_cast<std::uint16_t>(number - 1));
    append(pdu, value);
    std::array<std::byte, 256> response{};
    const std::span<const std::byte> answer = meter.servePdu(pdu, response);
    return !answer.empty() && answer[0] == std::byte{6};
}

inline float floatOf(const Words& words, std::size_t index) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(words[index]) << 16U | words[index + 1]);
}

inline std::uint32_t longOf(const Words& words, std::size_t index) {
    return static_cast<std::uint32_t>(words[index]) << 16U | words[index + 1];
}

} // namespace meter::test
