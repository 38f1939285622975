// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What `apply` names, with its parameters as written, turned into faults whose every value is
// known. Serves the scenario's timeline and whoever applies faults by hand.

#include "sim/base/result.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct FaultMistake {
    std::string text;
    /// Which parameter it is about; none: the fault itself.
    std::optional<std::size_t> parameter;
    bool isAboutName = false; ///< The parameter's name, not its value.
};

struct FaultReading {
    ApplyAction action{}; ///< Complete if there are no mistakes.
    std::optional<SampleTime> length;
    std::vector<FaultMistake> mistakes;
};

/// `initial` is the world as the scenario begins: what percents are of. `length` is what the
/// entry says with `for`; else the fault has its own, or lasts.
[[nodiscard]] FaultReading readFault(std::string_view name,
                                     std::span<const FaultText> parameters,
                                     std::optional<SampleTime> length,
                                     const World& initial,
                                     double nominalFrequencyHz);

/// Names of all faults and presets, in the order of the library.
[[nodiscard]] std::vector<std::string_view> faultNames();

} // namespace meter::sim
