// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/scenario_runs.hpp"

#include "app/base/stop_signals.hpp"
#include "app/runs/output_files.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

namespace meter::app {
namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

struct Batch {
    std::vector<sim::Scenario> scenarios;
    std::vector<std::optional<fs::path>> records;
    OutputFiles outputs;
    double totalS = 0.0;
    std::atomic<std::size_t> nextIndex{0};
    std::atomic<std::int64_t> played{0}; ///< Samples, of all scenarios.
    std::atomic<bool> isStopped{false};
};

sim::Errors readAll(const ScenarioRunOptions& options, Batch& batch) {
    sim::Errors errors;
    for (const std::string& file : options.files) {
        std::vector<fs::path> read;
        auto scenario = sim::readScenario(file, read);
        std::ranges::for_each(read, [&batch](const fs::path& one) { batch.outputs.keep(one); });
        if (!scenario) {
            errors.insert(errors.end(), scenario.error().begin(), scenario.error().end());
            continue;
        }
        batch.totalS += sim::secondsOf(sim::runDuration(*scenario));
        batch.scenarios.push_back(std::move(*scenario));
    }
    return errors;
}

/// Which file each scenario is recorded to.
sim::Result<void> nameRecords(const ScenarioRunOptions& options, Batch& batch) {
    batch.records.resize(options.files.size());
    if (!options.record) {
        return {};
    }
    if (options.files.size() == 1) {
        batch.records.front() = *options.record;
        return {};
    }
    std::error_code failure;
    fs::create_directories(*options.record, failure);
    if (failure || !fs::is_directory(*options.record)) {
        return std::unexpected(
            sim::Error{.text = "--record: with several scenarios it names a folder, and '" +
                               *options.record + "' cannot be one",
                       .place = {}});
    }
    std::set<std::string> names;
    for (std::size_t i = 0; i < options.files.size(); ++i) {
        const std::string name = fs::path(options.files[i]).stem().string() + ".csv";
        if (!names.insert(name).second) {
            return std::unexpected(sim::Error{
                .text = "--record: two scenarios would both write '" + name + "'", .place = {}});
        }
        batch.records[i] = fs::path(*options.record) / name;
    }
    return {};
}

/// No file is written over that is read, or that another option names.
sim::Result<void> judgeOutputs(const ScenarioRunOptions& options, Batch& batch) {
    sim::Result<void> judged;
    for (const std::optional<fs::path>& record : batch.records) {
        if (judged && record) {
            judged = batch.outputs.add("--record", *record);
        }
    }
    for (const auto& [option, file] : options.outputs) {
        if (judged) {
            judged = batch.outputs.add(option, file);
        }
    }
    return judged;
}

/// Sleeps until the wall clock is where the meter's time is, at the speed asked for.
void pace(const StopSignals& signals, Batch& batch, Clock::time_point start, double dueS) {
    const auto due =
        start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(dueS));
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(due - Clock::now());
    if (signals.wait(std::max(wait, std::chrono::milliseconds(0)))) {
        batch.isStopped = true;
    }
}

void play(const ScenarioRunOptions& options,
          const StopSignals& signals,
          ProgressBar& bar,
          std::pair<Batch&, std::vector<ScenarioRun>&> work) {
    auto& [batch, runs] = work;
    for (std::size_t i = batch.nextIndex++; i < batch.scenarios.size(); i = batch.nextIndex++) {
        const auto start = Clock::now();
        SampleTime counted = 0;
        sim::RunOptions runOptions{.record = batch.records[i],
                                   .columns = options.columns,
                                   .waveforms = options.waveforms,
                                   .evidence = options.evidence,
                                   .memory = {},
                                   .keepsDetails = options.keepsDetails,
                                   .onProgress = {}};
        runOptions.onProgress = [&](const sim::RunProgress& progress) {
            batch.played += progress.now - counted;
            counted = progress.now;
            bar.show(sim::secondsOf(batch.played), batch.totalS);
            const double dueS = options.speed ? sim::secondsOf(progress.now) / *options.speed : 0.0;
            pace(signals, batch, start, dueS);
            return !batch.isStopped;
        };
        runs[i].file = options.files[i];
        runs[i].result = sim::runScenario(batch.scenarios[i], runOptions);
        runs[i].wallS = std::chrono::duration<double>(Clock::now() - start).count();
    }
}

} // namespace

std::expected<std::vector<ScenarioRun>, sim::Errors> runScenarios(const ScenarioRunOptions& options,
                                                                  ProgressBar& bar) {
    Batch batch;
    sim::Errors errors = readAll(options, batch);
    if (errors.empty()) {
        sim::Result<void> named = nameRecords(options, batch);
        if (named) {
            named = judgeOutputs(options, batch);
        }
        if (!named) {
            errors.push_back(named.error());
        }
    }
    if (!errors.empty()) {
        return std::unexpected(std::move(errors));
    }
    const StopSignals signals; // Before the threads, which inherit the mask.
    std::vector<ScenarioRun> runs(options.files.size());
    const auto work = [&] {
        play(options, signals, bar, {batch, runs});
    };
    {
        std::vector<std::jthread> threads;
        for (int job = 1; job < options.jobs; ++job) {
            threads.emplace_back(work);
        }
        work();
    }
    return runs;
}

} // namespace meter::app
