// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/master_options.hpp"

#include "app/base/text_values.hpp"
#include "app/master/byte_log.hpp"
#include "app/master/rfc2217_link.hpp"
#include "app/master/serial_link.hpp"
#include "app/master/tcp_link.hpp"

#include <CLI/CLI.hpp>

#include <array>

namespace meter::app {
namespace {

constexpr int kUnitMax = 255; // Over TCP; a serial line has 1 to 247.
constexpr int kSerialUnitMax = 247;
constexpr int kRetriesMax = 100;

struct LinkOption {
    const char* name;
    const std::optional<std::string> MasterOptions::*value;
    bool isAddress; ///< HOST:PORT.
};

constexpr std::array<LinkOption, 4> kLinks = {{
    {"--tcp", &MasterOptions::tcp, true},
    {"--rtu", &MasterOptions::rtu, false},
    {"--rtu-tcp", &MasterOptions::rtuTcp, true},
    {"--rfc2217", &MasterOptions::rfc2217, true},
}};

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

char parityLetter(const std::string& parity) {
    if (parity == "even") {
        return 'E';
    }
    return parity == "odd" ? 'O' : 'N';
}

sim::Result<void> judgeLink(const MasterOptions& options) {
    int count = 0;
    for (const LinkOption& link : kLinks) {
        const auto& value = options.*link.value;
        if (!value) {
            continue;
        }
        ++count;
        const auto address = link.isAddress ? hostPortOf(*value) : sim::Result<HostPort>{};
        if (!address) {
            return wrong(std::string(link.name) + ": " + address.error().text);
        }
        if (link.isAddress && address->port == 0) {
            return wrong(std::string(link.name) + ": port 0 cannot be connected to");
        }
    }
    if (count != 1) {
        return wrong("say where the meter is: either --tcp HOST:PORT or --rtu DEVICE, or else "
                     "--rtu-tcp HOST:PORT or --rfc2217 HOST:PORT");
    }
    return {};
}

std::unique_ptr<MasterLink> makeLink(const MasterOptions& options,
                                     std::chrono::milliseconds timeout) {
    const char parity = parityLetter(options.parity);
    if (options.rtu) {
        return std::make_unique<SerialLink>(
            SerialParameters{.device = *options.rtu, .baud = options.baud, .parity = parity});
    }
    const auto& text =
        options.tcp ? options.tcp : (options.rtuTcp ? options.rtuTcp : options.rfc2217);
    const HostPort address = hostPortOf(*text).value_or(HostPort{});
    if (!options.rfc2217) {
        return std::make_unique<TcpLink>(address, timeout);
    }
    return std::make_unique<Rfc2217Link>(Rfc2217Link::Parameters{
        .address = address, .baud = options.baud, .parity = parity, .timeout = timeout});
}

} // namespace

void addLinkSettings(CLI::App& command, MasterOptions& options) {
    command.add_option("--baud", options.baud, "Baud rate of the serial port")
        ->check(CLI::IsMember({1200, 2400, 4800, 9600, 19200, 38400}))
        ->capture_default_str();
    command.add_option("--parity", options.parity, "Parity of the serial port")
        ->check(CLI::IsMember({"none", "even", "odd"}))
        ->capture_default_str();
    command
        .add_option(
            "--timeout", options.timeout,
            "How long to wait for an answer, besides its transmission time on a serial line")
        ->type_name("DURATION")
        ->capture_default_str();
    command
        .add_option("--retries", options.retries,
                    "Retries after a time-out, a damaged answer or a lost link")
        ->check(CLI::Range(0, kRetriesMax))
        ->capture_default_str();
    command.add_option("--format", options.format, "How to print the outcome")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command.add_flag("--verbose", options.isVerbose,
                     "Show the bytes in both directions, with times and meaning, on stderr");
}

void addMasterOptions(CLI::App& command, MasterOptions& options) {
    command.add_option("--tcp", options.tcp, "The meter's Modbus TCP address")
        ->type_name("HOST:PORT");
    command.add_option("--rtu", options.rtu, "The serial port that the meter is on")
        ->type_name("DEVICE");
    command
        .add_option("--rtu-tcp", options.rtuTcp,
                    "Where a server carries RTU frames over TCP as they are")
        ->type_name("HOST:PORT");
    command.add_option("--rfc2217", options.rfc2217, "A serial port served by RFC 2217")
        ->type_name("HOST:PORT");
    command.add_option("--unit", options.unit, "Modbus address of the meter")
        ->check(CLI::Range(0, kUnitMax))
        ->capture_default_str();
    addLinkSettings(command, options);
    command.remove_option(command.get_option("--format"));
    command.add_option("--format", options.format, "How to print the outcome")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->capture_default_str();
}

void addReadFunction(CLI::App& command, MasterOptions& options) {
    command
        .add_option("--function", options.readFunction,
                    "3 reads holding registers, 4 input registers; the meter's are the same")
        ->check(CLI::IsMember({3, 4}))
        ->capture_default_str();
}

sim::Result<void> judgeMasterOptions(const MasterOptions& options, MasterUse use) {
    if (auto judged = judgeLink(options); !judged) {
        return judged;
    }
    const auto timeout = wallDurationOf(options.timeout);
    if (!timeout || timeout->count() < 1 || *timeout > std::chrono::hours(1)) {
        return wrong("--timeout: '" + options.timeout + "' is not between 1 ms and 1 h");
    }
    if (options.isRtu() && options.unit > kSerialUnitMax) {
        return wrong("--unit: a serial line has the addresses 1 to 247 (0 = all of them)");
    }
    if (options.unit > kSerialUnitMax && options.unit < kUnitMax) {
        return wrong("--unit: " + std::to_string(options.unit) +
                     " is reserved; a meter has 1 to 247, over TCP also 0 or 255");
    }
    if (options.isRtu() && options.unit == 0 && use == MasterUse::Asks) {
        return wrong("--unit: 0 means all meters of a line, and none of them answers; name one");
    }
    return {};
}

sim::Result<ModbusMaster> connectMaster(const MasterOptions& options) {
    const auto timeout = wallDurationOf(options.timeout);
    if (!timeout) {
        return std::unexpected(timeout.error());
    }
    MasterManner manner{.isTcp = !options.isRtu(),
                        .timing = {},
                        .unit = options.unit,
                        .timeout = *timeout,
                        .retries = options.retries,
                        .readFunction = options.readFunction,
                        .observer = {}};
    if (options.hasLine()) {
        manner.timing = linkTimingOf(options.baud, parityLetter(options.parity));
    }
    if (options.isVerbose) {
        manner.observer = ByteLog();
    }
    return ModbusMaster::connect(makeLink(options, *timeout), std::move(manner));
}

} // namespace meter::app
