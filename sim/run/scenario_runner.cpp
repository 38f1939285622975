// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/scenario_runner.hpp"

#include "sim/replay/replay_signal.hpp"
#include "sim/run/expectations.hpp"
#include "sim/run/masters_on_line.hpp"
#include "sim/run/run_details.hpp"
#include "sim/run/run_evidence.hpp"
#include "sim/run/trace_file.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>

namespace meter::sim {

namespace {

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

NvMemory memoryWith(const std::vector<std::byte>& bytes) {
    NvMemory memory;
    if (!bytes.empty()) {
        (void)memory.setBytes(bytes); // Without files nothing can go wrong.
    }
    return memory;
}

/// One run: its simulation, and who looks on.
class Run final {
public:
    Run(const Scenario& scenario, const RunOptions& options)
        : m_scenario(scenario)
        , m_options(options)
        , m_end(runDuration(scenario))
        , m_nvMemory(memoryWith(options.memory))
        , m_simulation(scenario, m_nvMemory)
        , m_judge(scenario) {
        m_result.name = scenario.name;
        m_result.file = scenario.file;
        m_result.seed = scenario.seed;
    }

    /// False, and an error in the result: a file cannot be had.
    [[nodiscard]] bool open();
    void play();
    void finish();

    [[nodiscard]] RunResult takeResult() { return std::move(m_result); }

private:
    void watch();
    void onVerdicts(const Simulation& simulation);
    void note(const Result<void>& closed);

    const Scenario& m_scenario;
    const RunOptions& m_options;
    SampleTime m_end;
    RunResult m_result{};
    NvMemory m_nvMemory;
    Simulation m_simulation;
    ExpectationJudge m_judge;
    std::optional<MastersOnLine> m_masters;
    std::optional<TraceFile> m_trace;
    std::optional<RunEvidence> m_evidence;
    std::optional<WaveformFile> m_waveforms;
    std::optional<RunDetailCollector> m_details;
};

bool Run::open() {
    if (m_options.record) {
        Result<TraceFile> opened =
            TraceFile::create(*m_options.record, m_options.columns, m_scenario.meter);
        if (!opened) {
            m_result.error = opened.error();
            return false;
        }
        m_trace.emplace(std::move(*opened));
    }
    if (m_options.evidence) {
        Result<RunEvidence> opened = RunEvidence::create(*m_options.evidence, m_scenario.meter);
        if (!opened) {
            m_result.error = opened.error();
            return false;
        }
        m_evidence.emplace(std::move(*opened));
    }
    if (m_options.waveforms) {
        Result<WaveformFile> opened =
            WaveformFile::create(*m_options.waveforms, titleOf(m_scenario), m_end);
        if (!opened) {
            m_result.error = opened.error();
            return false;
        }
        m_waveforms.emplace(std::move(*opened));
    }
    watch();
    return true;
}

void Run::watch() {
    if (!m_scenario.masters.empty()) {
        m_masters.emplace(m_scenario, m_simulation);
        m_judge.setMasters(&*m_masters);
    }
    if (m_options.keepsDetails) {
        m_details.emplace(m_scenario, m_end);
        m_details->begin(m_simulation.now());
    }
    if (m_details || m_waveforms) {
        m_simulation.onFrames("run", [this](SampleTime first, std::span<const SampleFrame> frames) {
            if (m_details) {
                m_details->onFrames(first, frames);
            }
            if (m_waveforms) {
                m_waveforms->take(first, frames, m_simulation.faultyWorld().installation);
            }
        });
    }
    m_simulation.onSecond([this](const Simulation& current) {
        m_judge.onSecond(current);
        if (m_details) {
            m_details->onSecond(current);
        }
        onVerdicts(current);
        if (m_trace) {
            m_trace->add(current);
        }
        if (m_evidence) {
            m_evidence->add(current);
        }
    });
}

void Run::onVerdicts(const Simulation& simulation) {
    if (m_details) {
        m_details->onVerdicts(simulation, m_judge.takeSettled());
    }
}

void Run::play() {
    const std::vector<SampleTime> moments = m_judge.oddMoments();
    while (true) {
        const SampleTime now = m_simulation.now();
        if (std::ranges::binary_search(moments, now)) {
            m_judge.onMoment(m_simulation);
            onVerdicts(m_simulation);
        }
        if (now >= m_end) {
            break;
        }
        if (m_options.onProgress && !m_options.onProgress({.now = now, .duration = m_end})) {
            m_result.wasStopped = true;
            break;
        }
        const SampleTime stop = nextStop(now, m_end, moments);
        if (m_masters) {
            m_masters->runUntil(stop);
        } else {
            m_simulation.runUntil(stop);
        }
    }
}

void Run::note(const Result<void>& closed) {
    if (!closed) {
        m_result.error = closed.error();
    }
}

void Run::finish() {
    m_result.duration = m_simulation.now();
    m_result.expectations = m_judge.finish(m_simulation.now());
    for (const Simulation::Message& message : m_simulation.messages()) {
        m_result.messages.push_back({.at = message.at, .text = message.text});
    }
    if (m_masters) {
        m_result.masters = m_masters->takeRecords();
    }
    if (m_details) {
        m_details->finish(m_simulation, m_result);
    }
    if (m_waveforms) {
        note(m_waveforms->close());
    }
    if (m_trace) {
        note(m_trace->close());
    }
    if (m_evidence) {
        note(m_evidence->close(m_simulation));
    }
}

} // namespace

RunResult runScenario(const Scenario& scenario, const RunOptions& options) {
    Run run(scenario, options);
    if (run.open()) {
        run.play();
        run.finish();
    }
    return run.takeResult();
}

} // namespace meter::sim
