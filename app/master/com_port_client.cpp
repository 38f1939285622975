// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/com_port_client.hpp"

#include <algorithm>
#include <utility>

namespace meter::app {
namespace {

using namespace sim::telnet;

constexpr std::uint8_t kNoFlowControl = 1;
constexpr std::uint8_t kBothBuffers = 3;

bool isOurOption(std::uint8_t option) {
    return option == kBinary || option == kNoGoAhead || option == kComPort;
}

void append(std::vector<std::byte>& out, std::span<const std::uint8_t> bytes) {
    for (const std::uint8_t byte : bytes) {
        out.push_back(std::byte{byte});
    }
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
    appendComPort(
        out, kSetBaudRate,
        std::array{static_cast<std::uint8_t>(baud >> 24U), static_cast<std::uint8_t>(baud >> 16U),
                   static_cast<std::uint8_t>(baud >> 8U), static_cast<std::uint8_t>(baud)});
    for (std::size_t i = 1; i < values.size(); ++i) {
        appendComPort(out, static_cast<std::uint8_t>(kSetBaudRate + i),
                      std::array{static_cast<std::uint8_t>(values.at(i))});
    }
    appendComPort(out, kSetControl, std::array{kNoFlowControl});
    // What the server has received and not yet sent on is nobody's answer.
    appendComPort(out, kPurge, std::array{kBothBuffers});
    return out;
}

std::vector<std::byte> ComPortClient::receive(std::span<const std::byte> bytes) {
    m_stream.receive(bytes, *this);
    return std::exchange(m_data, {});
}

std::vector<std::byte> ComPortClient::takeReplies() {
    return std::exchange(m_replies, {});
}

void ComPortClient::onData(std::byte byte) {
    m_data.push_back(byte);
}

void ComPortClient::onOption(std::uint8_t verb, std::uint8_t option) {
    if (option == kComPort && (verb == kDo || verb == kDont)) {
        m_isAgreed = verb == kDo;
        return;
    }
    // Ours were offered in the greeting; what else the server wishes is refused.
    if (!isOurOption(option) && (verb == kWill || verb == kDo)) {
        append(m_replies, std::array{kIac, verb == kWill ? kDont : kWont, option});
    }
}

void ComPortClient::onSubnegotiation(std::span<const std::uint8_t> content) {
    if (content.size() < 3 || content[0] != kComPort) {
        return;
    }
    const int index = content[1] - kAnswerOffset - kSetBaudRate;
    if (index < 0 || index >= static_cast<int>(kSettingCount)) {
        return; // Modem lines and the like.
    }
    std::uint32_t value = 0;
    for (std::size_t i = 2; i < content.size(); ++i) {
        value = value << 8U | content[i];
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
