// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The client's side of Telnet COM port control (RFC 2217 on RFC 854 and 855): asks for the
// option, sets baud rate, data bits, parity, stop bits and no flow control, and takes the
// server's stream apart into data and answers. Bytes in, bytes out; without sockets.

#include "sim/line/telnet_stream.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::app {

class ComPortClient final : private sim::telnet::StreamListener {
public:
    ComPortClient(int baud, char parity) : m_baud(baud), m_parity(parity) {}

    /// What is sent first: the options of both sides.
    [[nodiscard]] std::vector<std::byte> greeting() const;
    /// What is sent once the server has agreed.
    [[nodiscard]] std::vector<std::byte> settings() const;
    /// Takes the stream apart; gives the data in it.
    [[nodiscard]] std::vector<std::byte> receive(std::span<const std::byte> bytes);
    /// Answers that the server's own wishes call for; empties the list.
    [[nodiscard]] std::vector<std::byte> takeReplies();

    /// The server has said that it does COM port control, or that it does not.
    [[nodiscard]] std::optional<bool> isAgreed() const { return m_isAgreed; }

    /// Every setting was answered.
    [[nodiscard]] bool isSet() const;
    /// What the server answered otherwise than it was asked, in words; empty: nothing.
    [[nodiscard]] std::string difference() const;

private:
    /// Baud rate, data bits, parity, stop bits.
    static constexpr std::size_t kSettingCount = 4;

    [[nodiscard]] std::array<std::uint32_t, kSettingCount> wanted() const;
    void onData(std::byte byte) override;
    void onOption(std::uint8_t verb, std::uint8_t option) override;
    void onSubnegotiation(std::span<const std::uint8_t> content) override;

    void onCommand(std::uint8_t /*command*/) override {} // None matters to a master.

    int m_baud;
    char m_parity;
    sim::telnet::Stream m_stream;
    std::optional<bool> m_isAgreed;
    std::array<std::optional<std::uint32_t>, kSettingCount> m_answers;
    std::vector<std::byte> m_data; ///< Of the stretch being taken apart.
    std::vector<std::byte> m_replies;
};

} // namespace meter::app
