// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one 1 s cycle measured: system-side values (after PT ratio and CT size) in V, A, W,
// VAR, VA, Hz. Powers are magnitudes: the meter is unidirectional (guide, product overview).
// Entries that the system type does not have are 0; validity is the system type's (traitsOf)
// and isFrequencyValid, never a special number.

#include "core/metering/sample_frame.hpp"

#include <array>

namespace meter {

struct PhaseQuantities {
    double voltageLnV = 0.0; ///< RMS against N.
    double currentA = 0.0;   ///< RMS; 0 below creep.
    double realPowerW = 0.0;
    double reactivePowerVar = 0.0; ///< Magnitude, by Rules::reactive.
    double apparentPowerVa = 0.0;
    double powerFactor = 1.0; ///< 0…1; 1 on an idle phase.
    /// |Σ v·i| over every sample of the cycle, without window: feeds the energies.
    double realEnergyWs = 0.0;
    double terminalVoltageV = 0.0; ///< As at the terminal, before the PT ratio.
};

struct MeasuredCycle {
    std::array<PhaseQuantities, kPhaseCount> phase{};
    std::array<double, 3> voltageLlV{};         ///< AB, BC, AC.
    std::array<double, 3> terminalVoltageLlV{}; ///< Before the PT ratio.
    double voltageLnAverageV = 0.0;             ///< Over the voltages the type has.
    double voltageLlAverageV = 0.0;
    double currentAverageA = 0.0;
    double realPowerW = 0.0; ///< Sum of phases.
    double reactivePowerVar = 0.0;
    double apparentPowerVa = 0.0; ///< By Rules::apparentTotal.
    double powerFactor = 1.0;
    double frequencyHz = 0.0; ///< Meaningful if isFrequencyValid.
    bool isFrequencyValid = false;
};

} // namespace meter
