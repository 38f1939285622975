// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/serve_options.hpp"

#include "app/base/text_values.hpp"
#include "sim/live/meter_series.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
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

void warnIfExposed(const sim::live::TcpAddress& address,
                   const sim::live::EngineOptions& options,
                   std::vector<std::string>& warnings) {
    if (isLoopback(address.host)) {
        return;
    }
    std::string text =
        "warning: others on the network can reach " + address.host + ", and Modbus has no password";
    text += options.allowedCidrs.empty() ? "; --allow CIDR limits who gets in"
                                         : "; --allow limits who gets in";
    warnings.push_back(std::move(text));
}

struct FullWord {
    const char* word;
    sim::live::WhenFull meaning;
};

constexpr std::array kFullWords = {FullWord{"close-oldest", sim::live::WhenFull::CloseOldest},
                                   FullWord{"refuse", sim::live::WhenFull::Refuse},
                                   FullWord{"ignore", sim::live::WhenFull::Ignore}};

constexpr int kClientCountMost = 10'000;

sim::Error refusal(std::string text) {
    return {.text = std::move(text), .place = {}};
}

/// Clients: how many, for how long, and what becomes of one too many.
sim::Result<void> takeClientRules(const ServeOptions& options, sim::live::EngineOptions& engine) {
    if (options.clientCountMax < 1 || options.clientCountMax > kClientCountMost) {
        return std::unexpected(refusal("--max-clients: " + std::to_string(options.clientCountMax) +
                                       " is not between 1 and " +
                                       std::to_string(kClientCountMost)));
    }
    engine.clientCountMax = static_cast<std::size_t>(options.clientCountMax);
    const auto* const word = std::ranges::find(kFullWords, options.whenFull, &FullWord::word);
    if (word == kFullWords.end()) {
        return std::unexpected(refusal("--when-full: '" + options.whenFull +
                                       "' is none of close-oldest, refuse, ignore"));
    }
    engine.whenFull = word->meaning;
    if (options.idle == "never") {
        engine.idleTimeout = std::chrono::microseconds::max();
    } else if (options.idle) {
        const auto idle = wallDurationOf(*options.idle);
        if (!idle || idle->count() <= 0) {
            return std::unexpected(refusal("--idle: '" + *options.idle +
                                           "' is neither a time, as in 5 min, nor never"));
        }
        engine.idleTimeout = *idle;
    }
    return {};
}

sim::Result<void> takePortRights(const ServeOptions& options, sim::live::EngineOptions& engine) {
    constexpr unsigned kRightsMax = 0777;
    engine.ptyGroup = options.ptyGroup;
    if (!options.ptyMode) {
        return {};
    }
    const std::string& text = *options.ptyMode;
    unsigned mode = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), mode, 8);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || mode > kRightsMax) {
        return std::unexpected(
            refusal("--pty-mode: '" + text + "' is not an octal number of rights, as in 0660"));
    }
    engine.ptyMode = mode;
    return {};
}

struct NamedSockets {
    const char* option;
    const std::vector<std::string>& texts;
    std::optional<sim::live::TcpAddress>& first;
    sim::live::EndpointType type;
};

sim::Result<void> takeSockets(const NamedSockets& sockets, sim::live::EngineOptions& engine) {
    for (const std::string& text : sockets.texts) {
        const auto address = addressOf(sockets.option, text);
        if (!address) {
            return std::unexpected(address.error());
        }
        const bool isSpread = address->spread != sim::live::TcpSpread::None;
        if (isSpread && sockets.texts.size() > 1) {
            return std::unexpected(refusal(std::string(sockets.option) + ": '" + text +
                                           "' gives each meter its own; it goes with no other " +
                                           sockets.option));
        }
        if (&text == &sockets.texts.front()) {
            sockets.first = *address;
        } else {
            engine.more.push_back({.type = sockets.type, .address = *address});
        }
    }
    return {};
}

void addPort(sim::live::EngineOptions& engine, sim::live::EndpointType type, std::string path) {
    sim::live::EndpointRequest request;
    request.type = type;
    request.path = std::move(path);
    engine.more.push_back(std::move(request));
}

sim::Result<void> takePorts(const ServeOptions& options, sim::live::EngineOptions& engine) {
    for (const std::string& link : options.ptyLinks) {
        if (link.empty()) {
            return std::unexpected(refusal("--pty: the path of the link is missing"));
        }
        if (&link == &options.ptyLinks.front()) {
            engine.ptyLink = link;
        } else {
            addPort(engine, sim::live::EndpointType::Pty, link);
        }
    }
    for (const std::string& device : options.serialDevices) {
        if (device.empty()) {
            return std::unexpected(refusal("--serial: the device is missing, as in /dev/ttyUSB0"));
        }
        if (&device == &options.serialDevices.front()) {
            engine.serialDevice = device;
        } else {
            addPort(engine, sim::live::EndpointType::Serial, device);
        }
    }
    return {};
}

/// Endpoints that are named take the place of the default ones.
sim::Result<void> takeEndpoints(const ServeOptions& options, sim::live::EngineOptions& engine) {
    const bool hasNamedEndpoint = !options.tcp.empty() || !options.rtuTcp.empty() ||
                                  !options.rfc2217.empty() || !options.ptyLinks.empty() ||
                                  !options.serialDevices.empty();
    if (hasNamedEndpoint) {
        engine.tcp.reset();
        engine.ptyLink.reset();
    }
    using sim::live::EndpointType;
    const std::array sockets = {
        NamedSockets{"--tcp", options.tcp, engine.tcp, EndpointType::ModbusTcp},
        NamedSockets{"--rtu-tcp", options.rtuTcp, engine.rtuOverTcp, EndpointType::RtuOverTcp},
        NamedSockets{"--rfc2217", options.rfc2217, engine.rfc2217, EndpointType::Rfc2217}};
    for (const NamedSockets& named : sockets) {
        if (const auto taken = takeSockets(named, engine); !taken) {
            return taken;
        }
    }
    return takePorts(options, engine);
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
    // May be given several times, and takes one value each time.
    const auto addList = [&command](const char* name, std::vector<std::string>& values,
                                    const char* text) {
        return command.add_option(name, values, std::string(text) + " (repeatable)")
            ->expected(1)
            ->allow_extra_args(false)
            ->take_all();
    };
    addList("--tcp", options.tcp,
            "Serve Modbus TCP at this address; port 0 = any free one. PORT+ or HOST+: each meter "
            "its own")
        ->type_name("HOST:PORT");
    addList("--rtu-tcp", options.rtuTcp, "Serve Modbus RTU frames over TCP at this address")
        ->type_name("HOST:PORT");
    addList("--rfc2217", options.rfc2217, "Serve a serial port over TCP (RFC 2217) at this address")
        ->type_name("HOST:PORT");
    addList("--pty", options.ptyLinks, "Make a virtual serial port, linked at this path")
        ->type_name("LINK");
    addList("--serial", options.serialDevices, "Serve on a real serial port")->type_name("DEVICE");
    command.add_option("--pty-mode", options.ptyMode, "Rights of virtual ports, as in 0660")
        ->type_name("MODE");
    command.add_option("--pty-group", options.ptyGroup, "Group of virtual ports, as in dialout")
        ->type_name("GROUP");
    command
        .add_option("--max-clients", options.clientCountMax,
                    "How many clients each endpoint over TCP serves")
        ->type_name("N");
    command
        .add_option("--when-full", options.whenFull,
                    "One client too many: close-oldest, refuse, or ignore (accept, never answer)")
        ->type_name("WHAT");
    command
        .add_option("--idle", options.idle,
                    "Close TCP clients that are idle for so long, as in 5 min; or never")
        ->type_name("DURATION");
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
    if (!std::isfinite(options.speed) || options.speed <= 0.0 || options.speed > kSpeedMax) {
        return refuse("--speed: " + textOf(options.speed) + " is not between 0 and " +
                      textOf(kSpeedMax));
    }
    if (options.isStateReset && !options.stateDirectory) {
        return refuse("--reset-state needs --state DIR, the memory to forget");
    }
    for (const auto take : {takeEndpoints, takeClientRules, takePortRights}) {
        if (const auto taken = take(options, engine); !taken) {
            return std::unexpected(taken.error());
        }
    }
    if (options.metrics) {
        const auto address = addressOf("--metrics", *options.metrics);
        if (!address) {
            return std::unexpected(address.error());
        }
        engine.metrics = *address;
    }
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
    const bool hasOwnEndpoints = std::ranges::any_of(
        options.tcp, [](const std::string& text) { return text.find('+') != std::string::npos; });
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
    for (const auto& address : {options.tcp, options.rtuOverTcp, options.rfc2217}) {
        if (address) {
            warnIfExposed(*address, options, warnings);
        }
    }
    for (const sim::live::EndpointRequest& request : options.more) {
        if (request.path.empty()) {
            warnIfExposed(request.address, options, warnings);
        }
    }
    return warnings;
}

} // namespace meter::app
