// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same quantity shown in two places is the same number: forecast of the wiring, readings,
// scope, phasors and hand tools, walked through the guide's diagrams, the installers' mistakes
// and the presets of the fault library.
#include "gui/phasors/phasor_scene.hpp"
#include "gui/probe/conductor_waves.hpp"
#include "gui/probe/wave_figures.hpp"
#include "gui/readings/snapshot_registers.hpp"
#include "gui/spectrum/spectrum_figures.hpp"
#include "gui/wiring/wiring_edits.hpp"
#include "gui/wiring/wiring_forecast.hpp"
#include "gui/wiring/wiring_presets.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/installation/service.hpp"
#include "sim/live/waveform_tap.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/truth/hand_tools.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <string>

using namespace meter;
using namespace meter::gui;

namespace {

constexpr double kRounding = 1e-12; ///< Of a phasor and its parts.
constexpr std::array kLinePairs = {"voltage_ab", "voltage_bc", "voltage_ac"};
constexpr std::array kPhaseVoltages = {"voltage_an", "voltage_bn", "voltage_cn"};
constexpr std::array kCurrents = {"current_a", "current_b", "current_c"};
constexpr std::array kPowers = {"real_power_a", "real_power_b", "real_power_c"};

/// A meter on steady 277 V and 100 A at a power factor of 0.866 (30 degrees).
class Bench {
public:
    Bench() : m_simulation(steady(), m_memory) {
        m_simulation.onFrames("test",
                              [this](SampleTime first, auto frames) { m_tap.take(first, frames); });
        pass(2);
    }

    void pass(int seconds) { m_simulation.step(seconds * kSamplesPerSecond); }

    sim::Simulation& simulation() { return m_simulation; }

    [[nodiscard]] Settings settings() const { return m_simulation.meter().readings().settings; }

    [[nodiscard]] std::optional<double> reading(const char* name) const {
        sim::live::Snapshot snapshot;
        snapshot.readings = m_simulation.meter().readings();
        snapshot.isPowered = m_simulation.meter().isPowered();
        const auto found = registerReading(snapshot, m_simulation.scenario().meter, name);
        return found ? found->value : std::nullopt;
    }

    [[nodiscard]] sim::live::WaveformStretch seen() const {
        return m_tap.latest(sim::live::kTapFrameCountMax);
    }

private:
    static sim::Scenario steady() {
        const auto scenario = sim::readScenarioFromText(
            "metertwin: 1\nname: Steady\nmeter: {system: 3L-1n, ct: 100 A, voltage: 480 V}\n"
            "source: {voltage: 277 V}\nload: {current: 100 A, pf: 0.866 lagging}\n",
            "steady.yaml");
        REQUIRE(scenario.has_value());
        return *scenario;
    }

    sim::NvMemory m_memory;
    sim::live::WaveformTap m_tap;
    sim::Simulation m_simulation;
};

/// Within half a percent, and half a unit of the register's last digit.
void checkSame(double one, double other, double floor) {
    CHECK(one == Approx(other).epsilon(0.005).margin(floor));
}

/// What the forecast of the wiring says is what the meter reads then.
void checkForecast(Bench& bench) {
    const Forecast forecast = forecastOf(bench.simulation().faultyWorld(), bench.settings());
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const PhaseForecast& each = forecast.phases[phase];
        const auto voltage = bench.reading(kPhaseVoltages[phase]);
        CHECK(voltage.has_value() == (each.isThere && each.hasVoltage));
        if (voltage && each.hasVoltage) {
            checkSame(*voltage, each.voltageV, 0.3);
        }
        const auto current = bench.reading(kCurrents[phase]);
        CHECK(current.has_value() == each.isThere);
        if (current) {
            checkSame(*current, each.currentA, 0.15);
        }
        if (const auto power = bench.reading(kPowers[phase])) {
            checkSame(*power, each.realPowerW / 1000.0, 0.06);
        }
        if (const auto& line = forecast.lines[phase]) {
            const auto read = bench.reading(kLinePairs[phase]);
            REQUIRE(read.has_value());
            checkSame(*read, *line, 0.3);
        }
    }
}

/// RMS values of the scope at the inputs are what the meter reads; and no part is more than the
/// whole.
void checkScope(Bench& bench) {
    const double hz = bench.simulation().faultyWorld().source.frequencyHz;
    const auto figures = figuresOf(bench.seen(), bench.settings(), hz);
    REQUIRE(figures.has_value());
    const bool isWye = bench.settings().systemType == SystemType::Wye;
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        const WaveFigures& each = figures->at(wave);
        CHECK(each.rms >= (1.0 - kRounding) * std::abs(each.fundamental));
        const char* name =
            isCurrent(wave) ? kCurrents[phaseOf(wave)] : kPhaseVoltages[phaseOf(wave)];
        const auto read = bench.reading(name);
        if (isWye && read && *read > 1.0) { // Below, the meter shows zero (creep).
            checkSame(*read, each.rms, isCurrent(wave) ? 0.15 : 0.3);
        }
    }
    for (const SpectrumOf what : {SpectrumOf::Voltages, SpectrumOf::Currents}) {
        const auto spectrum = spectrumOf(bench.seen(), bench.settings(), {}, hz, what);
        REQUIRE(spectrum.has_value());
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            const std::size_t wave = phase + (what == SpectrumOf::Currents ? kPhaseCount : 0);
            CHECK(spectrum->phases[phase].rms == figures->at(wave).rms);
            CHECK(spectrum->phases[phase].rms >= spectrum->phases[phase].fundamental);
        }
    }
}

/// Clamp and voltmeter show what the scope and the phasors have in the conductors.
void checkConductors(Bench& bench) {
    const sim::World world = bench.simulation().faultyWorld();
    const sim::live::WaveformStretch real =
        conductorStretch(world, bench.settings(), bench.simulation().now(), kSamplesPerSecond);
    const auto figures = figuresOf(real, bench.settings(), world.source.frequencyHz);
    REQUIRE(figures.has_value());
    const ConductorPhasors phasors = conductorPhasors(world);
    const bool hasNeutral = sim::isLive(world.installation.service, sim::Conductor::N);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const std::string name(1, static_cast<char>('A' + phase));
        const std::size_t current = kPhaseCount + phase;
        const auto clamp = sim::measureWith(sim::HandTool::Clamp, name, world);
        CHECK(clamp.has_value() == phasors.isThere.at(phase));
        if (clamp) {
            checkSame(clamp->value, figures->at(current).rms, 0.05);
            checkSame(std::abs(phasors.phasors.at(current)),
                      std::abs(figures->at(current).fundamental), 0.05);
        }
        if (hasNeutral && phasors.isThere.at(phase)) {
            const auto volts = sim::measureWith(sim::HandTool::Voltmeter, name + "-N", world);
            REQUIRE(volts.has_value());
            checkSame(volts->value, figures->at(phase).rms, 0.1);
            checkSame(std::abs(phasors.phasors.at(phase)), std::abs(figures->at(phase).fundamental),
                      0.1);
        }
    }
}

bool isInstallationMistake(const sim::FaultPreset& preset) {
    return preset.source == "installation mistake";
}

} // namespace

TEST_CASE("on every diagram of the guide forecast, readings, scope and hand tools agree") {
    for (const WiringPreset& preset : wiringPresets()) {
        CAPTURE(preset.diagram);
        Bench bench;
        REQUIRE(wire(bench.simulation(), preset, true).isEmpty());
        bench.pass(3);
        checkForecast(bench);
        checkScope(bench);
        checkConductors(bench);
    }
}

TEST_CASE("with every mistake of the installers forecast, readings and scope agree") {
    for (const sim::FaultPreset& preset : sim::faultPresets()) {
        if (!isInstallationMistake(preset)) {
            continue;
        }
        CAPTURE(std::string(preset.name));
        Bench bench;
        REQUIRE(makeMistake(bench.simulation(), std::string(preset.name), {}).isEmpty());
        bench.pass(3);
        checkForecast(bench);
        checkScope(bench);
        checkConductors(bench);
    }
}

TEST_CASE("with every preset of the library no part is more than its whole") {
    int played = 0;
    for (const sim::FaultPreset& preset : sim::faultPresets()) {
        CAPTURE(std::string(preset.name));
        Bench bench;
        const auto reading =
            sim::readFault(std::string(preset.name), {}, {}, bench.simulation().world(), 60.0);
        REQUIRE(reading.mistakes.empty());
        bench.simulation().applyFault(reading.action);
        for (int slice = 0; slice < 8; ++slice) {
            bench.simulation().step(kSamplesPerSecond / 4);
            const double hz = bench.simulation().faultyWorld().source.frequencyHz;
            if (const auto figures = figuresOf(bench.seen(), bench.settings(), hz)) {
                for (const WaveFigures& each : *figures) {
                    CHECK(each.rms >= (1.0 - kRounding) * std::abs(each.fundamental));
                }
            }
        }
        ++played;
    }
    CHECK(played > 60);
}
