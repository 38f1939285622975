// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values with units as people write them: "480 V", "12 cycles", "3 %", "0.9 lagging". A value
// comes out in the base unit of its dimension: V, A, W, VA, var, Wh, VAh, varh, Hz, degrees,
// seconds, °C. What a percent or a cycle means is the caller's business.

#include "sim/base/number_text.hpp" // IWYU pragma: export
#include "sim/base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

enum class Dimension {
    None, ///< A plain number.
    Voltage,
    Current,
    RealPower,
    ApparentPower,
    ReactivePower,
    RealEnergy,
    ApparentEnergy,
    ReactiveEnergy,
    Frequency,
    Angle,
    Time,
    Temperature,
    Length,
    Cycles, ///< Of the nominal frequency: a time once that is known.
    Percent,
    PerUnit, ///< A level as the fraction itself.
};

struct Quantity {
    double value = 0.0; ///< In the base unit; percent and cycles as written.
    Dimension dimension = Dimension::None;
};

/// A number and optionally a unit. The error's text says what is wrong; it has no place.
Result<Quantity> parseQuantity(std::string_view text);

/// A whole text as one finite decimal number.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// "0.9 lagging", "0.95 leading" or "1" as the angle by which current lags, in degrees.
Result<double> parsePowerFactor(std::string_view text);

/// Degrees by which the current lags at a power factor of 0…1.
[[nodiscard]] double laggingDegOfPowerFactor(double powerFactor);

/// "a voltage (V, kV, mV)": how messages name a dimension.
[[nodiscard]] std::string_view nameOf(Dimension dimension);

/// Every symbol of a dimension's units.
[[nodiscard]] std::vector<std::string_view> unitSymbols(Dimension dimension);

/// The base unit's symbol, empty for a plain number.
[[nodiscard]] std::string_view unitOf(Dimension dimension);

[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace meter::sim
