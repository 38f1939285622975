// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The client's side of Telnet COM port control (RFC 2217 on RFC 854 and 855): asks for the
// option, sets baud rate, data bits, parity, stop bits and no flow control, and takes the
// server's stream apart into data and answers. Bytes in, bytes out; without sockets.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::app {

class ComPortClient final {
public:
    ComPortClient(int baud, char parity) : m_baud(baud), m_parity(parity) {}

    /// What is sent first: the options of both sides.
    [[nodiscard]] std::vector<std::byte> greeting() const;
    /// What is sent once the server has agreed.
    [[nodiscard]] std::vector<std::byte> settings() const;
    /// Data on its way to the port: 255 is doubled.
    [[nodiscard]] static std::vector<std::byte> encoded(std::span<const std::byte> data);

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
    enum class State : std::uint8_t { Data, Command, Option, Sub, SubCommand };

    /// Baud rate, data bits, parity, stop bits.
    static constexpr std::size_t kSettingCount = 4;

    [[nodiscard]] std::array<std::uint32_t, kSettingCount> wanted() const;
    void onCommand(std::uint8_t byte, std::vector<std::byte>& data);
    void onOption(std::uint8_t option);
    void onSubByte(std::uint8_t byte);
    void onSubEnd();

    int m_baud;
    char m_parity;
    State m_state = State::Data;
    std::uint8_t m_verb = 0;
    std::optional<bool> m_isAgreed;
    std::array<std::optional<std::uint32_t>, kSettingCount> m_answers;
    std::vector<std::uint8_t> m_sub;
    std::vector<std::byte> m_replies;
};

} // namespace meter::app
