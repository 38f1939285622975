// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/scenario_runner.hpp"

#include "sim/replay/replay_signal.hpp"
#include "sim/report/run_details.hpp"
#include "sim/report/trace_csv.hpp"
#include "sim/scenario/expectations.hpp"
#include "sim/scenario/timeline_reader.hpp"
#include "sim/simulation.hpp"

#include <algorithm>

namespace meter::sim {

namespace {

/// What is left to see after the last thing that happens (scenario.md, duration).
constexpr SampleTime kEpilogue = 2 * kSamplesPerSecond;

SampleTime nextStop(SampleTime now, SampleTime end, const std::vector<SampleTime>& moments) {
    const SampleTime second = (now / kSamplesPerSecond + 1) * kSamplesPerSecond;
    const auto moment = std::ranges::upper_bound(moments, now);
    const SampleTime stop = moment == moments.end() ? second : std::min(second, *moment);
    return std::min(stop, end);
}

WaveformTitle titleOf(const Scenario& scenario) {
    return {.station = scenario.name,
            .serialNumber = scenario.meter.serialNumber,
            .nominalFrequencyHz = nominalFrequencyHz(scenario),
            .ptRating = scenario.world.installation.ptRating,
            .ctRatingA = scenario.world.installation.ctRatingA};
}

} // namespace

SampleTime runDuration(const Scenario& scenario) {
    if (scenario.duration) {
        return *scenario.duration;
    }
    SampleTime last = 0;
    for (const TimelineEntry& entry : scenario.timeline) {
        last = std::max(last, endOf(entry));
    }
    for (const Expectation& expectation : scenario.expect) {
        last = std::max(last, expectation.to);
    }
    const bool isOnlyReplay = last == 0 && scenario.replay != nullptr;
    return (isOnlyReplay ? scenario.replay->length() : last) + kEpilogue;
}

RunResult runScenario(const Scenario& scenario, const RunOptions& options) {
    RunResult result{};
    result.name = scenario.name;
    result.file = scenario.file;
    result.seed = scenario.seed;
    const SampleTime end = runDuration(scenario);

    std::optional<TraceFile> trace;
    if (options.record) {
        Result<TraceFile> opened =
            TraceFile::create(*options.record, options.columns, scenario.meter);
        if (!opened) {
            result.error = opened.error();
            return result;
        }
        trace.emplace(std::move(*opened));
    }

    std::optional<WaveformFile> waveforms;
    if (options.waveforms) {
        Result<WaveformFile> opened =
            WaveformFile::create(*options.waveforms, titleOf(scenario), end);
        if (!opened) {
            result.error = opened.error();
            return result;
        }
        waveforms.emplace(std::move(*opened));
    }

    NvMemory nvMemory;
    Simulation simulation(scenario, nvMemory);
    ExpectationJudge judge(scenario);
    std::optional<RunDetailCollector> details;
    if (options.keepsDetails) {
        details.emplace(scenario, end);
        details->begin(simulation.now());
    }
    if (details || waveforms) {
        simulation.onFrames([&](SampleTime first, std::span<const SampleFrame> frames) {
            if (details) {
                details->onFrames(first, frames);
            }
            if (waveforms) {
                waveforms->take(first, frames, simulation.faultyWorld().installation);
            }
        });
    }
    simulation.onSecond([&](const Simulation& current) {
        judge.onSecond(current);
        if (details) {
            details->onSecond(current);
            details->onVerdicts(current, judge.takeSettled());
        }
        if (trace) {
            trace->add(current);
        }
    });

    const std::vector<SampleTime> moments = judge.oddMoments();
    while (true) {
        const SampleTime now = simulation.now();
        if (std::ranges::binary_search(moments, now)) {
            judge.onMoment(simulation);
            if (details) {
                details->onVerdicts(simulation, judge.takeSettled());
            }
        }
        if (now >= end) {
            break;
        }
        if (options.onProgress && !options.onProgress({.now = now, .duration = end})) {
            result.wasStopped = true;
            break;
        }
        simulation.runUntil(nextStop(now, end, moments));
    }
    result.duration = simulation.now();
    result.expectations = judge.finish(simulation.now());
    for (const Simulation::Message& message : simulation.messages()) {
        result.messages.push_back({.at = message.at, .text = message.text});
    }
    if (details) {
        details->finish(simulation, result);
    }
    if (waveforms) {
        if (const Result<void> closed = waveforms->close(); !closed) {
            result.error = closed.error();
        }
    }
    if (trace) {
        if (const Result<void> closed = trace->close(); !closed) {
            result.error = closed.error();
        }
    }
    return result;
}

} // namespace meter::sim
