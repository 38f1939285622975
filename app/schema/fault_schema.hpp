// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of the schema of a scenario that name faults, made from the fault tables.

#include "app/schema/schema_values.hpp"

namespace meter::app {

/// The value of `line` in a timeline.
[[nodiscard]] Json lineFaultsSchema();
/// The name of a fault of the library.
[[nodiscard]] Json faultNameSchema();
/// For each name the parameters that it takes beside `timing`, a list of keys.
[[nodiscard]] Json parameterRules(const Json& timing);
/// All parameters of all faults.
[[nodiscard]] Json parameterProperties();

} // namespace meter::app
