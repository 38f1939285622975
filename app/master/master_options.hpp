// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What read, write and identify share: how the meter is reached and how the outcome is shown.

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
    std::optional<std::string> tcp; ///< HOST:PORT; exactly one of tcp and rtu is given.
    std::optional<std::string> rtu; ///< Serial device.
    int baud = 19200;
    std::string parity = "none";
    int unit = 1;
    std::string timeout = "1 s";
    int retries = 2; ///< A meter that has just got power is silent for a second.
    std::string format = "text"; ///< text, json or csv.
};

/// Adds the options to a command and makes the library refuse what is out of range.
void addMasterOptions(CLI::App& command, MasterOptions& options);

/// What is wrong with the call itself; nothing is sent.
[[nodiscard]] sim::Result<void> judgeMasterOptions(const MasterOptions& options);

/// Opens the connection that judgeMasterOptions() found right.
[[nodiscard]] sim::Result<ModbusMaster> connectMaster(const MasterOptions& options);

} // namespace meter::app
