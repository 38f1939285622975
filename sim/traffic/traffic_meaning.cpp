// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/traffic_meaning.hpp"

#include "core/modbus/mbap.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "sim/traffic/register_words.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <utility>

namespace meter::sim {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::size_t kValuesInText = 3;
constexpr std::uint8_t kReadDeviceId = 0x0E;

constexpr std::array<std::pair<std::uint8_t, std::string_view>, 19> kFunctionNames = {{
    {0x01, "read coils"},
    {0x02, "read discrete inputs"},
    {0x03, "read holding registers"},
    {0x04, "read input registers"},
    {0x05, "write single coil"},
    {0x06, "write single register"},
    {0x07, "read exception status"},
    {0x08, "diagnostics"},
    {0x0B, "get comm event counter"},
    {0x0C, "get comm event log"},
    {0x0F, "write multiple coils"},
    {0x10, "write multiple registers"},
    {0x11, "report server ID"},
    {0x14, "read file record"},
    {0x15, "write file record"},
    {0x16, "mask write register"},
    {0x17, "read/write multiple registers"},
    {0x18, "read FIFO queue"},
    {0x2B, "encapsulated interface"},
}};

constexpr std::array<std::string_view, 12> kExceptionNames = {
    "no exception",       "illegal function",         "illegal data address",
    "illegal data value", "server device failure",    "acknowledge",
    "server device busy", "negative acknowledge",     "memory parity error",
    "unknown exception",  "gateway path unavailable", "gateway target device failed to respond",
};

std::uint8_t byteAt(Bytes bytes, std::size_t at) {
    return std::to_integer<std::uint8_t>(bytes[at]);
}

std::uint16_t wordAt(Bytes bytes, std::size_t at) {
    return static_cast<std::uint16_t>((byteAt(bytes, at) << 8) | byteAt(bytes, at + 1));
}

std::string hexOf(unsigned value, int digits) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "0x%0*X", digits, value);
    return text.data();
}

std::string twoDigits(std::uint8_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// What a device sends as text, without what would spoil a line.
std::string printable(Bytes bytes) {
    std::string text;
    for (const std::byte byte : bytes) {
        const char letter = static_cast<char>(std::to_integer<unsigned char>(byte));
        text += letter >= ' ' && letter <= '~' ? letter : '.';
    }
    return text;
}

std::string rangeText(std::uint32_t first, std::uint32_t count) {
    std::string text = std::to_string(first);
    if (count > 1) {
        text += "–" + std::to_string(first + count - 1);
    }
    const std::string names = namesOf(first, count);
    return names.empty() ? text : text + " " + names;
}

/// Takes a frame apart from its front. All offsets are of the whole frame.
class Reader {
public:
    Reader(const TrafficFrame& frame, const TrafficFrame* request, TrafficMeaning& out)
        : m_frame(frame), m_bytes(frame.bytes), m_request(request), m_out(out) {}

    void read() {
        if (!(m_frame.framing == TrafficFraming::ModbusTcp ? readMbap() : readRtuEnds())) {
            return;
        }
        const std::uint8_t code = pdu(0);
        m_out.function = static_cast<std::uint8_t>(code & 0x7FU);
        std::string name = std::string(functionName(*m_out.function));
        if ((code & modbus::kExceptionFlag) != 0 && !isRequest()) {
            field(0, 1, "function", twoDigits(*m_out.function) + " " + name + ", refused");
            return readException();
        }
        field(0, 1, "function", twoDigits(code) + " " + name);
        m_out.text = name;
        isRequest() ? readRequest() : readAnswer();
    }

private:
    [[nodiscard]] bool isRequest() const { return m_frame.direction == TrafficDirection::Request; }

    [[nodiscard]] std::uint8_t pdu(std::size_t at) const { return byteAt(m_bytes, m_from + at); }

    [[nodiscard]] std::uint16_t pduWord(std::size_t at) const {
        return wordAt(m_bytes, m_from + at);
    }

    [[nodiscard]] std::size_t pduSize() const { return m_to - m_from; }

    [[nodiscard]] Bytes pduBytes(std::size_t at, std::size_t size) const {
        return m_bytes.subspan(m_from + at, size);
    }

    void field(std::size_t at, std::size_t size, std::string name, std::string value) {
        m_out.fields.push_back({m_from + at, size, std::move(name), std::move(value)});
    }

    void breakOff(std::string text) {
        m_out.isBroken = true;
        m_out.text = std::move(text);
    }

    bool readMbap() {
        if (m_bytes.size() <= modbus::kMbapHeaderSize) {
            breakOff(std::to_string(m_bytes.size()) + " bytes, too short for Modbus TCP");
            return false;
        }
        field(0, 2, "transaction", hexOf(wordAt(m_bytes, 0), 4));
        field(2, 2, "protocol", std::to_string(wordAt(m_bytes, 2)));
        field(4, 2, "length", std::to_string(wordAt(m_bytes, 4)));
        m_from = modbus::kMbapHeaderSize;
        m_to = m_bytes.size();
        readUnit(6);
        const bool isWhole =
            wordAt(m_bytes, 2) == 0 && std::size_t{6} + wordAt(m_bytes, 4) == m_bytes.size();
        if (!isWhole) {
            breakOff(wordAt(m_bytes, 2) != 0 ? "another protocol than Modbus"
                                             : "the length does not fit the bytes");
        }
        return isWhole;
    }

    bool readRtuEnds() {
        if (m_bytes.size() < modbus::kAduRtuSizeMin) {
            breakOff(std::to_string(m_bytes.size()) + " bytes, too short for Modbus RTU");
            return false;
        }
        readUnit(0);
        const bool isRight = modbus::hasValidCrc(m_bytes);
        const std::size_t end = m_bytes.size() - 2;
        const unsigned crc = byteAt(m_bytes, end) | (unsigned{byteAt(m_bytes, end + 1)} << 8U);
        m_crc = {end, 2, "CRC", hexOf(crc, 4) + (isRight ? ", right" : ", wrong")};
        m_from = 1;
        m_to = end;
        if (!isRight) {
            m_out.fields.push_back(m_crc);
            breakOff("bad CRC");
        }
        return isRight;
    }

    void readUnit(std::size_t at) {
        m_out.unit = byteAt(m_bytes, at);
        m_out.fields.push_back(
            {at, 1, "unit",
             std::to_string(*m_out.unit) + (*m_out.unit == 0 ? " (broadcast)" : "")});
    }

    bool needs(std::size_t size) {
        if (pduSize() < size) {
            breakOff(m_out.text + ", cut short");
            return false;
        }
        return true;
    }

    void readException() {
        if (!needs(2)) {
            return;
        }
        m_out.exception = pdu(1);
        const std::string name =
            twoDigits(m_out.exception) + " " + std::string(exceptionName(m_out.exception));
        field(1, 1, "exception", name);
        m_out.text = "exception " + name;
        if (m_request != nullptr) {
            const TrafficMeaning asked = meaningOf(*m_request, nullptr);
            m_out.firstRegister = asked.firstRegister;
            m_out.registerCount = asked.registerCount;
            m_out.text += " (" + asked.text + ")";
        }
    }

    void setRange(std::uint32_t first, std::uint32_t count) {
        m_out.firstRegister = first;
        m_out.registerCount = count;
    }

    void readRequest() {
        switch (*m_out.function) {
        case 0x03:
        case 0x04:
            return readReadRequest();
        case 0x06:
            return readWriteSingle("write ");
        case 0x10:
            return readWriteMultiple();
        case 0x2B:
            return readIdentifyRequest();
        default:
            return rest();
        }
    }

    void readAnswer() {
        switch (*m_out.function) {
        case 0x03:
        case 0x04:
            return readReadAnswer();
        case 0x06:
            return readWriteSingle("written ");
        case 0x10:
            return readWriteAnswer();
        case 0x11:
            return readReportId();
        case 0x2B:
            return readIdentifyAnswer();
        default:
            return rest();
        }
    }

    void rest() {
        if (pduSize() > 1) {
            field(1, pduSize() - 1, "data", std::to_string(pduSize() - 1) + " bytes");
        }
    }

    void readRange() {
        setRange(std::uint32_t{pduWord(1)} + 1, pduWord(3));
        field(1, 2, "first register",
              std::to_string(m_out.firstRegister) + " (address " + std::to_string(pduWord(1)) +
                  ")");
        field(3, 2, "count", std::to_string(m_out.registerCount));
    }

    void readReadRequest() {
        if (!needs(5)) {
            return;
        }
        readRange();
        const char* const verb = *m_out.function == 0x04 ? "read input " : "read ";
        m_out.text = verb + rangeText(m_out.firstRegister, m_out.registerCount);
    }

    /// Values of the words from `at` on, as fields and in the text behind `verb`.
    void readValues(const std::string& verb, std::size_t at, std::size_t count) {
        std::vector<std::uint16_t> words;
        for (std::size_t i = 0; i < count; ++i) {
            words.push_back(pduWord(at + 2 * i));
        }
        const auto values = namedValuesOf(m_out.firstRegister, words, m_frame.scales);
        m_out.text = verb;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const NamedValue& value = values[i];
            if (i < kValuesInText) {
                m_out.text +=
                    (i == 0 ? "" : ", ") + value.name + (verb.empty() ? " " : " = ") + value.value;
            }
            field(at, 2 * value.words, std::to_string(value.number) + " " + value.name,
                  value.value);
            at += 2 * value.words;
        }
        if (values.size() > kValuesInText) {
            m_out.text += " and " + std::to_string(values.size() - kValuesInText) + " more";
        }
    }

    void readReadAnswer() {
        if (!needs(2)) {
            return;
        }
        field(1, 1, "byte count", std::to_string(pdu(1)));
        const std::size_t count = std::min<std::size_t>(pdu(1), pduSize() - 2) / 2;
        if (count * 2 != pdu(1) || pduSize() != std::size_t{2} + pdu(1)) {
            return breakOff(m_out.text + ", the byte count does not fit");
        }
        if (m_request == nullptr) {
            m_out.text += ": " + std::to_string(count) + " words";
            return field(2, 2 * count, "words", "of an unknown request");
        }
        const TrafficMeaning asked = meaningOf(*m_request, nullptr);
        setRange(asked.firstRegister, static_cast<std::uint32_t>(count));
        if (asked.firstRegister == 0) {
            return rest();
        }
        readValues("", 2, count);
    }

    void readWriteSingle(const std::string& verb) {
        if (!needs(5)) {
            return;
        }
        setRange(std::uint32_t{pduWord(1)} + 1, 1);
        field(1, 2, "register",
              std::to_string(m_out.firstRegister) + " (address " + std::to_string(pduWord(1)) +
                  ")");
        readValues(verb, 3, 1);
    }

    void readWriteMultiple() {
        if (!needs(6)) {
            return;
        }
        readRange();
        field(5, 1, "byte count", std::to_string(pdu(5)));
        const std::size_t count = m_out.registerCount;
        if (pdu(5) != 2 * count || pduSize() != 6 + 2 * count) {
            return breakOff("write " + rangeText(m_out.firstRegister, m_out.registerCount) +
                            ", the byte count does not fit");
        }
        readValues("write ", 6, count);
    }

    void readWriteAnswer() {
        if (!needs(5)) {
            return;
        }
        readRange();
        m_out.text = "written " + rangeText(m_out.firstRegister, m_out.registerCount);
    }

    void readReportId() {
        if (!needs(4)) {
            return;
        }
        field(1, 1, "byte count", std::to_string(pdu(1)));
        field(2, 1, "server ID", std::to_string(pdu(2)));
        const std::string state = pdu(3) == 0xFF ? "running" : "reset system";
        field(3, 1, "status", hexOf(pdu(3), 2) + " " + state);
        const std::string text = printable(pduBytes(4, pduSize() - 4));
        field(4, pduSize() - 4, "text", text);
        m_out.text = "server ID " + std::to_string(pdu(2)) + ", " + state + ", \"" + text + "\"";
    }

    void readIdentifyRequest() {
        if (!needs(4) || pdu(1) != kReadDeviceId) {
            return rest();
        }
        field(1, 1, "MEI type", "0x0E read device identification");
        field(2, 1, "code", twoDigits(pdu(2)));
        field(3, 1, "object", std::to_string(pdu(3)));
        m_out.text = "read device identification " + twoDigits(pdu(2)) + " from object " +
                     std::to_string(pdu(3));
    }

    void readIdentifyAnswer() {
        constexpr std::array<const char*, 6> kHead = {"MEI type", "code",        "conformity",
                                                      "more",     "next object", "objects"};
        if (!needs(7)) {
            return;
        }
        for (std::size_t i = 0; i < kHead.size(); ++i) {
            field(1 + i, 1, kHead.at(i), hexOf(pdu(1 + i), 2));
        }
        m_out.text = "identification:";
        std::size_t at = 7;
        for (int object = 0; object < pdu(6); ++object) {
            if (pduSize() < at + 2 || pduSize() < at + 2 + pdu(at + 1)) {
                return breakOff(m_out.text + " cut short");
            }
            const std::size_t size = pdu(at + 1);
            const std::string text = printable(pduBytes(at + 2, size));
            field(at, 2 + size, "object " + std::to_string(pdu(at)), text);
            m_out.text += (object == 0 ? " " : ", ") + text;
            at += 2 + size;
        }
    }

public:
    /// The CRC stands at the end, and so does its field.
    void finish() {
        if (m_crc.size > 0 && !m_out.isBroken) {
            m_out.fields.push_back(m_crc);
        }
    }

private:
    const TrafficFrame& m_frame;
    Bytes m_bytes;
    const TrafficFrame* m_request;
    TrafficMeaning& m_out;
    std::size_t m_from = 0; ///< Of the PDU, in the frame.
    std::size_t m_to = 0;
    TrafficField m_crc;
};

} // namespace

std::string_view functionName(std::uint8_t function) {
    const auto found = std::ranges::find(kFunctionNames, function,
                                         &std::pair<std::uint8_t, std::string_view>::first);
    return found == kFunctionNames.end() ? std::string_view("unknown function") : found->second;
}

std::string_view exceptionName(std::uint8_t code) {
    return code < kExceptionNames.size() ? kExceptionNames.at(code)
                                         : std::string_view("unknown exception");
}

TrafficMeaning meaningOf(const TrafficFrame& frame, const TrafficFrame* request) {
    TrafficMeaning meaning;
    if (frame.bytes.empty()) {
        meaning.text = "nothing";
        return meaning;
    }
    Reader reader(frame, request, meaning);
    reader.read();
    reader.finish();
    return meaning;
}

bool isTrouble(const TrafficFrame& frame, const TrafficMeaning& meaning) {
    return frame.isDropped || frame.isChanged || meaning.isBroken || meaning.exception != 0 ||
           !frame.remark.empty();
}

} // namespace meter::sim
