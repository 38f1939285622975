// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A Modbus master over libmodbus, on purpose not our own code: it is the second opinion on
// what the meter answers. Registers are numbered as in the guide (protocol address + 1).
// Only the device identification is exchanged by hand, since libmodbus cannot receive it.

#include "app/text_values.hpp"
#include "sim/result.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {

struct SerialParameters {
    std::string device;
    int baud = 19200;
    char parity = 'N'; ///< N, E or O.
};

/// Answer to function 17.
struct ReportedId {
    std::uint8_t id = 0;
    bool isRunning = false; ///< 0xFF: the operating system runs; 0x00: the reset system.
    std::string text;
};

/// Answer to function 43/14: objects in the order of the answer, number and text.
using IdentityObjects = std::vector<std::pair<std::uint8_t, std::string>>;

class ModbusMaster final {
public:
    static sim::Result<ModbusMaster>
    overTcp(const HostPort& address, int unit, std::chrono::milliseconds timeout);
    static sim::Result<ModbusMaster>
    overSerial(const SerialParameters& line, int unit, std::chrono::milliseconds timeout);
    ~ModbusMaster();
    ModbusMaster(ModbusMaster&&) noexcept;
    ModbusMaster& operator=(ModbusMaster&&) noexcept;

    sim::Result<std::vector<std::uint16_t>> read(std::uint16_t firstNumber, int count);
    /// One register by function 06, several by function 16.
    sim::Result<void> write(std::uint16_t firstNumber, std::span<const std::uint16_t> words);
    sim::Result<ReportedId> reportId();
    sim::Result<IdentityObjects> deviceIdentification();

private:
    struct Link;
    explicit ModbusMaster(std::unique_ptr<Link> link);

    std::unique_ptr<Link> m_link;
};

} // namespace meter::app
