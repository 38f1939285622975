// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The standards' events and the installers' mistakes by name: rows that say which faults of the
// library they are made of, with which parameters and how long.

#include <span>
#include <string_view>

namespace meter::sim {

struct FaultPart {
    std::string_view kind;
    std::string_view parameters; ///< "phase=A,B; residual=70 %".
    double delayS = 0.0;
    double lengthS = 0.0; ///< 0: as long as the preset.
};

struct FaultPreset {
    std::string_view name;
    std::string_view meaning;
    std::string_view source;
    std::span<const FaultPart> parts;
    double length60S = 0.0; ///< At 60 Hz; 0: it lasts.
    double length50S = 0.0;
};

[[nodiscard]] std::span<const FaultPreset> faultPresets();
[[nodiscard]] const FaultPreset* findFaultPreset(std::string_view name);

} // namespace meter::sim
