// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the readings to what one data screen shows: which value, in which unit, with how many
// decimals, and whether the system type has it (guide: what is not valid displays "----").

#include "core/access/readings.hpp"
#include "core/metering/sample_frame.hpp"
#include "core/panel/menu_table.hpp"
#include "core/panel/value_text.hpp"
#include "core/ports/glass.hpp"

#include <array>
#include <cstdint>

namespace meter {

inline constexpr std::uint8_t kPrefixNone = 0;
inline constexpr std::uint8_t kPrefixKilo = 1;
inline constexpr std::uint8_t kPrefixMega = 2;

struct Measurement {
    bool isValid = false;
    double value = 0.0;            ///< In the unit with its prefix: kW, V, A …
    std::uint64_t wattSeconds = 0; ///< Instead of it, of an accumulator (isEnergy).
    bool isEnergy = false;
    std::uint8_t decimalsMax = 0;
    Icon unit = Icon::Count; ///< Count: none.
    std::uint8_t prefix = kPrefixNone;
    std::array<bool, kPhaseCount> phases{}; ///< The letters that light up.
    bool isThreePhaseAverage = false;       ///< "3 avg".
};

/// Requires a head of the measuring menus: totals, a phase, demand or maximum demand.
[[nodiscard]] Measurement measurementOf(TopHead head, ScreenItem item, const Readings& readings);
[[nodiscard]] Measurement maxSystemPowerOf(const Configuration& configuration);

/// The phases concerned ("AbC"), "YES", "ConF" or "nonE".
[[nodiscard]] ValueText alertText(ScreenItem item, AlertBits alerts);
/// Model, versions, and the serial number in two steps of four hexadecimal digits.
[[nodiscard]] ValueText infoText(ScreenItem item, const Factory& factory);
/// 2115 is "2.115".
[[nodiscard]] ValueText versionText(std::uint16_t version);

} // namespace meter
