// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the meter will read in a world, worked out with phasors of the fundamentals: for telling
// what a mistake in the wiring does before it is made. The meter itself measures samples.

#include "core/settings/settings.hpp"
#include "sim/installation/installation.hpp"

#include <QString>

#include <optional>

namespace meter::gui {

struct PhaseForecast {
    bool isThere = false;    ///< The system type has this phase.
    bool hasVoltage = false; ///< It reads one against N.
    double voltageV = 0.0;
    double currentA = 0.0;
    double realPowerW = 0.0;
    double powerFactor = 1.0;
    bool isLowPowerFactor = false; ///< Its alert.
};

struct Forecast {
    sim::PerPhase<PhaseForecast> phases{};
    /// A-B, B-C, A-C in V, where they are all that it reads of the voltages.
    sim::PerPhase<std::optional<double>> lines{};
    double realPowerW = 0.0;
    double powerFactor = 1.0;
};

[[nodiscard]] QString linePairName(std::size_t pair); ///< "A-B", in the order of `lines`.

[[nodiscard]] Forecast forecastOf(const sim::World& world, const Settings& settings);

/// Everything where it belongs: leads, ropes, and CTs and PTs of the sizes that the meter is
/// set to.
[[nodiscard]] sim::Installation rightInstallation(const sim::Installation& installation,
                                                  const Settings& settings);

/// In one line what differs from right wiring: "kW 67 %, PF A 0.50 B 0.50".
[[nodiscard]] QString symptomText(const sim::World& world, const Settings& settings);

} // namespace meter::gui
