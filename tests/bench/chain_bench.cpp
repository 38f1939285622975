// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many times faster than real time the chain from grid to registers runs, on one core.
// The load of the benchmark: three phases of voltage and current, each with the fundamental
// and the harmonics 2…21, off the nominal frequency.

#include "sim/grid/waveform_synthesis.hpp"
#include "sim/installation/signal_path.hpp"
#include "sim/twin/simulation.hpp"

#include <benchmark/benchmark.h>

#include <vector>

namespace meter::sim {

namespace {

constexpr int kHighestOrder = 21;

Scenario heavyScenario() {
    Scenario scenario;
    scenario.world.source.frequencyHz = 59.9;
    scenario.world.load.currentA = {80.0, 75.0, 70.0};
    scenario.world.load.laggingDeg = {25.0, 30.0, 20.0};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        for (int order = 2; order <= kHighestOrder; ++order) {
            const Harmonic harmonic = {
                .order = order, .level = 0.1 / order, .angleDeg = 7.0 * order};
            scenario.world.source.harmonics[phase].push_back(harmonic);
            scenario.world.load.harmonics[phase].push_back(harmonic);
        }
    }
    return scenario;
}

/// One iteration is one second of meter time: the rate is the multiple of real time.
void countSeconds(benchmark::State& state) {
    state.counters["times_real_time"] =
        benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void runFullChain(benchmark::State& state, const Scenario& scenario) {
    NvMemory memory;
    Simulation simulation(scenario, memory);
    for (auto _ : state) {
        simulation.step(kSamplesPerSecond);
    }
    countSeconds(state);
}

void fullChain(benchmark::State& state) {
    runFullChain(state, heavyScenario());
}

void fullChainFromMeasuredService(benchmark::State& state) {
    Scenario scenario = heavyScenario();
    scenario.world.installation.controlPower.kind = ControlPowerKind::FromService;
    runFullChain(state, scenario);
}

void fullChainOfPureSines(benchmark::State& state) {
    Scenario scenario = heavyScenario();
    scenario.world.source.harmonics = {};
    scenario.world.load.harmonics = {};
    runFullChain(state, scenario);
}

void fullChainWithMovingLoad(benchmark::State& state) {
    Scenario scenario = heavyScenario();
    scenario.loadProfile = {{.timeS = 0.0, .currentA = {10.0, 10.0, 10.0}, .laggingDeg = {}},
                            {.timeS = 1e6, .currentA = {90.0, 80.0, 70.0}, .laggingDeg = {}}};
    runFullChain(state, scenario);
}

void synthesisAlone(benchmark::State& state) {
    const Scenario scenario = heavyScenario();
    WaveformSynthesis synthesis(scenario.seed);
    synthesis.hold(0, recipeOf(scenario.world, scenario.world.source.voltageV, {}));
    std::vector<SampleFrame> frames(kSamplesPerSecond);
    SampleTime now = 0;
    for (auto _ : state) {
        synthesis.inputs(now, frames);
        benchmark::DoNotOptimize(frames.data());
        now += kSamplesPerSecond;
    }
    countSeconds(state);
}

void meterAlone(benchmark::State& state) {
    const Scenario scenario = heavyScenario();
    WaveformSynthesis synthesis(scenario.seed);
    synthesis.hold(0, recipeOf(scenario.world, scenario.world.source.voltageV, {}));
    std::vector<SampleFrame> frames(kSamplesPerSecond);
    synthesis.inputs(0, frames);
    NvMemory memory;
    LineOut line;
    UnwatchedDisplay display;
    ContactLog contacts;
    Meter meter({.nvStorage = memory, .serial = line, .display = display, .contacts = contacts},
                scenario.meter);
    meter.powerUp(0);
    for (auto _ : state) {
        meter.onSamples(frames);
    }
    countSeconds(state);
}

BENCHMARK(fullChain);
BENCHMARK(fullChainFromMeasuredService);
BENCHMARK(fullChainOfPureSines);
BENCHMARK(fullChainWithMovingLoad);
BENCHMARK(synthesisAlone);
BENCHMARK(meterAlone);

} // namespace

} // namespace meter::sim

BENCHMARK_MAIN();
