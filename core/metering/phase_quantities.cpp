// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/phase_quantities.hpp"

#include "core/base/math.hpp"

namespace meter {

namespace {

/// How the voltage that a phase's power is measured against is made of the terminal voltages.
using Combination = std::array<double, kPhaseCount>;
using PhaseCombinations = std::array<Combination, kPhaseCount>;

constexpr PhaseCombinations kAgainstNeutral = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
/// Against the star point of the three conductors, wherever the N terminal is (type 31).
constexpr double kThird = 1.0 / 3.0;
constexpr PhaseCombinations kAgainstStar = {{{2 * kThird, -kThird, -kThird},
                                             {-kThird, 2 * kThird, -kThird},
                                             {-kThird, -kThird, 2 * kThird}}};
/// Line to line, shown as phase A (type 11).
constexpr PhaseCombinations kLineToLine = {{{1, -1, 0}, {0, 0, 0}, {0, 0, 0}}};

const PhaseCombinations& combinationsOf(SystemType type) {
    switch (type) {
    case SystemType::SinglePhaseLl:
        return kLineToLine;
    case SystemType::Delta:
        return kAgainstStar;
    case SystemType::SinglePhaseLn:
    case SystemType::SplitPhase:
    case SystemType::Wye:
        break;
    }
    return kAgainstNeutral;
}

constexpr std::array<Combination, 3> kLinePairs = {{{1, -1, 0}, {0, 1, -1}, {1, 0, -1}}};

double rootOf(double square) {
    return square > 0.0 ? squareRoot(square) : 0.0;
}

/// RMS in counts of a combination of voltages.
double rmsOf(const Combination& combination, const MeanMoments& means) {
    double square = 0.0;
    for (std::size_t x = 0; x < kPhaseCount; ++x) {
        for (std::size_t y = 0; y < kPhaseCount; ++y) {
            square += combination[x] * combination[y] * means.voltage[voltageProduct(x, y)];
        }
    }
    return rootOf(square);
}

/// Σ over the voltages of a [voltage][current] table.
double combine(const Combination& combination,
               const std::array<std::array<double, kPhaseCount>, kPhaseCount>& table,
               std::size_t input) {
    return combination[0] * table[0][input] + combination[1] * table[1][input] +
           combination[2] * table[2][input];
}

double
fundamentalReactive(const Combination& combination, const CycleMeans& means, std::size_t input) {
    Phasor voltage;
    for (std::size_t x = 0; x < kPhaseCount; ++x) {
        voltage = voltage + combination[x] * means.fundamental[x];
    }
    return absolute((voltage * means.fundamental[kPhaseCount + input].conjugate()).imaginary);
}

double reactiveOf(const Combination& combination,
                  const CycleMeans& means,
                  std::size_t input,
                  ReactiveRule rule,
                  double realCounts,
                  double apparentCounts) {
    switch (rule) {
    case ReactiveRule::Fundamental:
        break;
    case ReactiveRule::Delay:
        return absolute(combine(combination, means.delayed, input));
    case ReactiveRule::Nonactive:
        return rootOf(apparentCounts * apparentCounts - realCounts * realCounts);
    }
    return fundamentalReactive(combination, means, input);
}

/// Factors from counts to system values.
struct Scaling {
    double volts; ///< Terminal volts per count.
    double amperes;
    double ptRatio;
};

PhaseQuantities phaseOf(std::size_t phase,
                        const Combination& combination,
                        const CycleMeans& means,
                        const Scaling& scaling,
                        const Rules& rules) {
    PhaseQuantities result;
    const double voltage = rmsOf(combination, means.window);
    const double current = rootOf(means.window.current[phase]);
    result.terminalVoltageV = voltage * scaling.volts;
    result.voltageLnV = result.terminalVoltageV * scaling.ptRatio;
    // Creep is a fraction of the CT size, and counts are fractions of the CT's rating.
    if (current * kRatingPerCount < kCreepFraction) {
        return result; // Idle: no current, no power, PF 1.
    }
    const double watts = scaling.volts * scaling.ptRatio * scaling.amperes;
    const double real = absolute(combine(combination, means.window.power, phase));
    const double apparent = voltage * current;
    result.currentA = current * scaling.amperes;
    result.realPowerW = real * watts;
    result.apparentPowerVa = apparent * watts;
    result.reactivePowerVar =
        watts * reactiveOf(combination, means, phase, rules.reactive, real, apparent);
    result.realEnergyWs = watts * absolute(combine(combination, means.energy, phase));
    if (apparent > 0.0) {
        result.powerFactor = real < apparent ? real / apparent : 1.0;
    }
    return result;
}

double apparentTotal(const MeasuredCycle& cycle, ApparentTotalRule rule) {
    double sum = 0.0;
    double nonactive = 0.0;
    for (const PhaseQuantities& phase : cycle.phase) {
        const double square =
            phase.apparentPowerVa * phase.apparentPowerVa - phase.realPowerW * phase.realPowerW;
        nonactive += rootOf(square);
        sum += phase.apparentPowerVa;
    }
    if (rule == ApparentTotalRule::Arithmetic) {
        return sum;
    }
    return rootOf(cycle.realPowerW * cycle.realPowerW + nonactive * nonactive);
}

void addTotals(MeasuredCycle& cycle, const SystemTypeTraits& traits, const Rules& rules) {
    double lineToNeutral = 0.0;
    double lineToLine = 0.0;
    double current = 0.0;
    int neutralCount = 0;
    int lineCount = 0;
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        cycle.realPowerW += cycle.phase[index].realPowerW;
        cycle.reactivePowerVar += cycle.phase[index].reactivePowerVar;
        current += cycle.phase[index].currentA;
        lineToNeutral += traits.hasVoltageLn[index] ? cycle.phase[index].voltageLnV : 0.0;
        neutralCount += traits.hasVoltageLn[index] ? 1 : 0;
        lineToLine += cycle.voltageLlV[index];
        lineCount += traits.hasVoltageLl[index] ? 1 : 0;
    }
    cycle.currentAverageA = current / traits.phaseCount;
    cycle.voltageLnAverageV = neutralCount > 0 ? lineToNeutral / neutralCount : 0.0;
    cycle.voltageLlAverageV = lineCount > 0 ? lineToLine / lineCount : 0.0;
    cycle.apparentPowerVa = apparentTotal(cycle, rules.apparentTotal);
    if (cycle.apparentPowerVa > 0.0) {
        const double factor = cycle.realPowerW / cycle.apparentPowerVa;
        cycle.powerFactor = factor < 1.0 ? factor : 1.0;
    }
}

} // namespace

MeasuredCycle quantitiesOf(const CycleMeans& means, const Settings& settings, const Rules& rules) {
    const SystemTypeTraits& traits = traitsOf(settings.systemType);
    const PhaseCombinations& combinations = combinationsOf(settings.systemType);
    const Scaling scaling = {
        .volts = kVoltsPerCount,
        .amperes = kRatingPerCount * settings.ctPrimaryA,
        .ptRatio = settings.ptRatioHundredths / 100.0,
    };
    MeasuredCycle cycle;
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        if (traits.hasPhase[index]) {
            cycle.phase[index] = phaseOf(index, combinations[index], means, scaling, rules);
        }
        if (!traits.hasVoltageLn[index]) {
            cycle.phase[index].voltageLnV = 0.0;
            cycle.phase[index].terminalVoltageV = 0.0;
        }
        if (traits.hasVoltageLl[index]) {
            const double terminal = rmsOf(kLinePairs[index], means.window) * scaling.volts;
            cycle.terminalVoltageLlV[index] = terminal;
            cycle.voltageLlV[index] = terminal * scaling.ptRatio;
        }
    }
    addTotals(cycle, traits, rules);
    return cycle;
}

} // namespace meter
