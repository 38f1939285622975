// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The guide's six wiring diagrams, as what they wire and which system type they need.

#include "core/settings/system_type.hpp"
#include "sim/installation/installation.hpp"

#include <span>
#include <string_view>

namespace meter::gui {

struct WiringPreset {
    int diagram;       ///< Number in the guide.
    const char* title; ///< Translatable, context "meter::gui::WiringPresets".
    SystemType systemType;
    sim::Service service;
    std::string_view voltage; ///< Of the source, as a scenario writes it.
    int systemVoltageV;       ///< Register 134.
    int ptRatio = 1;
    std::string_view openTerminals{}; ///< "CN": nothing is connected there.
    std::string_view openInputs{};    ///< CT inputs without a CT.
};

[[nodiscard]] std::span<const WiringPreset> wiringPresets();

/// The system type that the guide asks for with a service; of several, the usual one.
[[nodiscard]] SystemType systemTypeFor(sim::Service service);
/// True if the service can be measured so.
[[nodiscard]] bool fits(SystemType type, const sim::Installation& installation);
/// "3L-1n (40)".
[[nodiscard]] std::string_view systemTypeText(SystemType type);

} // namespace meter::gui
