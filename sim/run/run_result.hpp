// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run of a scenario showed, as values for every kind of report. Details (what the
// registers, the inputs and the glass did around each expectation) are kept if they are asked
// for, and are bounded however long a run is.

#include "core/metering/sample_frame.hpp"
#include "core/ports/glass.hpp"
#include "sim/base/result.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/run/master_record.hpp"
#include "sim/scenario/run_event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

/// A register over time, in steps of one or more whole seconds.
struct RegisterSeries {
    /// What a master read in the seconds of a step; nothing valid: a gap.
    struct Step {
        double low = 0.0;
        double high = 0.0;
        bool isValid = false;
    };

    std::string name;
    std::string unit;
    std::int64_t firstS = 0; ///< The second that the first step begins with.
    std::int64_t stepS = 1;
    std::vector<Step> steps;
};

/// What the inputs delivered, up to a moment: at most kWaveformLengthMax samples.
struct Waveform {
    std::vector<SampleFrame> frames;
    SampleTime end = 0;     ///< The sample behind the last one.
    double ctRatingA = 0.0; ///< Of the CT fitted: what a current's counts are a fraction of.
};

/// Around one expectation.
struct ExpectationDetail {
    SampleTime from = 0; ///< When it was to be judged.
    SampleTime to = 0;
    std::optional<RegisterSeries> judged; ///< Its own register.
    std::optional<double> low;            ///< What it may be, in the register's unit.
    std::optional<double> high;
    std::vector<RegisterSeries> context; ///< Voltages and currents.
    Glass glass{};                       ///< At the moment of the verdict, as all below.
    Waveform waveform{};
    bool isAlarmClosed = false;
    std::uint64_t energyPulses = 0;
};

struct ExpectationResult {
    std::string text; ///< The expectation as written: a report's name for it.
    Place place{};    ///< Where it is written.
    bool hasHeld = false;
    SampleTime at = 0; ///< When that was settled.
    std::string seen;  ///< What was there instead, or what made it true.
    std::optional<ExpectationDetail> detail;
};

/// The whole run in large.
struct RunOverview {
    std::vector<RegisterSeries> series;
    std::vector<RunEvent> events; ///< What the timeline did, each time; the first ones.
};

struct RunResult {
    std::string name;
    std::string file;
    std::uint64_t seed = 0;
    SampleTime duration = 0;                     ///< Meter time that was played.
    std::vector<ExpectationResult> expectations; ///< In the order of the file.
    std::vector<RunEvent> messages; ///< What the timeline asked for and could not be done.
    std::vector<MasterRecord> masters; ///< In the order of the file.
    std::optional<RunOverview> overview;
    std::optional<Error> error; ///< The run itself could not be carried out (record file …).
    bool wasStopped = false;    ///< onProgress asked for it.

    [[nodiscard]] std::size_t failureCount() const;
    /// Nothing failed, and it was played to the end.
    [[nodiscard]] bool hasHeld() const;
};

} // namespace meter::sim
