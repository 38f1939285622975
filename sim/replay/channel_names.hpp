// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the name of a recorded channel tells: its phase, in one of the families of phase names,
// whether it is a voltage or a current, and the unit that is written into it.

#include "sim/replay/recording.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

/// One way to understand a name. R may be the first of R-S-T or of R-Y-B, so there may be several.
struct PhaseReading {
    std::size_t family = 0;
    std::size_t phase = 0; ///< 0…2.
    std::string group;     ///< The name without its phase: what belongs together shares it.

    friend auto operator<=>(const PhaseReading&, const PhaseReading&) = default;
};

/// The group of channels whose names tell no phase, but a field of its own does.
inline constexpr std::string_view kByPhaseField = "phase";

[[nodiscard]] std::vector<PhaseReading> phaseReadings(const RecordedChannel& channel);

/// "A-B-C", "R-Y-B": the family's names, for messages.
[[nodiscard]] std::string familyText(std::size_t family);

/// The unit written into a name: "va_kV", "CH1 [mV]", "Voltage (V)".
struct NamedUnit {
    std::string name; ///< Without it.
    std::string unit; ///< As written; empty: none.
};

[[nodiscard]] NamedUnit unitInName(std::string_view name);

/// Gives channels without a unit the kind that their names tell, and says so in the warnings.
void takeKindsFromNames(Recording& recording);

} // namespace meter::sim
