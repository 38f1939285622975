// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A trouble that the help can set up in the running meter: a fault of the library, control
// power switched off, the meter's line set otherwise, a fault of the communication line.

#include "core/settings/settings.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace meter::sim {
class Simulation;
}

namespace meter::gui {

struct Situation {
    std::string_view id; ///< As in the links of the pages.
    const char* title;   ///< To be translated (helpText).
    std::string_view fault{};
    bool isPowerOff = false;
    bool isAddressChanged = false;
    bool isBaudChanged = false;
    std::string_view lineFaults{}; ///< As `line` in a scenario.
};

[[nodiscard]] std::span<const Situation> situations();
[[nodiscard]] const Situation* findSituation(std::string_view id);

/// A sentence if it cannot be had in this meter.
[[nodiscard]] std::optional<std::string> setUp(sim::Simulation& simulation,
                                               const Situation& situation);
/// Ends it; `before` is how the meter was set.
void putRight(sim::Simulation& simulation, const Situation& situation, const Settings& before);

} // namespace meter::gui
