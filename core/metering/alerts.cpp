// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metering/alerts.hpp"

#include "core/settings/system_type.hpp"

#include <array>
#include <cstddef>
#include <numbers>

namespace meter {

namespace {

using PhaseMask = unsigned; ///< Bit per phase A, B, C.
using PairMask = unsigned;  ///< Bit per pair AB, BC, AC.

constexpr double kVoltageGuard = 0.0002;   // Of nominal (docs/metrology.md, limits).
constexpr double kImbalanceGuard = 0.0002; // 0.02 percentage points.
constexpr double kCurrentGuard = 0.0002;   // Of the CT size.
// A load at PF 1 behind swapped current inputs measures exactly 0.5.
constexpr double kPowerFactorGuard = 0.0001;
constexpr double kPowerFactorLimit = 0.5;

constexpr std::array<PhaseMask, 3> kEndsOfPair = {0b011, 0b110, 0b101};
constexpr std::array<PairMask, 3> kPairsOfPhase = {0b101, 0b011, 0b110};

/// What register 142 and 143 test in each system type (guide; docs/metrology.md, alerts).
struct PhaseLossTests {
    bool hasImbalanceLn;
    bool hasImbalanceLl;
    double nominalLnPerSystemVoltage;
};

PhaseLossTests phaseLossTestsOf(SystemType type) {
    switch (type) {
    case SystemType::SinglePhaseLn:
        return {.hasImbalanceLn = false, .hasImbalanceLl = false, .nominalLnPerSystemVoltage = 1.0};
    case SystemType::SinglePhaseLl:
        return {.hasImbalanceLn = false, .hasImbalanceLl = false, .nominalLnPerSystemVoltage = 0.0};
    case SystemType::SplitPhase:
        return {.hasImbalanceLn = true, .hasImbalanceLl = false, .nominalLnPerSystemVoltage = 0.5};
    case SystemType::Delta:
        return {.hasImbalanceLn = false, .hasImbalanceLl = true, .nominalLnPerSystemVoltage = 0.0};
    case SystemType::Wye:
        break;
    }
    return {.hasImbalanceLn = true,
            .hasImbalanceLl = true,
            .nominalLnPerSystemVoltage = std::numbers::inv_sqrt3};
}

constexpr unsigned maskOf(const std::array<bool, 3>& has) {
    return (has[0] ? 1U : 0U) | (has[1] ? 2U : 0U) | (has[2] ? 4U : 0U);
}

constexpr bool contains(unsigned mask, std::size_t index) {
    return ((mask >> index) & 1U) != 0U;
}

unsigned below(const std::array<double, 3>& values, unsigned tested, double limit) {
    unsigned result = 0;
    for (std::size_t index = 0; index < values.size(); ++index) {
        if (contains(tested, index) && values[index] < limit) {
            result |= 1U << index;
        }
    }
    return result;
}

unsigned above(const std::array<double, 3>& values, unsigned tested, double limit) {
    unsigned result = 0;
    for (std::size_t index = 0; index < values.size(); ++index) {
        if (contains(tested, index) && values[index] > limit) {
            result |= 1U << index;
        }
    }
    return result;
}

/// The ones that are further below the largest than the threshold, as a share of the largest.
unsigned imbalanced(const std::array<double, 3>& values, unsigned tested, double threshold) {
    double largest = 0.0;
    for (std::size_t index = 0; index < values.size(); ++index) {
        if (contains(tested, index)) {
            largest = values[index] > largest ? values[index] : largest;
        }
    }
    return below(values, tested, largest * (1.0 - (threshold + kImbalanceGuard)));
}

/// Phases to blame for flagged pairs: the one all of whose pairs are flagged; else those of
/// its ends that are flagged against neutral; else both ends. Where there is but one pair,
/// "all of its pairs" singles nobody out.
PhaseMask phasesOfPairs(PairMask flagged, PairMask present, PhaseMask flaggedLn) {
    const bool hasSeveralPairs = (present & (present - 1U)) != 0U;
    PhaseMask fullyFlagged = 0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const PairMask pairs = kPairsOfPhase[phase] & present;
        if (hasSeveralPairs && (flagged & pairs) == pairs) {
            fullyFlagged |= 1U << phase;
        }
    }
    PhaseMask result = 0;
    for (std::size_t pair = 0; pair < kEndsOfPair.size(); ++pair) {
        if (!contains(flagged, pair)) {
            continue;
        }
        const PhaseMask ends = kEndsOfPair[pair];
        if ((ends & fullyFlagged) != 0U) {
            result |= ends & fullyFlagged;
        } else if ((ends & flaggedLn) != 0U) {
            result |= ends & flaggedLn;
        } else {
            result |= ends;
        }
    }
    return result;
}

std::array<double, 3> perPhase(const MeasuredCycle& cycle, double PhaseQuantities::* member) {
    return {cycle.phase[0].*member, cycle.phase[1].*member, cycle.phase[2].*member};
}

PhaseMask overVoltages(const MeasuredCycle& cycle, const SystemTypeTraits& traits) {
    const unsigned testedLn = maskOf(traits.hasVoltageLn);
    if (testedLn != 0U) {
        return above(perPhase(cycle, &PhaseQuantities::terminalVoltageV), testedLn,
                     kRatedTerminalVoltageV * (kOverRange + kVoltageGuard));
    }
    const PairMask testedLl = maskOf(traits.hasVoltageLl);
    const PairMask high = above(cycle.terminalVoltageLlV, testedLl,
                                kRatedTerminalVoltageLlV * (kOverRange + kVoltageGuard));
    return phasesOfPairs(high, testedLl, 0U);
}

PhaseMask lostPhases(const MeasuredCycle& cycle,
                     const Settings& settings,
                     const SystemTypeTraits& traits,
                     PhaseLossRule rule) {
    const PhaseLossTests tests = phaseLossTestsOf(settings.systemType);
    const double percent = settings.phaseLossVoltagePercent / 100.0;
    const double limit = (rule == PhaseLossRule::Drop ? 1.0 - percent : percent) - kVoltageGuard;
    const double imbalance = settings.phaseLossImbalancePercent / 100.0;
    const double nominalLlV = settings.systemVoltageV;
    const double nominalLnV = nominalLlV * tests.nominalLnPerSystemVoltage;

    const std::array<double, 3> voltagesLnV = perPhase(cycle, &PhaseQuantities::voltageLnV);
    const unsigned testedLn = maskOf(traits.hasVoltageLn);
    PhaseMask lowLn = below(voltagesLnV, testedLn, nominalLnV * limit);
    if (tests.hasImbalanceLn) {
        lowLn |= imbalanced(voltagesLnV, testedLn, imbalance);
    }
    const PairMask testedLl = maskOf(traits.hasVoltageLl);
    PairMask lowLl = below(cycle.voltageLlV, testedLl, nominalLlV * limit);
    if (tests.hasImbalanceLl) {
        lowLl |= imbalanced(cycle.voltageLlV, testedLl, imbalance);
    }
    return lowLn | phasesOfPairs(lowLl, testedLl, lowLn);
}

PhaseMask lowPowerFactors(const MeasuredCycle& cycle, unsigned tested) {
    PhaseMask result = 0;
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        const PhaseQuantities& phase = cycle.phase[index];
        // The current is 0 below creep.
        const bool isLow =
            phase.currentA > 0.0 && phase.powerFactor < kPowerFactorLimit - kPowerFactorGuard;
        if (contains(tested, index) && isLow) {
            result |= 1U << index;
        }
    }
    return result;
}

constexpr unsigned shifted(PhaseMask phases, Alert alertOfPhaseA) {
    return phases << static_cast<unsigned>(alertOfPhaseA);
}

} // namespace

AlertBits judgeAlerts(const MeasuredCycle& cycle,
                      const Settings& settings,
                      const Configuration& configuration,
                      const Rules& rules,
                      bool isPulseOverrun) {
    const SystemTypeTraits& traits = traitsOf(settings.systemType);
    const unsigned phases = maskOf(traits.hasPhase);
    const PhaseMask overCurrents = above(perPhase(cycle, &PhaseQuantities::currentA), phases,
                                         settings.ctPrimaryA * (kOverRange + kCurrentGuard));
    unsigned bits = 0;
    // Of the pair A-B in type 11 only A is a phase of the type.
    bits |= shifted(overVoltages(cycle, traits) & phases, Alert::VoltageA);
    bits |= shifted(overCurrents, Alert::CurrentA);
    bits |=
        shifted(lostPhases(cycle, settings, traits, rules.phaseLoss) & phases, Alert::PhaseLossA);
    bits |= shifted(lowPowerFactors(cycle, phases), Alert::LowPowerFactorA);
    bits |= shifted(cycle.isFrequencyValid ? 0U : 1U, Alert::Frequency);
    bits |= shifted(isPulseOverrun ? 1U : 0U, Alert::PulseOverrun);
    return withConfigurationAlert(static_cast<AlertBits>(bits), configuration);
}

AlertBits withConfigurationAlert(AlertBits bits, const Configuration& configuration) {
    const unsigned alert = shifted(1U, Alert::PulseConfiguration);
    return static_cast<AlertBits>(configuration.isPulseConfigurationError ? bits | alert
                                                                          : bits & ~alert);
}

} // namespace meter
