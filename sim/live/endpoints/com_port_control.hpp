// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The server's side of Telnet COM port control (RFC 2217 on RFC 854 and 855): takes a client's
// stream apart into data and commands, and answers the commands. Whatever arrives, it neither
// fails nor keeps more than one short command.

#include "sim/line/telnet_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim::live {

/// As a client has set the port; nothing where it never did.
struct ComPortSetting {
    std::optional<std::uint32_t> baudRate;
    std::optional<std::uint8_t> dataBits; ///< 5–8.
    std::optional<std::uint8_t> parity;   ///< 1 none, 2 odd, 3 even, 4 mark, 5 space.
    std::optional<std::uint8_t> stopBits; ///< 1 one, 2 two, 3 one and a half.
};

/// Told in the order of the stream.
class ComPortListener {
public:
    virtual void onData(std::span<const std::byte> data) = 0;
    virtual void onReply(std::span<const std::byte> bytes) = 0; ///< Goes to the client as it is.
    virtual void onPurge() = 0; ///< What the client sent and is not yet understood is void.
    virtual void onSuspend(bool isSuspended) = 0; ///< The client takes no data for now.

protected:
    ~ComPortListener() = default;
};

class ComPortControl final : private telnet::StreamListener {
public:
    /// What a client that asks for a value gets where it has set none.
    struct Defaults {
        std::uint32_t baudRate = 19200;
        std::uint8_t parity = 1;
    };

    explicit ComPortControl(ComPortListener& listener) : m_listener(listener) {}

    void setDefaults(const Defaults& defaults) { m_defaults = defaults; }

    void receive(std::span<const std::byte> bytes);

    [[nodiscard]] const ComPortSetting& setting() const { return m_setting; }

private:
    void onData(std::byte byte) override;
    void onOption(std::uint8_t verb, std::uint8_t option) override;
    void onSubnegotiation(std::span<const std::uint8_t> content) override;
    void onCommand(std::uint8_t command) override;
    void onComPort(std::uint8_t command, std::span<const std::uint8_t> value);
    void onBaudRate(std::span<const std::uint8_t> value);
    void onFormat(std::uint8_t command, std::uint8_t value);
    void onControl(std::uint8_t value);
    void flushData();
    void reply(std::uint8_t command, std::span<const std::uint8_t> value);
    void notifyModemState();

    ComPortListener& m_listener;
    Defaults m_defaults;
    ComPortSetting m_setting;
    telnet::Stream m_stream;
    std::uint64_t m_theirs = 0;      ///< Options the client has on, a bit each.
    std::uint64_t m_ours = 0;        ///< Those that are on here.
    std::uint8_t m_flowControl = 1;  ///< SET-CONTROL values: 1 none …
    std::uint8_t m_breakState = 6;   ///< 5 on, 6 off.
    std::uint8_t m_dtrState = 8;     ///< 8 on, 9 off.
    std::uint8_t m_rtsState = 11;    ///< 11 on, 12 off.
    std::uint8_t m_inboundFlow = 14; ///< 14 none …
    std::uint8_t m_modemMask = 0xFF;
    std::vector<std::byte> m_data; ///< Of the stretch being taken apart.
};

} // namespace meter::sim::live
