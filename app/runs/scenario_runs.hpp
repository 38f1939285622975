// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Several scenarios read, played side by side and paced: what the run command does, without
// its words. Results are in the order of the files whatever the number of jobs.

#include "app/runs/progress_bar.hpp"
#include "sim/base/result.hpp"
#include "sim/run/scenario_runner.hpp"

#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {

struct ScenarioRunOptions {
    std::vector<std::string> files;
    std::optional<double> speed;         ///< Meter seconds per second; none = as fast as it goes.
    std::optional<std::string> record;   ///< A file, or a folder where there are several scenarios.
    std::optional<std::string> evidence; ///< Folder for what a bundle needs; one scenario only.
    std::vector<std::string> columns;
    /// What else the call is to write: option and file. Nothing is played if one is the same as
    /// another, or as a file that is read.
    std::vector<std::pair<std::string, std::string>> outputs;
    std::optional<sim::WaveformRequest> waveforms; ///< Of a single scenario.
    bool keepsDetails = false;                     ///< For reports.
    int jobs = 1;
};

struct ScenarioRun {
    std::string file;
    double wallS = 0.0;
    sim::RunResult result;
};

/// Reads all files before anything is played; their mistakes come back together.
/// SIGINT and SIGTERM end the runs early.
[[nodiscard]] std::expected<std::vector<ScenarioRun>, sim::Errors>
runScenarios(const ScenarioRunOptions& options, ProgressBar& bar);

} // namespace meter::app
