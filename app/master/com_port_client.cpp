// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/com_port_client.hpp"

#include <algorithm>

namespace meter::app {
namespace {

// RFC 854 and 855.
constexpr std::uint8_t kSe = 240;
constexpr std::uint8_t kSb = 250;
constexpr std::uint8_t kWill = 251;
constexpr std::uint8_t kWont = 252;
constexpr std::uint8_t kDo = 253;
constexpr std::uint8_t kDont = 254;
constexpr std::uint8_t kIac = 255;

constexpr std::uint8_t kBinary = 0;      // RFC 856.
constexpr std::uint8_t kNoGoAhead = 3;   // RFC 858.
constexpr std::uint8_t kComPort = 44;    // RFC 2217, clause 3.
constexpr std::uint8_t kSetBaudRate = 1; // … up to 4: data bits, parity, stop bits.
constexpr std::uint8_t kSetControl = 5;
constexpr std::uint8_t kPurgeData = 12;
constexpr std::uint8_t kAnswerOffset = 100;
constexpr std::uint8_t kNoFlowControl = 1;
constexpr std::uint8_t kBothBuffers = 3;
constexpr std::size_t kSubSizeMax = 64;

bool isOurOption(std::uint8_t option) {
    return option == kBinary || option == kNoGoAhead || option == kComPort;
}

void append(std::vector<std::byte>& out, std::span<const std::uint8_t> bytes) {
    for (const std::uint8_t byte : bytes) {
        out.push_back(std::byte{byte});
    }
}

void appendCommand(std::vector<std::byte>& out,
                   std::uint8_t command,
                   std::span<const std::uint8_t> value) {
    append(out, std::array{kIac, kSb, kComPort, command});
    const std::vector<std::byte> data = ComPortClient::encoded(std::as_bytes(value));
    out.insert(out.end(), data.begin(), data.end());
    append(out, std::array{kIac, kSe});
}

} // namespace

std::array<std::uint32_t, ComPortClient::kSettingCount> ComPortClient::wanted() const {
    // RFC 2217's numbers: parity 1 none, 2 odd, 3 even.
    const std::uint32_t parity = m_parity == 'N' ? 1 : (m_parity == 'O' ? 2 : 3);
    return {static_cast<std::uint32_t>(m_baud), 8, parity, 1};
}

std::vector<std::byte> ComPortClient::greeting() const {
    std::vector<std::byte> out;
    append(out, std::array{kIac, kWill, kBinary, kIac, kDo, kBinary, kIac, kWill, kNoGoAhead, kIac,
                           kDo, kNoGoAhead, kIac, kWill, kComPort});
    return out;
}

std::vector<std::byte> ComPortClient::settings() const {
    const auto values = wanted();
    std::vector<std::byte> out;
    const std::uint32_t baud = values[0];
    appendCommand(
        out, kSetBaudRate,
        std::array{static_cast<std::uint8_t>(baud >> 24U), static_cast<std::uint8_t>(baud >> 16U),
                   static_cast<std::uint8_t>(baud >> 8U), static_cast<std::uint8_t>(baud)});
    for (std::size_t i = 1; i < values.size(); ++i) {
        appendCommand(out, static_cast<std::uint8_t>(kSetBaudRate + i),
                      std::array{static_cast<std::uint8_t>(values.at(i))});
    }
    appendCommand(out, kSetControl, std::array{kNoFlowControl});
    // What the server has received and not yet sent on is nobody's answer.
    appendCommand(out, kPurgeData, std::array{kBothBuffers});
    return out;
}

std::vector<std::byte> ComPortClient::encoded(std::span<const std::byte> data) {
    std::vector<std::byte> out;
    for (const std::byte byte : data) {
        out.push_back(byte);
        if (byte == std::byte{kIac}) {
            out.push_back(byte);
        }
    }
    return out;
}

std::vector<std::byte> ComPortClient::receive(std::span<const std::byte> bytes) {
    std::vector<std::byte> data;
    for (const std::byte received : bytes) {
        const auto byte = std::to_integer<std::uint8_t>(received);
        if (m_state == State::Data) {
            if (byte == kIac) {
                m_state = State::Command;
            } else {
                data.push_back(received);
            }
        } else if (m_state == State::Command) {
            onCommand(byte, data);
        } else if (m_state == State::Option) {
            onOption(byte);
            m_state = State::Data;
        } else {
            onSubByte(byte);
        }
    }
    return data;
}

std::vector<std::byte> ComPortClient::takeReplies() {
    std::vector<std::byte> replies;
    replies.swap(m_replies);
    return replies;
}

void ComPortClient::onCommand(std::uint8_t byte, std::vector<std::byte>& data) {
    m_state = State::Data;
    if (byte == kIac) {
        data.push_back(std::byte{kIac});
    } else if (byte == kSb) {
        m_state = State::Sub;
        m_sub.clear();
    } else if (byte >= kWill && byte <= kDont) {
        m_state = State::Option;
        m_verb = byte;
    }
}

void ComPortClient::onOption(std::uint8_t option) {
    if (option == kComPort && (m_verb == kDo || m_verb == kDont)) {
        m_isAgreed = m_verb == kDo;
        return;
    }
    // Ours were offered in the greeting; what else the server wishes is refused.
    if (!isOurOption(option) && (m_verb == kWill || m_verb == kDo)) {
        append(m_replies, std::array{kIac, m_verb == kWill ? kDont : kWont, option});
    }
}

void ComPortClient::onSubByte(std::uint8_t byte) {
    if (m_state == State::Sub && byte == kIac) {
        m_state = State::SubCommand;
        return;
    }
    if (m_state == State::SubCommand && byte == kSe) {
        m_state = State::Data;
        onSubEnd();
        return;
    }
    m_state = State::Sub;
    if (m_sub.size() < kSubSizeMax) {
        m_sub.push_back(byte);
    }
}

void ComPortClient::onSubEnd() {
    if (m_sub.size() < 3 || m_sub[0] != kComPort) {
        return;
    }
    const int index = m_sub[1] - kAnswerOffset - kSetBaudRate;
    if (index < 0 || index >= static_cast<int>(kSettingCount)) {
        return; // Modem lines and the like.
    }
    std::uint32_t value = 0;
    for (std::size_t i = 2; i < m_sub.size(); ++i) {
        value = value << 8U | m_sub[i];
    }
    m_answers.at(static_cast<std::size_t>(index)) = value;
}

bool ComPortClient::isSet() const {
    return std::ranges::all_of(m_answers, [](const auto& answer) { return answer.has_value(); });
}

std::string ComPortClient::difference() const {
    constexpr std::array<const char*, kSettingCount> kNames = {"baud rate", "data bits", "parity",
                                                               "stop bits"};
    const auto values = wanted();
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& answer = m_answers.at(i);
        if (answer && *answer != values.at(i)) {
            text += (text.empty() ? "" : ", ") + std::string(kNames.at(i)) + " " +
                    std::to_string(*answer) + " instead of " + std::to_string(values.at(i));
        }
    }
    return text;
}

} // namespace meter::app
