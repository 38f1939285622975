// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a line of meters can be reached by, as values: what is asked for, what is there, who is
// connected to it and what passed through it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace meter::sim::live {

/// What differs where each meter has an endpoint of its own.
enum class TcpSpread : std::uint8_t { None, Ports, Hosts };

struct TcpAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 1502; ///< 0 = any free one.
    bool isDefault = true;     ///< Not asked for: the next free port is as good.
    TcpSpread spread = TcpSpread::None;
};

enum class EndpointType : std::uint8_t {
    ModbusTcp,
    RtuOverTcp, ///< RTU frames over TCP, as simple serial device servers speak it.
    Rfc2217,    ///< A serial port over TCP with its baud rate and parity (Telnet COM port control).
    Pty,        ///< A virtual serial port.
    Serial,     ///< A real serial device.
};

/// What becomes of one client too many on an endpoint over TCP.
enum class WhenFull : std::uint8_t {
    CloseOldest, ///< The one that has been idle longest gives way.
    Refuse,      ///< The new one is accepted and closed at once.
    Ignore,      ///< The new one is accepted and never answered.
};

inline constexpr std::size_t kClientCountDefault = 320;

struct EndpointRequest {
    EndpointType type = EndpointType::ModbusTcp;
    TcpAddress address{}; ///< Of the three over TCP.
    std::string
        path{}; ///< Pty: the link to make, "auto" = a name of our choice. Serial: the device.
};

struct LineCounters {
    std::uint64_t requests = 0;
    std::uint64_t answers = 0;
    std::uint64_t exceptions = 0;
    std::uint64_t dropped = 0; ///< Bad CRC, garbage, other units, wrong baud rate.
    int clients = 0;
};

/// One of what can be connected to. `serve` prints its line: "modbus-tcp 127.0.0.1:1502".
struct Endpoint {
    std::string kind;    ///< modbus-tcp, modbus-rtu, modbus-rtu-tcp, modbus-rtu-rfc2217.
    std::string address; ///< "127.0.0.1:1502", "/tmp/metertwin-1000/…".
    std::string detail;  ///< "19200 8N1" or empty.
    int id = 0;          ///< For removing it; never given twice.
    EndpointType type = EndpointType::ModbusTcp;
    std::string trouble{};   ///< Why it cannot be used now (device unplugged); empty: open.
    LineCounters counters{}; ///< Of this endpoint.
    std::vector<std::string> peers{}; ///< "127.0.0.1:40112"; one "a program" for an opened pty.

    [[nodiscard]] std::string line() const;
};

} // namespace meter::sim::live
