// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The errors of one meter's inputs. An ideal meter has none; with `accuracy: class` each
// serial number has its own, always the same, inside the limits of the guide: V and I 0.4 %
// + 0.015 %/°C from 25 °C, energy class 0.5S, reactive energy class 2.

#include "sim/grid/source.hpp"
#include "sim/installation/accuracy.hpp"

#include <cstdint>

namespace meter::sim {

struct InputErrors {
    PerPhase<double> voltageGain{}; ///< Relative error at 25 °C.
    PerPhase<double> currentGain{};
    PerPhase<double> voltagePerC{}; ///< Relative error per °C above 25 °C.
    PerPhase<double> currentPerC{};
    /// The current leads by this: at the fundamental; of order h, the h-th part, as behind the
    /// high-pass of an integrator.
    PerPhase<double> currentLeadDeg{};

    friend bool operator==(const InputErrors&, const InputErrors&) = default;
};

[[nodiscard]] InputErrors inputErrorsOf(Accuracy accuracy, std::uint32_t serialNumber);

/// 1 + error at an ambient temperature.
[[nodiscard]] double gainAt(double errorAt25C, double errorPerC, double ambientC);

} // namespace meter::sim
