// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What both programs take on their command line for a live meter: which scenarios, where it
// can be reached, how fast it goes and where it keeps its memory. Texts as they were typed;
// engineOptionsOf() judges them, so that errors are in our words.

#include "sim/base/result.hpp"
#include "sim/live/classroom/class_words.hpp"
#include "sim/live/engine.hpp"
#include "sim/scenario/scenario.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace meter::app {

struct ServeOptions {
    std::vector<std::string> scenarioFiles; ///< Empty: the built-in one.
    std::vector<std::string> tcp;           ///< HOST:PORT, as the two below.
    std::vector<std::string> rtuTcp;
    std::vector<std::string> rfc2217;
    std::vector<std::string> ptyLinks;      ///< Paths of the links to make.
    std::vector<std::string> serialDevices; ///< Real serial ports.
    std::optional<std::string> ptyMode;     ///< Rights of the virtual ports, as in 0660.
    std::optional<std::string> ptyGroup;
    int clientCountMax = static_cast<int>(sim::live::kClientCountDefault);
    std::string whenFull = "close-oldest";
    std::optional<std::string> idle;   ///< Wall time, or "never".
    int meterCount = 1;                ///< Of one scenario, by their addresses.
    std::optional<std::string> number; ///< "3" or "twin-3": which one of the series.
    double speed = 1.0;
    std::optional<std::string> stateDirectory;
    bool isStateReset = false;
    std::optional<std::string> forDuration; ///< Wall time, as in "10 s".
    std::vector<std::string> allowedCidrs;
    std::optional<std::string> controlPath;
    std::optional<std::string> metrics;      ///< HOST:PORT
    std::optional<std::string> tracePath;    ///< --trace FILE.
    std::optional<std::string> judgePath;    ///< --judge FILE.
    std::optional<std::string> lessonFile;   ///< --lesson FILE: instead of scenarios.
    std::optional<std::string> learner;      ///< --learner NAME.
    std::optional<std::string> resultFile;   ///< --result FILE.
    std::optional<int> attempt;              ///< --attempt N.
    std::optional<std::string> classAddress; ///< --class HOST:PORT.
    std::optional<std::string> classCode;    ///< --code CODE.
    /// The lesson that the class handed out, in place of lessonFile.
    std::optional<sim::live::ClassLesson> handedOut;
    std::optional<std::uint64_t> seed; ///< --seed N: instead of learner, lesson and attempt.
};

/// Adds the options above to a program or one of its commands. `options` outlives `command`.
void addServeOptions(CLI::App& command, ServeOptions& options);

/// Endpoints that were named replace the default ones (TCP on 127.0.0.1:1502 and a
/// pseudo-terminal). Everything that cannot be done is an error with its remedy.
[[nodiscard]] sim::Result<sim::live::EngineOptions> engineOptionsOf(const ServeOptions& options);

/// HOST:PORT of an option; with --tcp a `+` behind one of them gives each meter its own.
[[nodiscard]] sim::Result<sim::live::TcpAddress> addressOf(std::string_view option,
                                                           std::string text);

/// The scenarios of the files in their order, or the built-in one, --meters N of it; all
/// mistakes of all files.
[[nodiscard]] std::expected<std::vector<sim::Scenario>, sim::Errors>
scenariosOf(const ServeOptions& options);

/// One sentence for each address that others on the network can reach; goes to stderr.
[[nodiscard]] std::vector<std::string> exposureWarnings(const sim::live::EngineOptions& options);

} // namespace meter::app
