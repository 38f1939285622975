// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/serve_options.hpp"
#include "app/stop_signals.hpp"
#include "app/text_values.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

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

ExitStatus serve(const ServeOptions& options) {
    const auto engineOptions = engineOptionsOf(options);
    if (!engineOptions) {
        printError(engineOptions.error());
        return ExitStatus::Wrong;
    }
    const auto wallLimit = wallLimitOf(options);
    if (!wallLimit) {
        printError(wallLimit.error());
        return ExitStatus::Wrong;
    }
    auto scenarios = scenariosOf(options);
    if (!scenarios) {
        printErrors(scenarios.error());
        return ExitStatus::Wrong;
    }
    for (const std::string& warning : exposureWarnings(*engineOptions)) {
        std::fprintf(stderr, "metertwin-cli: %s\n", warning.c_str());
    }

    const StopSignals stopSignals; // Before the engine's thread, which inherits the mask.
    sim::live::Engine engine(std::move(*scenarios), *engineOptions);
    const sim::Result<void> started = engine.start();
    if (!started) {
        printError(started.error());
        return ExitStatus::Wrong;
    }
    for (const sim::live::Endpoint& endpoint : engine.endpoints()) {
        std::printf("%s\n", endpoint.line().c_str());
    }
    std::printf("ready\n");
    std::fflush(stdout);
    static_cast<void>(stopSignals.wait(*wallLimit)); // Either way it is time to end.
    engine.stop();
    return ExitStatus::Held;
}

} // namespace

void addServeCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("serve", "Bring meters to life on TCP and virtual serial ports");
    const auto options = std::make_shared<ServeOptions>();
    command->add_option("scenario", options->scenarioFiles, "Scenario files, one per meter")
        ->type_name("SCENARIO");
    addServeOptions(*command, *options);
    command->footer("Without endpoints: Modbus TCP on 127.0.0.1:1502 and a virtual serial port.\n"
                    "Prints one line per endpoint, then 'ready'. Ends on SIGINT or SIGTERM.\n"
                    "Example:\n  metertwin-cli serve --tcp 127.0.0.1:1502 --pty /tmp/meter");
    command->callback([options, &chosen] {
        chosen = [options] {
            return serve(*options);
        };
    });
}

} // namespace meter::app
