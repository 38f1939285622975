// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The world's adjustable values by dotted key ("source.voltage.B"), for the timeline, the
// control socket and the window. Values are in base units (V, A, Hz, deg, C, ratio) and levels
// are fractions. An enumeration travels as a code; parameterText and parseParameter turn
// it into the scenario's words and back. One table serves the scenario reader as well.

#include "sim/base/result.hpp"
#include "sim/installation/installation.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meter::sim {

/// Sets one value, or all phases if the key names none. Refused: nothing changes.
/// Keys of spectra: source.harmonics.5, source.harmonics.A.5, both with .level or .angle.
Result<void> setParameter(World& world, const std::string& dottedKey, double value);

/// None for an unknown key, and for a key of all phases whose phases differ.
[[nodiscard]] std::optional<double> parameter(const World& world, const std::string& dottedKey);

/// Every key of one value each, in the order of the scenario. Spectra are left out, since
/// their keys depend on the order: "source.harmonics.A.5.level".
[[nodiscard]] std::vector<std::string> parameterKeys();

/// False for a choice or a switch: such a value cannot be ramped.
[[nodiscard]] bool isParameterContinuous(const std::string& dottedKey);

/// A value as a scenario writes it: "277 V", "open", "3 %".
[[nodiscard]] std::string parameterText(const std::string& dottedKey, double value);

using ParameterValues = std::vector<std::pair<std::string, double>>;

/// A written value ("70 %", "open", "0.9 lagging") as one or more keys of one value each,
/// all checked against ranges and against the conductors that the world's service has.
/// Percent is of the value in `world`, which should be the scenario's initial one; for levels
/// (harmonics, noise, flicker) it is the level itself.
Result<ParameterValues>
parseParameter(const World& world, const std::string& dottedKey, std::string_view text);

/// The same for a value that is the initial one: percent of it makes no sense.
Result<ParameterValues>
parseInitialParameter(const World& world, const std::string& dottedKey, std::string_view text);

} // namespace meter::sim
