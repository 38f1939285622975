// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/installation/input_stage.hpp"

#include "sim/base/random.hpp"

#include <cstddef>

namespace meter::sim {

namespace {

// Half of the sum and of the difference of the two gain errors are drawn, not the errors: V
// and I stay within 0.3 % and their sum, the error of the energy, within 0.3 % as well.
constexpr double kHalfGain = 0.0015;
// At PF 0.5 the phase error counts √3-fold: 0.3 % + √3·0.0012 = 0.51 % of the 0.6 % of class
// 0.5S; at sin φ 0.25 of class 2, 0.3 % + √15·0.0012 = 0.76 % of 2.5 %.
constexpr double kLeadDeg = 0.0012 * 57.29577951308232;
constexpr double kPerC = 0.00012; // The guide: 0.015 %/°C.
constexpr double kCalibrationC = 25.0;

} // namespace

InputErrors inputErrorsOf(Accuracy accuracy, std::uint32_t serialNumber) {
    InputErrors errors;
    if (accuracy == Accuracy::Ideal) {
        return errors;
    }
    Random random(streamOf(serialNumber, "input errors"));
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double common = random.uniform(-kHalfGain, kHalfGain);
        const double opposite = random.uniform(-kHalfGain, kHalfGain);
        errors.voltageGain[phase] = common + opposite;
        errors.currentGain[phase] = common - opposite;
        errors.voltagePerC[phase] = random.uniform(-kPerC, kPerC);
        errors.currentPerC[phase] = random.uniform(-kPerC, kPerC);
        errors.currentLeadDeg[phase] = random.uniform(-kLeadDeg, kLeadDeg);
    }
    return errors;
}

double gainAt(double errorAt25C, double errorPerC, double ambientC) {
    return 1.0 + errorAt25C + errorPerC * (ambientC - kCalibrationC);
}

} // namespace meter::sim
