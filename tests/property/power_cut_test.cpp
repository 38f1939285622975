// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Power cut at every single write of a run: what the decisions allow to be lost is at most
// 15 s of energy, and a settings change that was answered is never lost.

#include "core/meter.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faulty_nv_memory.hpp"
#include "tests/support/master.hpp"
#include "tests/support/signals.hpp"

using namespace meter;
using namespace meter::test;

namespace {

class DeafPorts final : public SerialOut, public DisplayOut, public ContactsOut {
public:
    void send(std::span<const std::byte>) override {}

    void show(const Glass&) override {}

    void setEnergyPulse(bool, SampleTime) override {}

    void setAlarm(bool, SampleTime) override {}
};

/// 240 V × 10 A × 3, PF 1 at a CT size of 100 A: 7200 Ws a second.
const std::vector<SampleFrame>& oneSecond() {
    static const std::vector<SampleFrame> frames = [] {
        TestSignal signal;
        for (std::size_t phase = 0; phase < 3; ++phase) {
            const double angle = -120.0 * static_cast<double>(phase);
            signal.voltage[phase] = {{1, 240.0, angle}};
            signal.current[phase] = {{1, 0.1, angle}};
        }
        return signal.frames(0, kSamplesPerSecond);
    }();
    return frames;
}

constexpr int kRunSeconds = 60;
constexpr double kWsPerSecond = 7200.0;

struct Outcome {
    double energyWs = 0.0;              ///< What the meter showed last.
    std::uint16_t answeredPercent = 10; ///< Last accepted write to register 142.
    std::uint16_t askedPercent = 10;    ///< Last attempted one.
};

/// Runs until the memory's power is cut (a write fails) or the run is over.
Outcome runUntilCut(Meter& meter, FaultyNvMemory& memory, std::uint64_t cutAfterBytes) {
    Outcome outcome;
    memory.cutAfterBytes(cutAfterBytes);
    meter.powerUp(0);
    for (int second = 1; second <= kRunSeconds; ++second) {
        meter.onSamples(oneSecond());
        outcome.energyWs = static_cast<double>(meter.readings().energy.real.units);
        if (second % 7 == 0) {
            outcome.askedPercent = static_cast<std::uint16_t>(10 + second);
            if (!writeByPdu(meter, 142, outcome.askedPercent)) {
                break; // The power is gone in the middle of this write.
            }
            outcome.answeredPercent = outcome.askedPercent;
        }
    }
    return outcome;
}

} // namespace

TEST_CASE("a power cut at any byte written loses at most 15 s of energy and no answered setting") {
    DeafPorts ports;
    FaultyNvMemory pristine;
    Meter reference({pristine, ports, ports, ports}, Factory{});
    runUntilCut(reference, pristine, std::numeric_limits<std::uint64_t>::max());
    const std::uint64_t writes = pristine.writeCount();
    REQUIRE(writes == 9); // At power-up, and with each of the eight accepted changes.

    for (std::uint64_t bytes = 0; bytes <= writes * kNvUsedSize; bytes += 37) {
        CAPTURE(bytes);
        FaultyNvMemory memory;
        Meter meter({memory, ports, ports, ports}, Factory{});
        const Outcome outcome = runUntilCut(meter, memory, bytes);
        memory.restorePower();
        Meter again({memory, ports, ports, ports}, Factory{});
        again.powerUp(0);
        CHECK_FALSE(again.readings().isNvDamaged);
        const std::uint16_t percent = again.readings().settings.phaseLossVoltagePercent;
        CHECK((percent == outcome.answeredPercent || percent == outcome.askedPercent));
        const double lost =
            outcome.energyWs - static_cast<double>(again.readings().energy.real.units);
        CHECK(lost >= 0.0);
        CHECK(lost <= 15.0 * kWsPerSecond);
    }
}

TEST_CASE("pulling the plug without a warning loses at most 15 s of energy") {
    DeafPorts ports;
    FaultyNvMemory memory;
    for (int seconds = 1; seconds <= 50; ++seconds) {
        FaultyNvMemory fresh;
        Meter meter({fresh, ports, ports, ports}, Factory{});
        meter.powerUp(0);
        for (int second = 0; second < seconds; ++second) {
            meter.onSamples(oneSecond());
        }
        const double shown = static_cast<double>(meter.readings().energy.real.units);
        Meter again({fresh, ports, ports, ports}, Factory{}); // No powerFail() before.
        again.powerUp(0);
        CHECK(again.readings().powerUpCount == 2);
        const double lost = shown - static_cast<double>(again.readings().energy.real.units);
        CHECK(lost >= 0.0);
        CHECK(lost < 15.0 * kWsPerSecond + 1.0);
    }
}

TEST_CASE("with the power-fail warning nothing is lost") {
    DeafPorts ports;
    FaultyNvMemory memory;
    Meter meter({memory, ports, ports, ports}, Factory{});
    meter.powerUp(0);
    for (int second = 0; second < 13; ++second) {
        meter.onSamples(oneSecond());
    }
    meter.powerFail();
    const std::uint64_t shown = meter.readings().energy.real.units;
    CHECK(shown == Approx(13 * kWsPerSecond).epsilon(1e-5));
    Meter again({memory, ports, ports, ports}, Factory{});
    again.powerUp(0);
    CHECK(again.readings().energy.real.units == shown);
}

TEST_CASE("two damaged images give the factory's defaults and a message on the glass") {
    DeafPorts ports;
    FaultyNvMemory memory;
    Factory factory;
    factory.installerSettings.ctPrimaryA = 400; // The scenario's meter block: not used then.
    {
        Meter meter({memory, ports, ports, ports}, factory);
        meter.powerUp(0);
        CHECK(meter.readings().settings.ctPrimaryA == 400);
        REQUIRE_FALSE(meter.readings().isNvDamaged);
        for (int second = 0; second < 31; ++second) {
            meter.onSamples(oneSecond());
        }
    }
    memory.flipBit(0, 300);
    memory.flipBit(1, 301);
    Meter meter({memory, ports, ports, ports}, factory);
    meter.powerUp(0);
    CHECK(meter.readings().isNvDamaged);
    CHECK(meter.readings().settings == Settings{});
    CHECK(meter.readings().energy.real.units == 0);
}
