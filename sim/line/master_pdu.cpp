// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/master_pdu.hpp"

#include "core/base/byte_order.hpp"
#include "core/base/crc16.hpp"
#include "core/modbus/pdu.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

namespace meter::sim {
namespace {

using modbus::FunctionCode;
using Bytes = std::span<const std::byte>;

constexpr std::uint8_t kMeiType = 0x0E;
constexpr std::uint8_t kBasicStream = 0x01;
constexpr std::size_t kWriteAnswerSize = 5;
constexpr std::size_t kIdentificationHeadSize = 7;
constexpr std::size_t kCrcSize = 2;

constexpr std::uint8_t codeOf(FunctionCode function) {
    return static_cast<std::uint8_t>(function);
}

void append(PduBytes& pdu, unsigned value) {
    pdu.push_back(static_cast<std::byte>(value >> 8U & 0xFFU));
    pdu.push_back(static_cast<std::byte>(value & 0xFFU));
}

bool isRead(std::uint8_t function) {
    return function == codeOf(FunctionCode::ReadHoldingRegisters) ||
           function == codeOf(FunctionCode::ReadInputRegisters);
}

/// Size of the device identification that begins with these bytes:
///   function 1 | MEI 1 | code 1 | conformity 1 | more 1 | next 1 | count 1 | id, length, text …
std::optional<std::size_t> identificationSize(Bytes begun) {
    if (begun.size() < kIdentificationHeadSize) {
        return std::nullopt;
    }
    std::size_t size = kIdentificationHeadSize;
    for (int object = 0; object < byteAt(begun, 6); ++object) {
        if (begun.size() < size + 2) {
            return std::nullopt;
        }
        size += 2U + byteAt(begun, size + 1);
    }
    return size;
}

/// Size of the answer PDU that begins with these bytes; nothing: more of them are needed, or
/// they begin no answer to this request.
std::optional<std::size_t> answerSize(Bytes request, Bytes begun) {
    if (request.empty() || begun.size() < 2) {
        return std::nullopt;
    }
    const std::uint8_t function = byteAt(request, 0);
    if (byteAt(begun, 0) == (function | modbus::kExceptionFlag)) {
        return 2;
    }
    if (byteAt(begun, 0) != function) {
        return std::nullopt;
    }
    if (isRead(function) || function == codeOf(FunctionCode::ReportServerId)) {
        return 2U + byteAt(begun, 1);
    }
    if (function == codeOf(FunctionCode::WriteSingleRegister) ||
        function == codeOf(FunctionCode::WriteMultipleRegisters)) {
        return kWriteAnswerSize;
    }
    if (function == codeOf(FunctionCode::EncapsulatedInterface)) {
        return identificationSize(begun);
    }
    // Of a function that only a script sends: the answer is all that there is.
    return begun.size() > kCrcSize ? std::optional(begun.size() - kCrcSize) : std::nullopt;
}

JudgedAnswer nonsense(std::string reason) {
    return {.kind = AnswerKind::Nonsense, .exception = 0, .reason = std::move(reason), .pdu = {}};
}

JudgedAnswer judged(AnswerKind kind, Bytes answer, std::string reason = {}) {
    return {.kind = kind,
            .exception = 0,
            .reason = std::move(reason),
            .pdu = PduBytes(answer.begin(), answer.end())};
}

JudgedAnswer judgeRead(Bytes request, Bytes answer) {
    const std::size_t asked = 2U * readBigEndian16(request, 3);
    const std::size_t said = answer.size() < 2 ? 0 : byteAt(answer, 1);
    if (said != asked || answer.size() != 2 + asked) {
        return nonsense("an answer with " + std::to_string(said) + " bytes of data came, not the " +
                        std::to_string(asked) + " that were asked for");
    }
    return judged(AnswerKind::Fits, answer);
}

JudgedAnswer judgeWrite(Bytes request, Bytes answer) {
    if (answer.size() != kWriteAnswerSize) {
        return nonsense("the answer to the write has a wrong length");
    }
    if (std::ranges::equal(answer, request.first(kWriteAnswerSize))) {
        return judged(AnswerKind::Fits, answer);
    }
    const bool isSingle = byteAt(request, 0) == codeOf(FunctionCode::WriteSingleRegister);
    const auto shown = [isSingle](Bytes pdu) {
        return "register " + std::to_string(readBigEndian16(pdu, 1) + 1) +
               (isSingle ? " = " : ", count ") + std::to_string(readBigEndian16(pdu, 3));
    };
    return judged(AnswerKind::WrongEcho, answer,
                  "the meter confirmed " + shown(answer) + ", sent was " + shown(request) +
                      "; what stands in the register now is not known");
}

JudgedAnswer judgeReportId(Bytes answer) {
    // Identifier and run status at least (Modbus Application Protocol V1.1b3, clause 6.13).
    return answer.size() >= 4 && answer.size() == 2U + byteAt(answer, 1)
               ? judged(AnswerKind::Fits, answer)
               : nonsense("the answer to function 17 has a wrong length");
}

JudgedAnswer judgeIdentification(Bytes request, Bytes answer) {
    const bool isSame = answer.size() >= 3 && request.size() >= 3 && answer[1] == request[1] &&
                        answer[2] == request[2];
    return isSame && identificationSize(answer) == answer.size()
               ? judged(AnswerKind::Fits, answer)
               : nonsense("the answer is not a device identification");
}

/// Length of the frame with a good CRC that the bytes begin with; 0: none.
std::size_t goodFrameSize(Bytes heard) {
    for (std::size_t size = modbus::kAduRtuSizeMin;
         size <= std::min(heard.size(), modbus::kAduRtuSizeMax); ++size) {
        if (crc16(heard.first(size - kCrcSize)) == readLittleEndian16(heard, size - kCrcSize)) {
            return size;
        }
    }
    return 0;
}

constexpr std::array<std::string_view, 12> kExceptionWords = {
    "not in the standard",
    "illegal function: the meter does not know it",
    "illegal data address: a register of the request does not exist or is read-only",
    "illegal data value: the meter refuses the value or the count",
    "server device failure",
    "acknowledge: the meter is still at work",
    "server device busy",
    "negative acknowledge",
    "memory parity error",
    "not in the standard",
    "gateway path unavailable",
    "gateway target failed to respond: no such unit behind this address"};

} // namespace

PduBytes readPdu(int function, std::uint16_t number, int count) {
    PduBytes pdu = {static_cast<std::byte>(function)};
    append(pdu, number - 1U);
    append(pdu, static_cast<unsigned>(count));
    return pdu;
}

PduBytes writeSinglePdu(std::uint16_t number, std::uint16_t word) {
    PduBytes pdu = {std::byte{codeOf(FunctionCode::WriteSingleRegister)}};
    append(pdu, number - 1U);
    append(pdu, word);
    return pdu;
}

PduBytes writeMultiplePdu(std::uint16_t number, std::span<const std::uint16_t> words) {
    PduBytes pdu = {std::byte{codeOf(FunctionCode::WriteMultipleRegisters)}};
    append(pdu, number - 1U);
    append(pdu, static_cast<unsigned>(words.size()));
    pdu.push_back(static_cast<std::byte>(2 * words.size()));
    for (const std::uint16_t word : words) {
        append(pdu, word);
    }
    return pdu;
}

PduBytes reportIdPdu() {
    return {std::byte{codeOf(FunctionCode::ReportServerId)}};
}

PduBytes identificationPdu(std::uint8_t firstObject) {
    return {std::byte{codeOf(FunctionCode::EncapsulatedInterface)}, std::byte{kMeiType},
            std::byte{kBasicStream}, std::byte{firstObject}};
}

std::vector<std::byte> rtuFrame(std::uint8_t unit, std::span<const std::byte> pdu) {
    std::vector<std::byte> frame(1 + pdu.size() + kCrcSize);
    frame[0] = std::byte{unit};
    std::ranges::copy(pdu, frame.begin() + 1);
    writeLittleEndian16(frame, 1 + pdu.size(), crc16(std::span(frame).first(1 + pdu.size())));
    return frame;
}

JudgedAnswer judgeAnswer(std::span<const std::byte> request, std::span<const std::byte> answer) {
    if (request.empty() || answer.empty()) {
        return nonsense("an answer without a function came");
    }
    const std::uint8_t function = byteAt(request, 0);
    const std::uint8_t answered = byteAt(answer, 0);
    if (answered == (function | modbus::kExceptionFlag)) {
        if (answer.size() != 2) {
            return nonsense("an exception with a wrong length came");
        }
        JudgedAnswer refusal = judged(AnswerKind::Refusal, answer);
        refusal.exception = byteAt(answer, 1);
        return refusal;
    }
    if (answered != function) {
        return nonsense("an answer to function " + std::to_string(answered & 0x7FU) +
                        " came, asked was function " + std::to_string(function));
    }
    if (isRead(function)) {
        return judgeRead(request, answer);
    }
    switch (static_cast<FunctionCode>(function)) {
    case FunctionCode::WriteSingleRegister:
    case FunctionCode::WriteMultipleRegisters:
        return judgeWrite(request, answer);
    case FunctionCode::ReportServerId:
        return judgeReportId(answer);
    case FunctionCode::EncapsulatedInterface:
        return judgeIdentification(request, answer);
    default:
        return judged(AnswerKind::Fits, answer);
    }
}

std::optional<JudgedAnswer> findAnswer(std::uint8_t unit,
                                       std::span<const std::byte> request,
                                       std::span<const std::byte> heard) {
    for (std::size_t at = 0; at + modbus::kAduRtuSizeMin < heard.size(); ++at) {
        if (byteAt(heard, at) != unit) {
            continue;
        }
        const Bytes begun = heard.subspan(at + 1);
        const auto size = answerSize(request, begun);
        if (!size || begun.size() < *size + kCrcSize) {
            continue;
        }
        if (crc16(heard.subspan(at, 1 + *size)) != readLittleEndian16(begun, *size)) {
            continue;
        }
        JudgedAnswer answer = judgeAnswer(request, begun.first(*size));
        if (answer.kind != AnswerKind::Nonsense) {
            return answer;
        }
    }
    return std::nullopt;
}

JudgedAnswer judgeHeard(std::uint8_t unit,
                        std::span<const std::byte> request,
                        std::span<const std::byte> heard) {
    if (heard.empty()) {
        return {.kind = AnswerKind::Silence, .exception = 0, .reason = {}, .pdu = {}};
    }
    const std::size_t size = goodFrameSize(heard);
    if (size == 0) {
        return {.kind = AnswerKind::BadCrc,
                .exception = 0,
                .reason = std::to_string(heard.size()) +
                          " bytes came that are not an answer, or one with a wrong CRC",
                .pdu = {}};
    }
    if (byteAt(heard, 0) != unit) {
        return {.kind = AnswerKind::OtherUnit,
                .exception = 0,
                .reason = "an answer from unit " + std::to_string(byteAt(heard, 0)) + " came",
                .pdu = {}};
    }
    JudgedAnswer answer = judgeAnswer(request, heard.subspan(1, size - 1 - kCrcSize));
    return answer.kind == AnswerKind::Nonsense ? answer
                                               : nonsense("an answer to something else came");
}

std::size_t answerSizeMax(std::span<const std::byte> request) {
    if (request.size() < 5) {
        return modbus::kPduSizeMax;
    }
    const std::uint8_t function = byteAt(request, 0);
    if (isRead(function)) {
        return std::min<std::size_t>(2U + 2U * readBigEndian16(request, 3), modbus::kPduSizeMax);
    }
    const bool isWrite = function == codeOf(FunctionCode::WriteSingleRegister) ||
                         function == codeOf(FunctionCode::WriteMultipleRegisters);
    return isWrite ? kWriteAnswerSize : modbus::kPduSizeMax;
}

std::string exceptionText(int code) {
    const auto index = static_cast<std::size_t>(code);
    const std::string_view words =
        index < kExceptionWords.size() ? kExceptionWords[index] : kExceptionWords[0];
    std::array<char, 32> number{};
    // From ten on, the two ways of counting differ.
    std::snprintf(number.data(), number.size(), code < 10 ? "%02d (" : "%d (0x%02X: ", code, code);
    return "exception " + std::string(number.data()) + std::string(words) + ")";
}

std::vector<std::uint16_t> wordsOf(std::span<const std::byte> answer) {
    std::vector<std::uint16_t> words;
    for (std::size_t at = 2; at + 1 < answer.size(); at += 2) {
        words.push_back(readBigEndian16(answer, at));
    }
    return words;
}

} // namespace meter::sim
