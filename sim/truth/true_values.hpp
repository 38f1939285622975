// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The quantities of the point map as they really are, by the names of the registers: what a
// meter that is wired and set up right would read. For tasks such as "the meter agrees with
// what is there".

#include "sim/installation/installation.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace meter::sim {

/// In the unit of the point map (V, A, kW, kVAR, kVA, Hz); none for a quantity that is no
/// momentary one (energy, demand) or that the service does not have.
[[nodiscard]] std::optional<double> trueValue(std::string_view registerName, const World& world);

/// The names that it knows, in the order of the point map.
[[nodiscard]] std::vector<std::string_view> trueValueNames();

} // namespace meter::sim
