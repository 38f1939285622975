// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Plays a scenario in virtual time, records a trace and judges its expectations.

#include "sim/replay/waveform_file.hpp"
#include "sim/run/run_result.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

struct RunProgress {
    SampleTime now = 0;
    SampleTime duration = 0;
};

struct RunOptions {
    std::optional<std::filesystem::path> record; ///< Trace CSV to write.
    std::vector<std::string> columns;            ///< Register names; empty = defaultTraceColumns().
    std::optional<WaveformRequest> waveforms;    ///< Recording of the inputs to write.
    std::optional<std::filesystem::path> evidence; ///< Folder to fill: see run_evidence.hpp.
    std::vector<std::byte> memory; ///< What the meter remembers at the beginning; empty: nothing.
    bool keepsDetails = false;     ///< RunResult::overview and the details of its expectations.
    /// Called at least once a second of meter time; false ends the run early (RunResult says so).
    std::function<bool(const RunProgress&)> onProgress;
};

[[nodiscard]] RunResult runScenario(const Scenario& scenario, const RunOptions& options);

} // namespace meter::sim
