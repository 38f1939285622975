// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/serve_options.hpp"

#include "app/base/text_values.hpp"
#include "sim/live/meter_series.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace meter::app {
namespace {

constexpr double kSpeedMax = 1000.0; // More than any machine reaches with a served line.

sim::Error inOption(std::string_view option, const sim::Error& error) {
    return {.text = std::string(option) + ": " + error.text, .place = {}};
}

/// "3" and "twin-3" are 3.
sim::Result<int> numberInSeries(const std::string& text) {
    const std::size_t begin = text.find_last_not_of("0123456789") + 1;
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + begin, end, number);
    const bool isNamed = begin > 1 && text[begin - 1] == '-';
    if (begin == text.size() || parsed.ec != std::errc{} || (begin != 0 && !isNamed)) {
        return std::unexpected(
            sim::Error{.text = "--number: '" + text +
                               "' is neither a number from 0 on nor a name that ends "
                               "in one, as in twin-3",
                       .place = {}});
    }
    return number;
}

/// Everybody who has an endpoint of his own, or one of them alone.
std::expected<std::vector<sim::Scenario>, sim::Errors> fleetOf(const ServeOptions& options,
                                                               const sim::Scenario& first) {
    const sim::Result<int> number = options.number ? numberInSeries(*options.number) : 0;
    if (!number) {
        return std::unexpected(sim::Errors{number.error()});
    }
    auto fleet = sim::live::meterFleet(first, *number, options.meterCount);
    if (!fleet) {
        return std::unexpected(sim::Errors{
            inOption(options.number ? "--number, --meters" : "--meters", fleet.error())});
    }
    return std::move(*fleet);
}

void warnIfExposed(const std::optional<sim::live::TcpAddress>& address,
                   const sim::live::EngineOptions& options,
                   std::vector<std::string>& warnings) {
    if (!address || isLoopback(address->host)) {
        return;
    }
    std::string text = "warning: others on the network can reach " + address->host +
                       ", and Modbus has no password";
    text += options.allowedCidrs.empty() ? "; --allow CIDR limits who gets in"
                                         : "; --allow limits who gets in";
    warnings.push_back(std::move(text));
}

} // namespace

/// HOST:PORT, where a `+` behind one of them gives each meter its own.
sim::Result<sim::live::TcpAddress> addressOf(std::string_view option, std::string text) {
    using Spread = sim::live::TcpSpread;
    Spread spread = Spread::None;
    const std::size_t hostEnd = text.rfind("+:");
    if (text.ends_with('+')) {
        spread = Spread::Ports;
        text.pop_back();
    } else if (hostEnd != std::string::npos) {
        spread = Spread::Hosts;
        text.erase(hostEnd, 1);
    }
    const sim::Result<HostPort> parsed = hostPortOf(text);
    if (!parsed) {
        return std::unexpected(inOption(option, parsed.error()));
    }
    if (spread != Spread::None && option != "--tcp") {
        return std::unexpected(
            inOption(option, {.text = "only --tcp gives each meter a port or an address of its own",
                              .place = {}}));
    }
    return sim::live::TcpAddress{
        .host = parsed->host, .port = parsed->port, .isDefault = false, .spread = spread};
}

void addServeOptions(CLI::App& command, ServeOptions& options) {
    command
        .add_option("--tcp", options.tcp,
                    "Serve Modbus TCP at this address; port 0 = any free one. PORT+ or HOST+: each "
                    "meter its own")
        ->type_name("HOST:PORT");
    command
        .add_option("--rtu-tcp", options.rtuTcp, "Serve Modbus RTU frames over TCP at this address")
        ->type_name("HOST:PORT");
    command
        .add_option("--rfc2217", options.rfc2217,
                    "Serve a serial port over TCP (RFC 2217) at this address")
        ->type_name("HOST:PORT");
    command.add_option("--pty", options.ptyLink, "Make a virtual serial port, linked at this path")
        ->type_name("LINK");
    command.add_option("--serial", options.serialDevice, "Serve on a real serial port")
        ->type_name("DEVICE");
    command
        .add_option("--meters", options.meterCount,
                    "How many meters to make from one scenario, at rising addresses")
        ->type_name("N");
    command
        .add_option("--number", options.number,
                    "Be meter K of the series that --meters makes, counted from 0; or NAME-K")
        ->type_name("K");
    command.add_option("--speed", options.speed, "Meter seconds per second of wall time")
        ->type_name("N");
    command.add_option("--state", options.stateDirectory, "Keep the meters' memory in this folder")
        ->type_name("DIR");
    command.add_flag("--reset-state", options.isStateReset, "Discard what --state DIR holds");
    command.add_option("--for", options.forDuration, "End after this wall time, as in 10 s")
        ->type_name("DURATION");
    command
        .add_option("--allow", options.allowedCidrs,
                    "Accept clients from these networks only, as in 192.168.1.0/24 (repeatable)")
        ->type_name("CIDR");
    command.add_option("--lesson", options.lessonFile, "A lesson instead of a scenario")
        ->type_name("FILE");
    command
        .add_option("--class", options.classAddress,
                    "Join the class of a trainer; its lesson is begun")
        ->type_name("HOST:PORT");
    command.add_option("--code", options.classCode, "The code of the class")->type_name("CODE");
    command.add_option("--learner", options.learner, "The learner's name")->type_name("NAME");
    command
        .add_option("--result", options.resultFile,
                    "The file of the result; an attempt in it is resumed")
        ->type_name("FILE");
    command.add_option("--attempt", options.attempt, "Which attempt of this learner (default 1)")
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
    command.add_option("--seed", options.seed, "Seed that the hidden faults are drawn with")
        ->type_name("N");
    command.add_option("--control", options.controlPath, "Local socket that controls the twin")
        ->type_name("PATH");
    command
        .add_option("--metrics", options.metrics,
                    "Tell Prometheus there, at /metrics, what the meters measure")
        ->type_name("HOST:PORT");
    command
        .add_option("--trace", options.tracePath,
                    "Write every frame to a .txt or .pcapng file; - = as text to standard output")
        ->type_name("FILE");
}

sim::Result<sim::live::EngineOptions> engineOptionsOf(const ServeOptions& options) {
    const auto refuse = [](std::string text) {
        return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
    };
    sim::live::EngineOptions engine;
    if (options.serialDevice && options.serialDevice->empty()) {
        return refuse("--serial: the device is missing, as in /dev/ttyUSB0");
    }
    if (!std::isfinite(options.speed) || options.speed <= 0.0 || options.speed > kSpeedMax) {
        return refuse("--speed: " + textOf(options.speed) + " is not between 0 and " +
                      textOf(kSpeedMax));
    }
    if (options.isStateReset && !options.stateDirectory) {
        return refuse("--reset-state needs --state DIR, the memory to forget");
    }
    const bool hasNamedEndpoint =
        options.tcp || options.rtuTcp || options.rfc2217 || options.ptyLink || options.serialDevice;
    if (hasNamedEndpoint) {
        engine.tcp.reset();
        engine.ptyLink = options.ptyLink;
    }
    if (options.ptyLink && options.ptyLink->empty()) {
        return refuse("--pty: the path of the link is missing");
    }

    struct Socket {
        const char* name;
        const std::optional<std::string>& text;
        std::optional<sim::live::TcpAddress>& address;
    };

    const std::array sockets = {Socket{"--tcp", options.tcp, engine.tcp},
                                Socket{"--rtu-tcp", options.rtuTcp, engine.rtuOverTcp},
                                Socket{"--rfc2217", options.rfc2217, engine.rfc2217}};
    for (const Socket& socket : sockets) {
        if (!socket.text) {
            continue;
        }
        const auto address = addressOf(socket.name, *socket.text);
        if (!address) {
            return std::unexpected(address.error());
        }
        socket.address = *address;
    }
    if (options.metrics) {
        const auto address = addressOf("--metrics", *options.metrics);
        if (!address) {
            return std::unexpected(address.error());
        }
        engine.metrics = *address;
    }
    engine.serialDevice = options.serialDevice;
    engine.allowedCidrs = options.allowedCidrs;
    engine.speed = options.speed;
    engine.stateDirectory = options.stateDirectory;
    engine.isStateReset = options.isStateReset;
    engine.controlPath = options.controlPath;
    return engine;
}

std::expected<std::vector<sim::Scenario>, sim::Errors> scenariosOf(const ServeOptions& options) {
    std::vector<sim::Scenario> scenarios;
    sim::Errors errors;
    for (const std::string& file : options.scenarioFiles) {
        auto scenario = sim::readScenario(file);
        if (scenario) {
            scenarios.push_back(std::move(*scenario));
        } else {
            errors.insert(errors.end(), scenario.error().begin(), scenario.error().end());
        }
    }
    if (!errors.empty()) {
        return std::unexpected(std::move(errors));
    }
    if (scenarios.empty()) {
        scenarios.push_back(sim::builtInScenario());
    }
    if (options.meterCount == 1 && !options.number) {
        return scenarios;
    }
    if (scenarios.size() > 1) {
        const std::string text = "--meters and --number make meters of one scenario; with several "
                                 "scenarios each file is a meter";
        return std::unexpected(sim::Errors{sim::Error{.text = text, .place = {}}});
    }
    const bool hasOwnEndpoints = options.tcp && options.tcp->find('+') != std::string::npos;
    if (hasOwnEndpoints || options.number) {
        return fleetOf(options, scenarios.front());
    }
    auto series = sim::live::meterSeries(scenarios.front(), options.meterCount);
    if (!series) {
        return std::unexpected(sim::Errors{inOption("--meters", series.error())});
    }
    return std::move(*series);
}

std::vector<std::string> exposureWarnings(const sim::live::EngineOptions& options) {
    std::vector<std::string> warnings;
    warnIfExposed(options.tcp, options, warnings);
    warnIfExposed(options.rtuOverTcp, options, warnings);
    warnIfExposed(options.rfc2217, options, warnings);
    return warnings;
}

} // namespace meter::app
