// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/typetest/type_test_judge.hpp"

#include "sim/typetest/type_test_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace meter::sim {

namespace {

/// One pulse is a tenth of the limit.
constexpr double kPulsesPerLimit = 10.0;
constexpr double kSecondsPerMinute = 60.0;
constexpr double kPercent = 100.0;
constexpr int kRepeatedRuns = 10;
constexpr int kStartingPulses = 4;
/// Ends of ranges of 20 K in the guide's operating temperatures, IEC 62053-22 8.2.
constexpr std::array<double, 6> kTemperaturesC = {-30.0, -10.0, 10.0, 30.0, 50.0, 70.0};

void keepWorst(double measured, const std::string& name, TypeTestResult& result) {
    if (std::isnan(measured) || std::abs(measured) > std::abs(result.measured)) {
        result.measured = measured;
        if (result.verdict != TypeTestVerdict::Fail && !name.empty()) {
            result.remark = name;
        }
    }
}

} // namespace

TypeTestJudge::TypeTestJudge(const TypeTestOptions& options)
    : m_bench(options.meter), m_countsPulses(options.countsPulses) {}

TypeTestResult TypeTestJudge::judge(const TypeTestPoint& point) {
    using Kind = TypeTestKind;
    TypeTestResult result;
    result.point = point;
    if (point.kind == Kind::NotApplicable) {
        return result;
    }
    result.verdict = TypeTestVerdict::Pass;
    switch (point.kind) {
    case Kind::Basic:
        judgeBasic(result);
        break;
    case Kind::SinglePhase:
        judgeSinglePhase(result);
        break;
    case Kind::Temperature:
        judgeTemperature(result);
        break;
    case Kind::Starting:
        judgeStarting(result);
        break;
    case Kind::NoLoad:
        judgeNoLoad(result);
        break;
    case Kind::Constant:
        judgeConstant(result);
        break;
    case Kind::Repeatability:
        judgeRepeatability(result);
        break;
    case Kind::Reading:
        judgeReading(result);
        break;
    case Kind::Closure:
        judgeClosure(result);
        break;
    default:
        judgeChanges(result);
        break;
    }
    const double magnitude = std::abs(result.measured);
    const bool isKept = point.isAtLeast ? magnitude >= point.limit : magnitude <= point.limit;
    if (!isKept) {
        result.verdict = TypeTestVerdict::Fail;
    }
    return result;
}

void TypeTestJudge::judgeBasic(TypeTestResult& result) {
    const TypeTestPoint& point = result.point;
    const TypeTestStimulus stimulus = stimulusOf(point);
    const double powerW = truePowerOf(stimulus, point.quantity);
    const bool isCounted = m_countsPulses && canPulsesKeepUp(stimulus, powerW);
    const double pulses = isCounted ? kPulsesPerLimit * kPercent / point.limit : 0.0;
    const int durationS = secondsForPulses(pulses, powerW);
    const EnergyMeasurement energy = measure(stimulus, durationS, result);
    result.measured = kPercent * energy.error();
    result.integerPercent = kPercent * energy.integerError();
    result.countPercent = kPercent * energy.countWh / energy.trueWh;
    if (std::abs(*result.integerPercent) > point.limit + result.countPercent) {
        result.verdict = TypeTestVerdict::Fail;
        result.remark = "by the whole counts of the register";
    }
    if (!isCounted) {
        if (m_countsPulses) {
            result.remark += std::string(result.remark.empty() ? "" : "; ") +
                             "the pulse output cannot keep up with this power and is not judged";
        }
        return;
    }
    result.pulsePercent = kPercent * energy.pulseError();
    result.pulseQuantumPercent = kPercent * energy.pulseWh / energy.trueWh;
    if (std::abs(*result.pulsePercent) > point.limit + result.pulseQuantumPercent) {
        result.verdict = TypeTestVerdict::Fail;
        result.remark = "by counted pulses";
    }
}

void TypeTestJudge::judgeSinglePhase(TypeTestResult& result) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const TypeTestStimulus single = withCurrentOn(stimulusOf(result.point), phase);
        keepWorst(errorPercentOf(single, result), std::string("phase ") + kPhaseNames[phase],
                  result);
    }
}

void TypeTestJudge::judgeChanges(TypeTestResult& result) {
    TypeTestStimulus reference = referenceOf(result.point);
    if (result.point.kind == TypeTestKind::SupplyPhase) {
        reference.controlPower = {
            .kind = ControlPowerKind::FromService, .from = Conductor::A, .to = Conductor::N};
    }
    const double before = errorPercentOf(reference, result);
    for (const TypeTestVariant& variant : variantsOf(result.point)) {
        keepWorst(errorPercentOf(variant.stimulus, result) - before, variant.name, result);
    }
}

void TypeTestJudge::judgeTemperature(TypeTestResult& result) {
    TypeTestStimulus stimulus = stimulusOf(result.point);
    stimulus.ambientC = kTemperaturesC.front();
    double before = errorPercentOf(stimulus, result);
    for (std::size_t i = 1; i < kTemperaturesC.size(); ++i) {
        const double rangeK = kTemperaturesC[i] - kTemperaturesC[i - 1];
        stimulus.ambientC = kTemperaturesC[i];
        const double after = errorPercentOf(stimulus, result);
        keepWorst((after - before) / rangeK,
                  unsignedZeroText(kTemperaturesC[i - 1], 0) + " to " +
                      unsignedZeroText(kTemperaturesC[i], 0) + " C",
                  result);
        before = after;
    }
}

void TypeTestJudge::judgeStarting(TypeTestResult& result) {
    const TypeTestStimulus stimulus = stimulusOf(result.point);
    const double power = truePowerOf(stimulus, result.point.quantity);
    const EnergyMeasurement energy =
        measure(stimulus, secondsForPulses(kStartingPulses, power), result);
    result.measured = energy.pulseCount;
    result.remark = "the register has " +
                    unsignedZeroText(kPercent * energy.floatWh / energy.trueWh, 2) +
                    " % of the energy";
    if (energy.floatWh <= 0.0) {
        result.verdict = TypeTestVerdict::Fail;
    }
}

void TypeTestJudge::judgeNoLoad(TypeTestResult& result) {
    // IEC 62053-22 and -23, 8.3.2: Δt in minutes; k in pulses per kWh, m elements.
    const bool isReactive = result.point.quantity == TypeTestQuantity::Reactive;
    const double pulsesPerKwh = 1000.0 / kTestPulseWh;
    const double minutes = (isReactive ? 480.0e6 : 600.0e6) /
                           (pulsesPerKwh * 3.0 * kNominalLnV * kTestCurrentMax * kTestCurrentA);
    constexpr double kAnsiMinutes = 10.0; // ANSI C12.20 wants ten, whatever the constant.
    const double durationS = kSecondsPerMinute * std::max(minutes, kAnsiMinutes);
    const EnergyMeasurement energy =
        measure(stimulusOf(result.point), static_cast<int>(std::ceil(durationS)), result);
    result.measured = energy.pulseCount;
    result.remark = "in " + unsignedZeroText(energy.durationS / kSecondsPerMinute, 1) +
                    " minutes; the register counted " + unsignedZeroText(energy.floatWh, 3) +
                    (isReactive ? " varh" : " Wh");
}

void TypeTestJudge::judgeConstant(TypeTestResult& result) {
    constexpr int kPulses = 5000;
    const TypeTestStimulus stimulus = stimulusOf(result.point);
    const double power = truePowerOf(stimulus, result.point.quantity);
    const EnergyMeasurement energy = measure(stimulus, secondsForPulses(kPulses, power), result);
    result.measured = energy.pulseCount - energy.floatWh / energy.pulseWh;
    result.remark = unsignedZeroText(energy.pulseCount, 0) + " pulses were counted";
}

void TypeTestJudge::judgeRepeatability(TypeTestResult& result) {
    const TypeTestBench::EnergyTask task = {.stimulus = stimulusOf(result.point),
                                            .quantity = result.point.quantity,
                                            .durationS = kRegisterDurationS,
                                            .runCount = kRepeatedRuns};
    result.durationS = kRegisterDurationS;
    m_playedS += kRepeatedRuns * kRegisterDurationS;
    const std::vector<EnergyMeasurement> runs = m_bench.energies(task);
    const auto [least, most] = std::ranges::minmax(runs, {}, &EnergyMeasurement::error);
    result.measured = kPercent * (most.error() - least.error());
    if (!std::ranges::all_of(runs, &EnergyMeasurement::isAnswered)) {
        result.verdict = TypeTestVerdict::Fail;
        result.remark = "the meter did not answer";
    }
}

void TypeTestJudge::judgeReading(TypeTestResult& result) {
    const TypeTestPoint& point = result.point;
    const TypeTestStimulus stimulus = stimulusOf(point);
    std::vector<std::string> names = {"current_a", "current_b", "current_c"};
    double truth = stimulus.current * kTestCurrentA;
    if (point.quantity == TypeTestQuantity::Voltage) {
        names = {"voltage_an", "voltage_bn", "voltage_cn"};
        truth = stimulus.voltage * kNominalLnV;
    } else if (point.quantity == TypeTestQuantity::Frequency) {
        names = {"frequency"};
        truth = stimulus.frequencyHz;
    }
    const bool isAbsolute = point.unit == "Hz";
    const std::vector<Reading> readings = m_bench.readings(stimulus, names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double difference = readings[i].value - truth;
        keepWorst(isAbsolute ? difference : kPercent * difference / truth,
                  names.size() > 1 ? std::string("phase ") + kPhaseNames[i] : "", result);
        if (!readings[i].isValid) {
            result.verdict = TypeTestVerdict::Fail;
            result.remark = names[i] + " is not valid";
            return;
        }
    }
}

void TypeTestJudge::judgeClosure(TypeTestResult& result) {
    const double pulseWh = result.point.pulseEnergyWh;
    const std::optional<double> expected =
        expectedClosureMs(truePowerOf(stimulusOf(result.point)).realW, pulseWh);
    const ClosureTimes times =
        m_bench.closures(stimulusOf(result.point), result.point.pulseEnergyWh);
    if (!times.isSeen || !expected) {
        result.verdict = TypeTestVerdict::Fail;
        result.remark = "no pulses came";
        return;
    }
    const double shortPauseMs = std::max(0.0, *expected - times.openMs);
    keepWorst(times.closedMs - *expected, "", result);
    keepWorst(-shortPauseMs, "", result);
    constexpr double kS0Ms = 30.0; // IEC 62053-31 class A, on and off.
    result.remark = "closed " + unsignedZeroText(times.closedMs, 1) + " ms, expected " +
                    unsignedZeroText(*expected, 0) + " ms; shortest pause " +
                    unsignedZeroText(times.openMs, 1) + " ms" +
                    (*expected < kS0Ms ? "; shorter than the 30 ms of IEC 62053-31 class A" : "");
}

EnergyMeasurement
TypeTestJudge::measure(const TypeTestStimulus& stimulus, int durationS, TypeTestResult& result) {
    const std::vector<EnergyMeasurement> runs = m_bench.energies(
        {.stimulus = stimulus, .quantity = result.point.quantity, .durationS = durationS});
    result.durationS = durationS;
    m_playedS += durationS;
    if (!runs.front().isAnswered) {
        result.verdict = TypeTestVerdict::Fail;
        result.remark = "the meter did not answer";
    }
    return runs.front();
}

double TypeTestJudge::errorPercentOf(const TypeTestStimulus& stimulus, TypeTestResult& result) {
    result.durationS = kRegisterDurationS;
    const TypeTestQuantity quantity = result.point.quantity;
    for (const Known& known : m_known) {
        if (known.stimulus == stimulus && known.quantity == quantity) {
            return known.errorPercent;
        }
    }
    const EnergyMeasurement energy = measure(stimulus, kRegisterDurationS, result);
    const double errorPercent = kPercent * energy.error();
    if (energy.isAnswered) { // Else it is measured, and reported, again.
        m_known.push_back(
            {.stimulus = stimulus, .quantity = quantity, .errorPercent = errorPercent});
    }
    return errorPercent;
}

} // namespace meter::sim
