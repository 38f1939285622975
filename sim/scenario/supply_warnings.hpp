// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a scenario begins with that the guide does not allow and a run plays nevertheless: control
// power below or above its limits, a temperature outside them.

#include "sim/base/result.hpp"
#include "sim/installation/installation.hpp"

namespace meter::sim {

/// Sentences without a place.
[[nodiscard]] Errors supplyWarnings(const World& world);

} // namespace meter::sim
