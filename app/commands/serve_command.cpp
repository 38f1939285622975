// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/stop_signals.hpp"
#include "app/base/text_values.hpp"
#include "app/commands/command.hpp"
#include "app/judge/judging.hpp"
#include "app/lesson/served_class.hpp"
#include "app/lesson/served_lesson.hpp"
#include "app/serve/serve_options.hpp"
#include "app/serve/tracing.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/live/engine.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

sim::Result<std::optional<std::chrono::milliseconds>> wallLimitOf(const ServeOptions& options) {
    if (!options.forDuration) {
        return std::nullopt;
    }
    const auto duration = wallDurationOf(*options.forDuration);
    if (!duration) {
        return std::unexpected(sim::Error{.text = "--for: " + duration.error().text, .place = {}});
    }
    return *duration;
}

/// What happens on the wire is reported as it happens: a master with the wrong baud rate, a client
/// that was not let in, a damaged image of the memory. Besides, once, that the first meter
/// answers; true from then on.
bool printNews(const sim::live::Snapshot& snapshot, bool isMeasuring) {
    for (const sim::live::LogLine& line : snapshot.log) {
        std::fprintf(stderr, "%9.3f s  %s\n", sim::secondsOf(line.at),
                     sim::shownLine(line.text).c_str());
    }
    if (!isMeasuring && snapshot.readings.isMeasuring) {
        std::printf("measuring\n");
        std::fflush(stdout);
    }
    return isMeasuring || snapshot.readings.isMeasuring;
}

/// Until a signal comes or the time is over.
void waitForEnd(sim::live::Engine& engine,
                Tracing& tracing,
                Judging& judging,
                ServedClass* seat,
                const StopSignals& stopSignals,
                std::optional<std::chrono::milliseconds> wallLimit) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds kLogInterval{250};
    static_assert(kLogInterval <= Judging::kInterval);
    constexpr std::chrono::milliseconds kMeasuringInterval{20};
    const Clock::time_point start = Clock::now();
    bool isMeasuring = false;
    while (true) {
        std::chrono::milliseconds slice = tracing.isOpen() ? TrafficTrace::kInterval : kLogInterval;
        if (!isMeasuring) {
            slice = kMeasuringInterval;
        }
        if (wallLimit) {
            const auto passed =
                std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
            slice = std::min(slice, *wallLimit - passed);
        }
        if (slice.count() <= 0 || stopSignals.wait(slice)) {
            return;
        }
        const sim::live::Snapshot snapshot = engine.snapshot();
        isMeasuring = printNews(snapshot, isMeasuring);
        if (seat != nullptr) {
            seat->pump(engine, snapshot);
        }
        tracing.pump();
        judging.pump(snapshot.readings.settings);
    }
}

void printWarnings(const sim::live::EngineOptions& engine,
                   const std::vector<sim::Scenario>& scenarios) {
    std::vector<std::string> warnings = exposureWarnings(engine);
    const bool hasMasters = std::ranges::any_of(
        scenarios, [](const sim::Scenario& scenario) { return !scenario.masters.empty(); });
    if (hasMasters) {
        warnings.emplace_back("warning: the masters of a scenario are played in `run` only");
    }
    for (const std::string& warning : warnings) {
        std::fprintf(stderr, "metertwin-cli: %s\n", warning.c_str());
    }
}

/// Each endpoint, client and meter's port is a descriptor; the usual 1024 are soon used up.
void allowManyDescriptors() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit)); // Else the opening says what lacks.
    }
}

ExitStatus serve(ServeOptions options) {
    allowManyDescriptors();
    auto engineOptions = engineOptionsOf(options);
    if (!engineOptions) {
        printError(engineOptions.error());
        return ExitStatus::Wrong;
    }
    const auto wallLimit = wallLimitOf(options);
    if (!wallLimit) {
        printError(wallLimit.error());
        return ExitStatus::Wrong;
    }
    const StopSignals stopSignals; // Before any other thread, which inherits the mask.
    const auto seat = ServedClass::join(options);
    if (!seat) {
        printError(seat.error());
        return ExitStatus::Wrong;
    }
    auto scenarios = servedScenarios(options, *engineOptions);
    if (!scenarios) {
        printErrors(scenarios.error());
        return ExitStatus::Wrong;
    }
    if (*seat && engineOptions->lesson) {
        (*seat)->attach(*engineOptions->lesson);
    }
    printWarnings(*engineOptions, *scenarios);

    Tracing tracing;
    if (const sim::Result<void> opened = tracing.open(options.tracePath, *engineOptions); !opened) {
        printError(opened.error());
        return ExitStatus::Wrong;
    }
    Judging judging;
    if (const sim::Result<void> opened = judging.open(options, *engineOptions); !opened) {
        printError(opened.error());
        return ExitStatus::Wrong;
    }
    sim::live::Engine engine(std::move(*scenarios), *engineOptions);
    const sim::Result<void> started = engine.start();
    if (!started) {
        printError(started.error());
        return ExitStatus::Wrong;
    }
    for (const sim::live::Endpoint& endpoint : engine.endpoints()) {
        std::printf("%s\n", sim::shownLine(endpoint.line()).c_str());
    }
    std::printf("ready\n");
    std::fflush(stdout);
    waitForEnd(engine, tracing, judging, seat->get(), stopSignals, *wallLimit);
    engine.stop();
    static_cast<void>(printNews(engine.snapshot(), true));
    return std::max(tracing.end(), judging.end());
}

} // namespace

void addServeCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("serve", "Serve meters on TCP and virtual serial ports");
    const auto options = std::make_shared<ServeOptions>();
    command->add_option("scenario", options->scenarioFiles, "Scenario files, one per meter")
        ->type_name("SCENARIO");
    addServeOptions(*command, *options);
    command
        ->add_option("--judge", options->judgePath,
                     "Judge the masters; report to a .html, .json or .junit file")
        ->type_name("FILE");
    command->footer(
        "Without endpoints: Modbus TCP on 127.0.0.1:1502 and a virtual serial port.\n"
        "Prints one line per endpoint, then 'ready', and 'measuring' once the first meter\n"
        "answers. Ends on SIGINT, SIGTERM or SIGHUP.\n"
        "Example:\n  metertwin-cli serve --tcp 127.0.0.1:1502 --pty /tmp/meter");
    command->callback([options, &chosen] {
        chosen = [options] {
            return serve(*options);
        };
    });
}

} // namespace meter::app
