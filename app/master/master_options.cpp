// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/master_options.hpp"

#include "app/base/text_values.hpp"

#include <CLI/CLI.hpp>

namespace meter::app {
namespace {

constexpr int kUnitMax = 255; // Over TCP; the serial line has 1 to 247.
constexpr int kSerialUnitMax = 247;
constexpr int kRetriesMax = 100;

sim::Result<ModbusMaster> withRetries(sim::Result<ModbusMaster> master, int retries) {
    if (master) {
        master->setRetries(retries);
    }
    return master;
}

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

char parityLetter(const std::string& parity) {
    if (parity == "even") {
        return 'E';
    }
    return parity == "odd" ? 'O' : 'N';
}

} // namespace

void addMasterOptions(CLI::App& command, MasterOptions& options) {
    command.add_option("--tcp", options.tcp, "The meter's Modbus TCP address")
        ->type_name("HOST:PORT");
    command.add_option("--rtu", options.rtu, "The serial port that the meter is on")
        ->type_name("DEVICE");
    command.add_option("--baud", options.baud, "Baud rate of the serial port")
        ->check(CLI::IsMember({1200, 2400, 4800, 9600, 19200, 38400}))
        ->capture_default_str();
    command.add_option("--parity", options.parity, "Parity of the serial port")
        ->check(CLI::IsMember({"none", "even", "odd"}))
        ->capture_default_str();
    command.add_option("--unit", options.unit, "Modbus address of the meter")
        ->check(CLI::Range(0, kUnitMax))
        ->capture_default_str();
    command.add_option("--timeout", options.timeout, "How long to wait for an answer")
        ->type_name("DURATION")
        ->capture_default_str();
    command.add_option("--retries", options.retries, "How often to ask again without an answer")
        ->check(CLI::Range(0, kRetriesMax))
        ->capture_default_str();
    command.add_option("--format", options.format, "How to print the outcome")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->capture_default_str();
}

sim::Result<void> judgeMasterOptions(const MasterOptions& options) {
    if (options.tcp.has_value() == options.rtu.has_value()) {
        return wrong("say where the meter is: either --tcp HOST:PORT or --rtu DEVICE");
    }
    const auto timeout = wallDurationOf(options.timeout);
    if (!timeout || timeout->count() < 1 || *timeout > std::chrono::hours(1)) {
        return wrong("--timeout: '" + options.timeout + "' is not between 1 ms and 1 h");
    }
    if (options.rtu && options.unit > kSerialUnitMax) {
        return wrong("--unit: a serial line has the addresses 1 to 247 (0 = all of them)");
    }
    if (options.unit > kSerialUnitMax && options.unit < kUnitMax) {
        return wrong("--unit: " + std::to_string(options.unit) +
                     " is reserved; a meter has 1 to 247, over TCP also 0 or 255");
    }
    if (options.tcp) {
        const auto address = hostPortOf(*options.tcp);
        if (!address) {
            return wrong("--tcp: " + address.error().text);
        }
        if (address->port == 0) {
            return wrong("--tcp: port 0 cannot be connected to");
        }
    }
    return {};
}

sim::Result<ModbusMaster> connectMaster(const MasterOptions& options) {
    const auto timeout = wallDurationOf(options.timeout);
    if (!timeout) {
        return std::unexpected(timeout.error());
    }
    if (!options.tcp) {
        const SerialParameters line{.device = options.rtu.value_or(""),
                                    .baud = options.baud,
                                    .parity = parityLetter(options.parity)};
        return withRetries(ModbusMaster::overSerial(line, options.unit, *timeout),
                           options.retries);
    }
    const auto address = hostPortOf(*options.tcp);
    if (!address) {
        return std::unexpected(address.error());
    }
    return withRetries(ModbusMaster::overTcp(*address, options.unit, *timeout), options.retries);
}

} // namespace meter::app
