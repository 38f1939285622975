// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.hpp"

#include "core/base/crc16.hpp"
#include "core/modbus/mbap.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "sim/line/request_search.hpp"
#include "tests/fuzz/measuring_meter.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/legal_answer.hpp"

#include <vector>

namespace meter::test {

namespace {

using Bytes = std::vector<std::byte>;
using Span = std::span<const std::byte>;
using Kept = MeasuringMeter::Kept;

constexpr std::uint8_t kOwnAddress = 1; // factory default

Complaint wrong(std::string_view what, Span request, Span answer) {
    return std::string(what) + ": " + toHex(request) + " was answered by " + toHex(answer);
}

/// Reading changes nothing, nor does what is refused.
bool mayChange(Span request, Span answer) {
    const unsigned function = valueAt(request, 0);
    return (function == 6 || function == 16) && !isException(answer);
}

/// One PDU to the meter, judged; the answer is written into `response`.
Complaint askPdu(Span request, std::span<std::byte> response, Span& answer) {
    MeasuringMeter& subject = theMeter();
    const Kept before = subject.kept();
    answer = subject.meter().servePdu(request, response);
    if (!isLegalAnswer(request, answer)) {
        return wrong("illegal", request, answer);
    }
    if (!request.empty() && !mayChange(request, answer) && subject.kept() != before) {
        return wrong("it acted", request, answer);
    }
    return std::nullopt;
}

/// One frame that a framer told, and what came back, judged.
Complaint judgeFrame(Span frame, Span answer, bool hasChanged) {
    const bool isWhole = frame.size() <= 256 && modbus::hasValidCrc(frame);
    const unsigned unit = frame.empty() ? 0 : valueAt(frame, 0);
    if (answer.empty()) {
        const bool mayAct = isWhole && unit == 0;
        return hasChanged && !mayAct ? wrong("it acted", frame, answer) : std::nullopt;
    }
    if (!isWhole || unit != kOwnAddress || answer.size() > 256 || valueAt(answer, 0) != unit ||
        !modbus::hasValidCrc(answer)) {
        return wrong("illegal", frame, answer);
    }
    const Span request = frame.subspan(1, frame.size() - 3);
    const Span pdu = answer.subspan(1, answer.size() - 3);
    if (!isLegalAnswer(request, pdu)) {
        return wrong("illegal", request, pdu);
    }
    return hasChanged && !mayChange(request, pdu) ? wrong("it acted", request, pdu) : std::nullopt;
}

/// Frames by the strict rule, told apart here in another way: by the pauses alone.
struct Character {
    std::byte byte{};
    std::uint64_t pauseUs = 0;
    bool hasError = false;
};

/// Pause codes: mostly none, else around t1.5 and t3.5 of 19200 baud; 0x40: a line error.
Character characterOf(std::byte code, std::byte byte) {
    constexpr std::array<std::uint64_t, 8> kPauses = {0, 0, 0, 859, 861, 2'004, 2'007, 50'000};
    const auto value = std::to_integer<unsigned>(code);
    return {.byte = byte, .pauseUs = kPauses[value % 8], .hasError = (value & 0x40U) != 0};
}

/// What went out for the characters since the silence before, judged.
Complaint judgeSilence(const Bytes& frame, bool isSpoilt, std::size_t sentBefore, const Kept& was) {
    const MeasuringMeter& subject = theMeter();
    const bool isAnswered = subject.sentCount() > sentBefore;
    const Span answer = isAnswered ? Span(subject.lastSent()) : Span{};
    const bool hasChanged = subject.kept() != was;
    if (isSpoilt && (isAnswered || hasChanged)) {
        return wrong("spoilt by a pause or a line error", frame, answer);
    }
    return judgeFrame(frame, answer, hasChanged);
}

class Cuts {
public:
    explicit Cuts(unsigned seed) : m_state(seed + 1U) {}

    std::size_t next(std::size_t left) {
        m_state = m_state * 1'664'525U + 1'013'904'223U; // Numerical Recipes' generator
        const std::size_t size = 1 + (m_state >> 24U) % 13U;
        return size < left ? size : left;
    }

private:
    std::uint32_t m_state;
};

/// Serves a stream as a connection does: what is complete at once, the rest is kept.
class MbapServer {
public:
    void receive(Span bytes) {
        m_input.insert(m_input.end(), bytes.begin(), bytes.end());
        while (!m_isClosed && serveOne()) {
        }
    }

    Bytes sent;
    Complaint complaint;

private:
    bool serveOne() {
        const modbus::MbapResult result = modbus::parseMbap(m_input);
        if (result.verdict == modbus::MbapVerdict::NeedMore) {
            if (m_input.size() >= modbus::kAduTcpSizeMax) {
                complaint = "asks for more than the longest frame";
            }
            return false;
        }
        if (result.verdict == modbus::MbapVerdict::Close) {
            m_isClosed = true;
            return false;
        }
        if (result.verdict == modbus::MbapVerdict::Frame) {
            std::array<std::byte, modbus::kAduTcpSizeMax> adu{};
            Span answer;
            if (const Complaint judged =
                    askPdu(result.pdu, std::span(adu).subspan(modbus::kMbapHeaderSize), answer)) {
                complaint = judged;
            }
            const Span frame =
                modbus::writeMbap(adu, result.header.transaction, result.header.unit, answer);
            sent.insert(sent.end(), frame.begin(), frame.end());
        }
        m_input.erase(m_input.begin(), m_input.begin() + static_cast<std::ptrdiff_t>(result.size));
        return true;
    }

    Bytes m_input;
    bool m_isClosed = false;
};

} // namespace

Complaint fuzzPdu(Span input) {
    theMeter().reset();
    while (!input.empty()) {
        const std::size_t asked = valueAt(input, 0);
        input = input.subspan(1);
        const std::size_t size = asked < input.size() ? asked : input.size();
        std::array<std::byte, modbus::kPduSizeMax> response{};
        Span answer;
        const Span request = input.first(size <= modbus::kPduSizeMax ? size : 0);
        if (const Complaint complaint = askPdu(request, response, answer)) {
            return complaint;
        }
        input = input.subspan(size);
    }
    return std::nullopt;
}

Complaint fuzzStrictRtu(Span input) {
    MeasuringMeter& subject = theMeter();
    subject.reset();
    constexpr std::uint64_t kCharacterUs = 521; // 10 bits at 19200 baud, rounded up
    constexpr std::uint64_t kGapUs = 860;       // 16.5 bits
    constexpr std::uint64_t kSilenceUs = 2'006; // 38.5 bits
    std::uint64_t nowUs = 1'000'000;
    std::uint64_t deafUntilUs = 0;
    Bytes frame;
    bool isSpoilt = false;
    Kept before = subject.kept();
    for (std::size_t i = 0; i + 1 < input.size(); i += 2) {
        const Character next = characterOf(input[i], input[i + 1]);
        const std::uint64_t beginUs = nowUs + next.pauseUs;
        if (next.pauseUs >= kSilenceUs) {
            const std::size_t sent = subject.sentCount();
            const std::uint64_t silentUs = nowUs + kSilenceUs;
            subject.meter().onLineIdle(silentUs);
            if (const Complaint complaint = judgeSilence(frame, isSpoilt, sent, before)) {
                return complaint;
            }
            if (subject.sentCount() > sent) {
                deafUntilUs = silentUs + subject.lastSent().size() * kCharacterUs;
            }
            frame.clear();
            isSpoilt = false;
            before = subject.kept();
        } else if (next.pauseUs > kGapUs && !frame.empty()) {
            isSpoilt = true;
        }
        nowUs = beginUs + kCharacterUs;
        subject.meter().onByte(next.byte, nowUs, next.hasError);
        if (nowUs >= deafUntilUs) {
            frame.push_back(next.byte);
            isSpoilt = isSpoilt || next.hasError;
        } else {
            isSpoilt = false; // Not heard at all; the next one may begin a frame.
        }
    }
    const std::size_t sent = subject.sentCount();
    subject.meter().onLineIdle(nowUs + kSilenceUs);
    return judgeSilence(frame, isSpoilt, sent, before);
}

Complaint fuzzRelaxedRtu(Span input) {
    MeasuringMeter& subject = theMeter();
    subject.reset();
    sim::RequestSearch search;
    std::array<std::byte, modbus::kAduRtuSizeMax> response{};
    std::size_t given = 0;
    const auto serveAll = [&](std::uint64_t nowUs) -> Complaint {
        while (const auto found = search.next(nowUs)) {
            given += found->bytes.size();
            if (!found->isRequest) {
                continue;
            }
            if (!modbus::hasValidCrc(found->bytes)) {
                return "told a frame without a CRC: " + toHex(found->bytes);
            }
            const Kept before = subject.kept();
            const Span answer = subject.meter().serveFrame(found->bytes, response);
            if (const Complaint complaint =
                    judgeFrame(found->bytes, answer, subject.kept() != before)) {
                return complaint;
            }
        }
        return std::nullopt;
    };
    for (const std::byte byte : input) {
        search.append(std::span(&byte, 1), 1'000);
        if (const Complaint complaint = serveAll(1'000)) {
            return complaint;
        }
    }
    if (const Complaint complaint = serveAll(1'001'000)) {
        return complaint;
    }
    if (given != input.size()) {
        return "gave out " + std::to_string(given) + " of " + std::to_string(input.size()) +
               " bytes";
    }
    // Whatever came before: behind a pause a request is served.
    Bytes request = fromHex("01 03 00 82 00 01");
    const unsigned crc = crc16(request);
    request.push_back(static_cast<std::byte>(crc & 0xFFU));
    request.push_back(static_cast<std::byte>(crc >> 8U));
    bool isServed = false;
    for (const std::byte byte : request) {
        search.append(std::span(&byte, 1), 3'000'000);
        while (const auto found = search.next(3'000'000)) {
            isServed = isServed || toHex(found->bytes) == toHex(request);
        }
    }
    return isServed ? std::nullopt : Complaint("the next request is lost");
}

Complaint fuzzMbap(Span input) {
    if (input.empty()) {
        return std::nullopt;
    }
    Cuts cuts(valueAt(input, 0));
    const Span stream = input.subspan(1);
    theMeter().reset();
    MbapServer whole;
    whole.receive(stream);
    theMeter().reset();
    MbapServer pieces;
    for (Span rest = stream; !rest.empty();) {
        const std::size_t size = cuts.next(rest.size());
        pieces.receive(rest.first(size));
        rest = rest.subspan(size);
    }
    if (whole.complaint || pieces.complaint) {
        return whole.complaint ? whole.complaint : pieces.complaint;
    }
    return whole.sent == pieces.sent ? std::nullopt
                                     : wrong("other answers in pieces", whole.sent, pieces.sent);
}

} // namespace meter::test
