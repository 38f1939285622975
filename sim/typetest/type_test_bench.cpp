// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/typetest/type_test_bench.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"
#include "sim/line/register_reader.hpp"
#include "sim/twin/register_write.hpp"
#include "sim/twin/simulation.hpp"
#include "sim/typetest/type_test_plan.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace meter::sim {

namespace {

/// From power-up until the frequency is followed and the first cycles are whole.
constexpr SampleTime kSettling = SampleTime{3} * kSamplesPerSecond;
constexpr auto kPulseWh = static_cast<std::uint16_t>(kTestPulseWh);
constexpr RegisterValue kClearEnergies = {129, 30078}; ///< The guide's command.
constexpr double kSecondsPerHour = 3600.0;
constexpr double kPerKilo = 1000.0;

constexpr SampleTime kBurstHalf = 84; ///< Two cycles of 60 Hz in samples.
constexpr double kOverload = 20.0 * kTestCurrentMax;
constexpr SampleTime kOverloadLength = kSamplesPerSecond / 2;
constexpr SampleTime kKeyHold = kSamplesPerSecond / 10;
// They leaf through the menus and change nothing.
constexpr std::array<Key, 2> kKeysPressed = {Key::Plus, Key::Minus};

struct EnergyRegisters {
    std::uint16_t integer;
    std::uint16_t floating;
    std::uint16_t pulses;
};

constexpr EnergyRegisters kReal = {.integer = 1, .floating = 257, .pulses = 43};
constexpr EnergyRegisters kReactive = {.integer = 29, .floating = 311, .pulses = 45};

RegisterChoice choiceOf(const std::string& nameOrNumber) {
    const Result<RegisterChoice> choice = registerByNameOrNumber(nameOrNumber);
    METER_ASSERT(choice.has_value());
    return *choice;
}

Reading readNow(RegisterReader& reader, const std::string& nameOrNumber) {
    const RegisterReading reading = reader.read(choiceOf(nameOrNumber));
    return {.value = reading.value, .isValid = reading.isValid()};
}

/// The meter of one measurement and the world that it lives in.
class Run final {
public:
    Run(Scenario scenario, const TypeTestStimulus& stimulus, EnergyRegisters registers)
        : m_stimulus(stimulus)
        , m_registers(registers)
        , m_reader(scenario.meter)
        , m_on(scenario.world)
        , m_simulation(std::move(scenario), m_memory) {}

    void settle() {
        m_simulation.step(kSettling);
        if (m_stimulus.isOverloaded) {
            World overload = m_on;
            for (double& currentA : overload.load.currentA) {
                currentA *= kOverload / m_stimulus.current;
            }
            m_simulation.setWorld(overload);
            m_simulation.step(kOverloadLength);
            m_simulation.setWorld(m_on);
            m_simulation.runUntil(2 * kSettling);
        }
    }

    EnergyMeasurement measure(int durationS) {
        EnergyMeasurement result;
        const SampleTime end = m_simulation.now() + (SampleTime{durationS} * kSamplesPerSecond);
        const std::array<RegisterValue, 1> clear = {kClearEnergies};
        result.isAnswered = writeAsMaster(m_simulation.meter(), clear).empty();
        const double closuresBefore = closures(result);
        advanceTo(end);
        m_reader.look(m_simulation.meter());
        result.durationS = durationS;
        result.floatWh = kPerKilo * read(m_registers.floating, result);
        result.integerWh = kPerKilo * read(m_registers.integer, result);
        result.countWh =
            kPerKilo * powerOfTen(m_simulation.meter().readings().configuration.scaleEnergy);
        // The pulses of the last second come during the one that follows it.
        advanceTo(end + kSamplesPerSecond - 1);
        result.pulseWh = kTestPulseWh;
        result.pulseCount = closures(result) - closuresBefore;
        m_simulation.step(1);
        return result;
    }

private:
    double read(std::uint16_t number, EnergyMeasurement& result) {
        const Reading reading = readNow(m_reader, std::to_string(number));
        result.isAnswered = result.isAnswered && reading.isValid;
        return reading.value;
    }

    /// Real energy: closures of the contact; reactive: those of the internal output, which only
    /// a register tells.
    double closures(EnergyMeasurement& result) {
        if (m_registers.pulses == kReal.pulses) {
            return static_cast<double>(m_simulation.contacts().values().energyPulses);
        }
        m_reader.look(m_simulation.meter());
        return read(m_registers.pulses, result);
    }

    void advanceTo(SampleTime end) {
        if (m_stimulus.isBurst) {
            advanceInBursts(end);
        } else if (m_stimulus.isOperated) {
            advanceAndPressKeys(end);
        } else {
            m_simulation.runUntil(end);
        }
    }

    void advanceInBursts(SampleTime end) {
        World off = m_on;
        off.load.currentA = {};
        while (m_simulation.now() < end) {
            const SampleTime half = m_simulation.now() / kBurstHalf;
            m_simulation.setWorld(half % 2 == 0 ? m_on : off);
            m_simulation.runUntil(std::min(end, (half + 1) * kBurstHalf));
        }
    }

    void advanceAndPressKeys(SampleTime end) {
        for (std::size_t press = 0; m_simulation.now() < end; ++press) {
            const Key key = kKeysPressed[press % kKeysPressed.size()];
            m_simulation.meter().onKey(key, true);
            m_simulation.runUntil(std::min(end, m_simulation.now() + kKeyHold));
            m_simulation.meter().onKey(key, false);
            m_simulation.runUntil(std::min(end, m_simulation.now() + (2 * kKeyHold)));
        }
    }

    TypeTestStimulus m_stimulus;
    EnergyRegisters m_registers;
    RegisterReader m_reader;
    World m_on;
    NvMemory m_memory;
    Simulation m_simulation;
};

} // namespace

TypeTestBench::TypeTestBench(TypeTestMeter meter) : m_meter(std::move(meter)) {}

World TypeTestBench::faultyWorldOf(const TypeTestStimulus& stimulus) const {
    World world = worldOf(stimulus);
    if (m_meter.fault) {
        m_meter.fault(world);
    }
    return world;
}

Scenario TypeTestBench::scenarioOf(const TypeTestStimulus& stimulus,
                                   std::uint16_t pulseEnergyWh) const {
    Scenario scenario;
    scenario.accuracy = m_meter.accuracy;
    scenario.meter.serialNumber = m_meter.serialNumber;
    scenario.meter.installerSettings = typeTestSettings(stimulus.system, pulseEnergyWh);
    scenario.world = faultyWorldOf(stimulus);
    return scenario;
}

std::vector<EnergyMeasurement> TypeTestBench::energies(const EnergyTask& task) const {
    const bool isReactive = task.quantity == TypeTestQuantity::Reactive;
    Run run(scenarioOf(task.stimulus, kPulseWh), task.stimulus, isReactive ? kReactive : kReal);
    run.settle();
    const TruePower power = truePowerOf(task.stimulus);
    const double trueW = isReactive ? power.reactiveVar : power.realW;
    std::vector<EnergyMeasurement> results;
    for (int index = 0; index < task.runCount; ++index) {
        EnergyMeasurement& result = results.emplace_back(run.measure(task.durationS));
        result.trueWh = trueW * result.durationS / kSecondsPerHour;
    }
    return results;
}

std::vector<Reading> TypeTestBench::readings(const TypeTestStimulus& stimulus,
                                             const std::vector<std::string>& names) const {
    Scenario scenario = scenarioOf(stimulus, kPulseWh);
    RegisterReader reader(scenario.meter);
    NvMemory memory;
    Simulation simulation(std::move(scenario), memory);
    simulation.step(kSettling);
    reader.look(simulation.meter());
    std::vector<Reading> results;
    results.reserve(names.size());
    for (const std::string& name : names) {
        results.push_back(readNow(reader, name));
    }
    return results;
}

ClosureTimes TypeTestBench::closures(const TypeTestStimulus& stimulus,
                                     std::uint16_t pulseEnergyWh) const {
    NvMemory memory;
    Simulation simulation(scenarioOf(stimulus, pulseEnergyWh), memory);
    ClosureTimes times;
    SampleTime closedAt = 0;
    SampleTime openedAt = 0;
    int closureCount = 0;
    bool wasClosed = false;
    constexpr int kClosuresWanted = 3;
    constexpr SampleTime kPatience = SampleTime{120} * kSamplesPerSecond;
    const double msPerSample = kPerKilo / kSamplesPerSecond;
    while (closureCount < kClosuresWanted && simulation.now() < kPatience) {
        simulation.step(1);
        const ContactLog::Values& contact = simulation.contacts().values();
        if (contact.isEnergyPulseClosed == wasClosed) {
            continue;
        }
        wasClosed = contact.isEnergyPulseClosed;
        if (!wasClosed) {
            openedAt = contact.lastPulseEdge;
            times.closedMs = static_cast<double>(openedAt - closedAt) * msPerSample;
            continue;
        }
        closedAt = contact.lastPulseEdge;
        ++closureCount;
        if (closureCount > 1) {
            const double openMs = static_cast<double>(closedAt - openedAt) * msPerSample;
            times.openMs = times.isSeen ? std::min(times.openMs, openMs) : openMs;
            times.isSeen = true;
        }
    }
    return times;
}

} // namespace meter::sim
