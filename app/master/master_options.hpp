// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the commands of our master share: how the meter is reached, how long it is waited for,
// and how the outcome is shown.

#include "app/master/modbus_master.hpp"
#include "sim/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
} // namespace CLI

namespace meter::app {

struct MasterOptions {
    // Exactly one of these four is given.
    std::optional<std::string> tcp;     ///< HOST:PORT of Modbus TCP.
    std::optional<std::string> rtu;     ///< Serial device.
    std::optional<std::string> rtuTcp;  ///< HOST:PORT where RTU frames go over TCP.
    std::optional<std::string> rfc2217; ///< HOST:PORT of a serial port by RFC 2217.
    int baud = 19200;
    std::string parity = "none";
    int unit = 1;
    std::string timeout = "1 s";
    int retries = 2;             ///< A meter that has just got power is silent for a second.
    int readFunction = 3;        ///< 3 or 4.
    std::string format = "text"; ///< text, json or csv.
    bool isVerbose = false;      ///< The bytes both ways go to stderr.

    /// Over a serial line, be it at the end of a TCP connection.
    [[nodiscard]] bool isRtu() const { return !tcp.has_value(); }

    /// Baud rate and parity mean something.
    [[nodiscard]] bool hasLine() const { return rtu.has_value() || rfc2217.has_value(); }
};

/// Whether a command can do with a broadcast, which nobody answers.
enum class MasterUse : std::uint8_t { Asks, Writes };

/// Baud rate, parity, time-out, retries, --verbose: for commands that name their meters otherwise.
void addLinkSettings(CLI::App& command, MasterOptions& options);
/// All of the options; the library refuses what is out of range.
void addMasterOptions(CLI::App& command, MasterOptions& options);
/// --function 3|4.
void addReadFunction(CLI::App& command, MasterOptions& options);

/// What is wrong with the call itself; nothing is sent.
[[nodiscard]] sim::Result<void> judgeMasterOptions(const MasterOptions& options, MasterUse use);

/// Opens the link that judgeMasterOptions() found right.
[[nodiscard]] sim::Result<ModbusMaster> connectMaster(const MasterOptions& options);

} // namespace meter::app
