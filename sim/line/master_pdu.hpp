// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The master's side of Modbus as bytes: requests, and whether what came back is the answer to
// one of them. A master believes only what has the unit, the function and the byte count that
// its request asks for; a write is done only if its echo says so. Registers are numbered as in
// the guide (protocol address + 1). Without sockets or clocks: masters on a simulated line and
// masters on a real one share it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::sim {

using PduBytes = std::vector<std::byte>;

/// Function 3 or 4.
[[nodiscard]] PduBytes readPdu(int function, std::uint16_t number, int count);
[[nodiscard]] PduBytes writeSinglePdu(std::uint16_t number, std::uint16_t word);
[[nodiscard]] PduBytes writeMultiplePdu(std::uint16_t number, std::span<const std::uint16_t> words);
[[nodiscard]] PduBytes reportIdPdu();
/// Basic stream access to the device identification, from `firstObject` on.
[[nodiscard]] PduBytes identificationPdu(std::uint8_t firstObject);

/// Unit, PDU and CRC.
[[nodiscard]] std::vector<std::byte> rtuFrame(std::uint8_t unit, std::span<const std::byte> pdu);

enum class AnswerKind : std::uint8_t {
    Fits,      ///< The answer to the request.
    Refusal,   ///< An exception to it.
    WrongEcho, ///< The answer to a write, of another register, value or count.
    Nonsense,  ///< A good frame that answers something else.
    OtherUnit, ///< A good frame of another unit.
    BadCrc,    ///< Bytes that are no frame.
    Silence,   ///< Nothing at all.
};

struct JudgedAnswer {
    AnswerKind kind = AnswerKind::Silence;
    std::uint8_t exception = 0; ///< Of a refusal.
    std::string reason;         ///< Of what is no answer, in words.
    PduBytes pdu;               ///< Of Fits, Refusal and WrongEcho.
};

/// An answer's PDU against the request's: Fits, Refusal, WrongEcho or Nonsense.
[[nodiscard]] JudgedAnswer judgeAnswer(std::span<const std::byte> request,
                                       std::span<const std::byte> answer);

/// Looks for the answer in all that was heard on a serial line since the request. Nothing: it
/// has not come, or not whole. Fits, Refusal or WrongEcho otherwise.
[[nodiscard]] std::optional<JudgedAnswer>
findAnswer(std::uint8_t unit, std::span<const std::byte> request, std::span<const std::byte> heard);

/// What it was that was heard, when no answer was found in it: Silence, BadCrc, OtherUnit or
/// Nonsense.
[[nodiscard]] JudgedAnswer
judgeHeard(std::uint8_t unit, std::span<const std::byte> request, std::span<const std::byte> heard);

/// Size of the longest answer PDU that a request can have, for reckoning its time on the line.
[[nodiscard]] std::size_t answerSizeMax(std::span<const std::byte> request);

/// "exception 02 (illegal data address: …)", "exception 87 (0x57: not in the standard)".
[[nodiscard]] std::string exceptionText(int code);

/// Words of an answer to a read that fits.
[[nodiscard]] std::vector<std::uint16_t> wordsOf(std::span<const std::byte> answer);

} // namespace meter::sim
