// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A Modbus master over libmodbus, on purpose not our own code: it is the second opinion on
// what the meter answers. Registers are numbered as in the guide (protocol address + 1).
// Only the device identification is exchanged by hand, since libmodbus cannot receive it.

#include "app/base/text_values.hpp"
#include "sim/base/result.hpp"

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

enum class Presence : std::uint8_t {
    Silent,  ///< Nobody, or a gateway says so.
    Garbled, ///< Bytes came that are no answer: two units at one address, another baud rate.
    There,   ///< An answer, be it a refusal.
    Lost,    ///< The connection is gone.
};

class ModbusMaster final {
public:
    static sim::Result<ModbusMaster>
    overTcp(const HostPort& address, int unit, std::chrono::milliseconds timeout);
    static sim::Result<ModbusMaster>
    overSerial(const SerialParameters& line, int unit, std::chrono::milliseconds timeout);
    ~ModbusMaster();
    ModbusMaster(ModbusMaster&&) noexcept;
    ModbusMaster& operator=(ModbusMaster&&) noexcept;

    /// How often a request without a sound answer is sent again; 0 at first.
    void setRetries(int count);
    /// Whom the next requests are for, on the same connection.
    sim::Result<void> setUnit(int unit);
    /// Gives up and opens the connection once more, after it was lost.
    sim::Result<void> reconnect();
    /// Whether anybody is there at this address, by a read of the first register.
    Presence probe();

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
