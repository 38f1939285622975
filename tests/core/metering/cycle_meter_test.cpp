// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Accuracy of every quantity against closed forms (IEEE 1459 sums over the tones of the test
// signal, tests/support/signals.hpp). Limits are those of docs/metrology.md for the ideal meter:
// V, I 0.01 %; P, S 0.01 % of S; Q 0.02 % of S; f 0.001 Hz; PF 0.0002.

#include "core/metering/cycle_meter.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/signals.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace meter;
using namespace meter::test;

namespace {

constexpr double kRelative = 1e-4;
constexpr double kReactiveOfApparent = 2e-4;
constexpr double kFrequencyHz = 1e-3;
constexpr double kPowerFactor = 2e-4;
constexpr double kCtSizeA = 100.0;

/// Unbalanced, with random harmonics of up to 20 % / h in voltage and 80 % / h in current.
TestSignal distorted(double frequencyHz, unsigned seed) {
    std::mt19937 generator(seed);
    const auto uniform = [&](double from, double to) {
        return from + (to - from) * (static_cast<double>(generator()) / 4294967296.0);
    };
    TestSignal signal;
    signal.frequencyHz = frequencyHz;
    for (std::size_t phase = 0; phase < 3; ++phase) {
        const double nominal = -120.0 * static_cast<double>(phase);
        const double voltage = uniform(200.0, 300.0);
        const double current = uniform(0.05, 1.1);
        signal.voltage[phase] = {{1, voltage, nominal + uniform(-5.0, 5.0)}};
        signal.current[phase] = {{1, current, nominal + uniform(-75.0, 75.0)}};
        for (int order = 2; order * frequencyHz < 1200.0; ++order) {
            signal.voltage[phase].push_back({static_cast<double>(order),
                                             voltage * uniform(0.0, 0.2) / order,
                                             uniform(0.0, 360.0)});
            signal.current[phase].push_back({static_cast<double>(order),
                                             current * uniform(0.0, 0.8) / order,
                                             uniform(0.0, 360.0)});
        }
    }
    return signal;
}

MeasuredCycle measure(const TestSignal& signal,
                      const Settings& settings,
                      const Rules& rules = {},
                      int cycles = 1) {
    CycleMeter cycleMeter;
    MeasuredCycle cycle;
    for (int second = 0; second < cycles; ++second) {
        const std::vector<SampleFrame> frames =
            signal.frames(std::int64_t{second} * kSamplesPerSecond, kSamplesPerSecond);
        REQUIRE(cycleMeter.add(frames, settings, rules) == frames.size());
        REQUIRE(cycleMeter.isComplete());
        cycle = cycleMeter.finish(settings, rules);
    }
    return cycle;
}

Settings settingsOf(SystemType type) {
    Settings settings;
    settings.systemType = type;
    settings.ctPrimaryA = static_cast<std::uint16_t>(kCtSizeA);
    return settings;
}

/// The voltage that the power of a phase refers to, tone by tone.
Tones powerVoltage(const TestSignal& signal, SystemType type, std::size_t phase) {
    const auto& v = signal.voltage;
    if (type == SystemType::SinglePhaseLl) {
        return differenceOf(v[0], v[1]);
    }
    if (type != SystemType::Delta) {
        return v[phase];
    }
    // Against the virtual star point: v − (va + vb + vc)/3 = ((v − v') + (v − v''))/3.
    Tones opposite = differenceOf(differenceOf(v[phase], v[(phase + 1) % 3]),
                                  differenceOf(v[(phase + 2) % 3], v[phase]));
    for (Tone& tone : opposite) {
        tone.rms /= 3.0;
    }
    return opposite;
}

void checkPhase(const PhaseQuantities& measured, const Tones& voltage, const Tones& current) {
    const double amperes = rmsOf(current) * kCtSizeA;
    const double apparent = rmsOf(voltage) * amperes;
    const double real = std::fabs(realPowerOf(voltage, current)) * kCtSizeA;
    const double reactive = std::fabs(fundamentalReactiveOf(voltage, current)) * kCtSizeA;
    CHECK(measured.currentA == Approx(amperes).epsilon(kRelative).margin(0));
    CHECK(std::fabs(measured.apparentPowerVa - apparent) < kRelative * apparent);
    CHECK(std::fabs(measured.realPowerW - real) < kRelative * apparent);
    CHECK(std::fabs(measured.reactivePowerVar - reactive) < kReactiveOfApparent * apparent);
    CHECK(std::fabs(measured.powerFactor - real / apparent) < kPowerFactor);
}

void checkTotals(const MeasuredCycle& cycle, const TestSignal& signal, SystemType type) {
    const SystemTypeTraits& traits = traitsOf(type);
    double real = 0.0;
    double reactive = 0.0;
    double nonactive = 0.0;
    double arithmetic = 0.0;
    double current = 0.0;
    for (std::size_t phase = 0; phase < 3; ++phase) {
        if (!traits.hasPhase[phase]) {
            continue;
        }
        const Tones voltage = powerVoltage(signal, type, phase);
        const double s = rmsOf(voltage) * rmsOf(signal.current[phase]) * kCtSizeA;
        const double p = std::fabs(realPowerOf(voltage, signal.current[phase])) * kCtSizeA;
        real += p;
        reactive += std::fabs(fundamentalReactiveOf(voltage, signal.current[phase])) * kCtSizeA;
        nonactive += std::sqrt(s * s - p * p);
        arithmetic += s;
        current += rmsOf(signal.current[phase]) * kCtSizeA / traits.phaseCount;
    }
    const double apparent = std::hypot(real, nonactive);
    CHECK(std::fabs(cycle.realPowerW - real) < kRelative * arithmetic);
    CHECK(std::fabs(cycle.reactivePowerVar - reactive) < kReactiveOfApparent * arithmetic);
    CHECK(std::fabs(cycle.apparentPowerVa - apparent) < kRelative * arithmetic);
    CHECK(std::fabs(cycle.powerFactor - real / apparent) < kPowerFactor);
    CHECK(cycle.currentAverageA == Approx(current).epsilon(kRelative).margin(0));
}

void checkVoltages(const MeasuredCycle& cycle, const TestSignal& signal, SystemType type) {
    constexpr std::array<std::array<std::size_t, 2>, 3> kPairs = {{{0, 1}, {1, 2}, {0, 2}}};
    const SystemTypeTraits& traits = traitsOf(type);
    double lineSum = 0.0;
    int lineCount = 0;
    for (std::size_t index = 0; index < 3; ++index) {
        if (traits.hasVoltageLn[index]) {
            CHECK(cycle.phase[index].voltageLnV ==
                  Approx(rmsOf(signal.voltage[index])).epsilon(kRelative).margin(0));
        } else {
            CHECK(cycle.phase[index].voltageLnV == 0.0);
        }
        if (traits.hasVoltageLl[index]) {
            const auto [plus, minus] = kPairs[index];
            const double line = rmsOf(differenceOf(signal.voltage[plus], signal.voltage[minus]));
            CHECK(cycle.voltageLlV[index] == Approx(line).epsilon(kRelative).margin(0));
            lineSum += line;
            ++lineCount;
        }
    }
    if (lineCount > 0) {
        CHECK(cycle.voltageLlAverageV == Approx(lineSum / lineCount).epsilon(kRelative).margin(0));
    }
}

} // namespace

TEST_CASE("every quantity of every system type is within its accuracy from the first second on") {
    for (const SystemTypeTraits& traits : kSystemTypes) {
        for (const double frequencyHz : {45.0, 49.7, 50.0, 59.3, 60.0, 65.0}) {
            for (unsigned seed = 1; seed <= 3; ++seed) {
                const TestSignal signal = distorted(frequencyHz, seed);
                for (const int cycles : {1, 3}) {
                    CAPTURE(static_cast<int>(traits.type), frequencyHz, seed, cycles);
                    const MeasuredCycle cycle =
                        measure(signal, settingsOf(traits.type), {}, cycles);
                    REQUIRE(cycle.isFrequencyValid);
                    CHECK(std::fabs(cycle.frequencyHz - frequencyHz) < kFrequencyHz);
                    checkVoltages(cycle, signal, traits.type);
                    checkTotals(cycle, signal, traits.type);
                    for (std::size_t phase = 0; phase < 3; ++phase) {
                        if (traits.hasPhase[phase]) {
                            checkPhase(cycle.phase[phase], powerVoltage(signal, traits.type, phase),
                                       signal.current[phase]);
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE(
    "the harmonic influence waveform of IEC 62053-22 measures 1.04 times the fundamental power") {
    // U5 10 %, I5 40 %, both in phase at the positive zero crossing: P5 = 0.04 P1, Q = 0.
    TestSignal signal;
    for (std::size_t phase = 0; phase < 3; ++phase) {
        const double angle = -120.0 * static_cast<double>(phase);
        signal.voltage[phase] = {{1, 277.0, angle}, {5, 27.7, 5 * angle}};
        signal.current[phase] = {{1, 0.5, angle}, {5, 0.2, 5 * angle}};
    }
    const MeasuredCycle cycle = measure(signal, settingsOf(SystemType::Wye));
    CHECK(cycle.realPowerW == Approx(3.0 * 277.0 * 50.0 * 1.04).epsilon(1e-5));
    CHECK(cycle.reactivePowerVar < 2e-4 * cycle.apparentPowerVa);
}

TEST_CASE("reversing every current changes nothing because the meter is unidirectional") {
    TestSignal signal = distorted(60.0, 7);
    const MeasuredCycle before = measure(signal, settingsOf(SystemType::Wye));
    for (Tones& tones : signal.current) {
        for (Tone& tone : tones) {
            tone.angleDeg += 180.0;
        }
    }
    const MeasuredCycle after = measure(signal, settingsOf(SystemType::Wye));
    CHECK(after.realPowerW == Approx(before.realPowerW).epsilon(1e-6));
    CHECK(after.reactivePowerVar == Approx(before.reactivePowerVar).epsilon(1e-6));
    CHECK(after.phase[1].realEnergyWs == Approx(before.phase[1].realEnergyWs).epsilon(1e-6));
}

TEST_CASE("currents below 0.05 percent of the CT size count as zero and the idle phase has PF 1") {
    TestSignal signal = distorted(60.0, 2);
    signal.current[0] = {{1, 0.000'49, 60.0}};
    signal.current[1] = {{1, 0.000'51, -60.0}};
    const MeasuredCycle cycle = measure(signal, settingsOf(SystemType::Wye));
    CHECK(cycle.phase[0].currentA == 0.0);
    CHECK(cycle.phase[0].realPowerW == 0.0);
    CHECK(cycle.phase[0].realEnergyWs == 0.0);
    CHECK(cycle.phase[0].powerFactor == 1.0);
    CHECK(cycle.phase[1].currentA == Approx(0.051).epsilon(1e-4));
    CHECK(cycle.phase[1].realEnergyWs > 0.0);
}

TEST_CASE("frequency is invalid below 20 V and outside 45 to 65 Hz after rounding to 0.01 Hz") {
    const auto frequencyOf = [](double hertz, double volts) {
        TestSignal signal;
        signal.frequencyHz = hertz;
        signal.voltage[0] = {{1, volts, 0.0}};
        return measure(signal, settingsOf(SystemType::Wye), {}, 2);
    };
    CHECK(frequencyOf(60.0, 20.1).isFrequencyValid);
    CHECK_FALSE(frequencyOf(60.0, 19.9).isFrequencyValid);
    CHECK(frequencyOf(45.0, 120.0).isFrequencyValid);
    CHECK(frequencyOf(44.996, 120.0).isFrequencyValid); // Shown as 45.00.
    CHECK_FALSE(frequencyOf(44.99, 120.0).isFrequencyValid);
    CHECK(frequencyOf(65.0, 120.0).isFrequencyValid);
    CHECK_FALSE(frequencyOf(65.01, 120.0).isFrequencyValid);
}

TEST_CASE(
    "a dead phase A leaves the other phases exact although the frequency register is invalid") {
    // IEC 62053-22, voltage unbalance with one phase interrupted (metrology, trap).
    TestSignal signal = distorted(49.7, 4);
    signal.voltage[0].clear();
    const MeasuredCycle cycle = measure(signal, settingsOf(SystemType::Wye), {}, 2);
    CHECK_FALSE(cycle.isFrequencyValid);
    checkPhase(cycle.phase[1], signal.voltage[1], signal.current[1]);
    checkPhase(cycle.phase[2], signal.voltage[2], signal.current[2]);
}

TEST_CASE("a DC offset of a voltage counts in its RMS") {
    TestSignal signal = distorted(60.0, 5);
    signal.voltage[0] = {{1, 240.0, 0.0}, {0, 70.0, 0.0}};
    const MeasuredCycle cycle = measure(signal, settingsOf(SystemType::Wye));
    CHECK(cycle.phase[0].voltageLnV == Approx(250.0).epsilon(1e-4)); // 240² + 70² = 250²
}

TEST_CASE("a frequency step at the tick is measured in the very next second") {
    CycleMeter cycleMeter;
    const Settings settings = settingsOf(SystemType::Wye);
    for (const double hertz : {60.0, 50.0, 64.9, 45.1}) {
        const TestSignal signal = distorted(hertz, 9);
        const std::vector<SampleFrame> frames = signal.frames(0, kSamplesPerSecond);
        REQUIRE(cycleMeter.add(frames, settings, {}) == frames.size());
        const MeasuredCycle cycle = cycleMeter.finish(settings, {});
        CAPTURE(hertz);
        CHECK(std::fabs(cycle.frequencyHz - hertz) < kFrequencyHz);
        checkPhase(cycle.phase[0], signal.voltage[0], signal.current[0]);
    }
}

TEST_CASE("energy counts every sample whatever the window") {
    // 49.7 Hz: the window leaves 35 samples out, the energy none. ∫P dt over 10 s of a pure
    // sine: P·t plus the double-frequency ripple of the two ends, below V·I/(2ω).
    TestSignal signal;
    signal.frequencyHz = 49.7;
    signal.voltage[0] = {{1, 230.0, 0.0}};
    signal.current[0] = {{1, 0.8, -60.0}};
    CycleMeter cycleMeter;
    const Settings settings = settingsOf(SystemType::Wye);
    double energyWs = 0.0;
    for (int second = 0; second < 10; ++second) {
        const auto frames =
            signal.frames(std::int64_t{second} * kSamplesPerSecond, kSamplesPerSecond);
        REQUIRE(cycleMeter.add(frames, settings, {}) == frames.size());
        energyWs += cycleMeter.finish(settings, {}).phase[0].realEnergyWs;
    }
    const double apparentVa = 230.0 * 80.0;
    const double rippleWs = apparentVa / (2.0 * std::numbers::pi * 2.0 * 49.7) * 2.0;
    CHECK(std::fabs(energyWs - apparentVa * 0.5 * 10.0) < rippleWs);
}

TEST_CASE("samples may come in slices of any size") {
    const TestSignal signal = distorted(59.3, 11);
    const Settings settings = settingsOf(SystemType::Delta);
    const std::vector<SampleFrame> frames = signal.frames(0, kSamplesPerSecond);
    const MeasuredCycle whole = measure(signal, settings);
    for (const std::size_t slice : {1U, 25U, 119U, 121U, 1000U}) {
        CycleMeter cycleMeter;
        for (std::size_t from = 0; from < frames.size(); from += slice) {
            const std::size_t count = std::min(slice, frames.size() - from);
            REQUIRE(cycleMeter.add(std::span(frames).subspan(from, count), settings, {}) == count);
        }
        const MeasuredCycle cycle = cycleMeter.finish(settings, {});
        CHECK(cycle.realPowerW == whole.realPowerW);
        CHECK(cycle.reactivePowerVar == whole.reactivePowerVar);
        CHECK(cycle.frequencyHz == whole.frequencyHz);
        CHECK(cycle.phase[2].currentA == whole.phase[2].currentA);
    }
}

TEST_CASE("discarding the energy so far leaves the rest of the running second") {
    TestSignal signal;
    signal.voltage[0] = {{1, 230.0, 0.0}};
    signal.current[0] = {{1, 0.8, 0.0}};
    const Settings settings = settingsOf(SystemType::SinglePhaseLn);
    const std::vector<SampleFrame> frames = signal.frames(0, kSamplesPerSecond);
    for (const std::size_t at : {42U, 126U, 630U, 1890U}) { // Whole cycles of 42 samples.
        CycleMeter cycleMeter;
        REQUIRE(cycleMeter.add(std::span(frames).first(at), settings, {}) == at);
        cycleMeter.discardEnergySoFar();
        REQUIRE(cycleMeter.add(std::span(frames).subspan(at), settings, {}) == 2520 - at);
        const MeasuredCycle cycle = cycleMeter.finish(settings, {});
        const double left = static_cast<double>(2520 - at) / 2520.0;
        CHECK(cycle.phase[0].realEnergyWs == Approx(230.0 * 80.0 * left).epsilon(1e-5));
        CHECK(cycle.phase[0].realPowerW == Approx(230.0 * 80.0).epsilon(1e-5));
        CHECK(cycleMeter.energyFraction() == Approx(left).epsilon(1e-12));
    }
}

TEST_CASE("the alternative reactive powers follow their definitions") {
    const Settings settings = settingsOf(SystemType::Wye);
    Rules rules;
    SECTION("nonactive is the root of S squared less P squared") {
        const TestSignal signal = distorted(60.0, 3);
        rules.reactive = ReactiveRule::Nonactive;
        const MeasuredCycle cycle = measure(signal, settings, rules);
        const Tones& voltage = signal.voltage[0];
        const Tones& current = signal.current[0];
        const double s = rmsOf(voltage) * rmsOf(current) * kCtSizeA;
        const double p = realPowerOf(voltage, current) * kCtSizeA;
        // Ill-conditioned near PF 1 by nature: 1e-4 of S in P and S may become this much.
        CHECK(std::fabs(cycle.phase[0].reactivePowerVar - std::sqrt(s * s - p * p)) < 1e-3 * s);
    }
    SECTION("delay is the fundamental's where there are no harmonics, at any frequency") {
        rules.reactive = ReactiveRule::Delay;
        for (const double hertz : {45.0, 49.7, 60.0, 65.0}) {
            TestSignal signal;
            signal.frequencyHz = hertz;
            signal.voltage[0] = {{1, 240.0, 10.0}};
            signal.current[0] = {{1, 0.5, -4.4775}}; // sin φ = 0.25: the hard case.
            const MeasuredCycle cycle = measure(signal, settings, rules, 3);
            const double apparent = 240.0 * 50.0;
            CAPTURE(hertz);
            CHECK(std::fabs(cycle.phase[0].reactivePowerVar - 0.25 * apparent) <
                  kReactiveOfApparent * apparent);
        }
    }
}

TEST_CASE("a dip inside the second shortens neither the window nor bends the frequency") {
    // Whole cycles of 60 Hz, so V = 277·√(1 − T·(1 − r²)) exactly (RMS of two levels).
    for (const double residual : {0.0, 0.4, 0.7, 0.9, 1.4}) {
        for (const std::size_t cycles : {3U, 12U, 30U}) {
            for (const std::size_t at : {0U, 252U, 756U}) {
                TestSignal signal;
                signal.voltage[0] = {{1, 277.0, 0.0}};
                std::vector<SampleFrame> frames = signal.frames(0, kSamplesPerSecond);
                for (std::size_t n = at; n < at + cycles * 42; ++n) {
                    frames[n].voltage[0] =
                        static_cast<std::int32_t>(std::lround(residual * frames[n].voltage[0]));
                }
                CycleMeter cycleMeter;
                const Settings settings = settingsOf(SystemType::Wye);
                const auto before = signal.frames(0, kSamplesPerSecond);
                REQUIRE(cycleMeter.add(before, settings, {}) == before.size());
                static_cast<void>(cycleMeter.finish(settings, {}));
                REQUIRE(cycleMeter.add(frames, settings, {}) == frames.size());
                const MeasuredCycle cycle = cycleMeter.finish(settings, {});
                const double duration = static_cast<double>(cycles) / 60.0;
                const double expected =
                    277.0 * std::sqrt(1.0 - duration * (1.0 - residual * residual));
                CAPTURE(residual, cycles, at);
                CHECK(cycle.phase[0].voltageLnV == Approx(expected).epsilon(1e-4).margin(0));
                CHECK(std::fabs(cycle.frequencyHz - 60.0) < 0.005);
            }
        }
    }
}

TEST_CASE("in a sweep of 4 Hz a second the frequency is the mean of the second") {
    // 60 Hz for a second, then up or down by 4 Hz: the mean of the second one is 62 or 58 Hz.
    for (const double sweepHz : {4.0, -4.0}) {
        CycleMeter cycleMeter;
        const Settings settings = settingsOf(SystemType::Wye);
        MeasuredCycle cycle;
        double turns = 0.0;
        for (int second = 0; second < 2; ++second) {
            std::vector<SampleFrame> frames(kSamplesPerSecond);
            for (std::size_t n = 0; n < frames.size(); ++n) {
                frames[n].voltage[0] = static_cast<std::int32_t>(
                    std::lround(2.8e6 * std::sin(2.0 * std::numbers::pi * turns)));
                const double part = static_cast<double>(n) / kSamplesPerSecond;
                turns += (60.0 + (second == 1 ? sweepHz * part : 0.0)) / kSamplesPerSecond;
            }
            REQUIRE(cycleMeter.add(frames, settings, {}) == frames.size());
            cycle = cycleMeter.finish(settings, {});
        }
        CHECK(std::fabs(cycle.frequencyHz - (60.0 + sweepHz / 2.0)) < 0.01);
    }
}
