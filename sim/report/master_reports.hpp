// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Both ends of the simulated line in a run's reports: what each master saw beside what the meter
// held, and the frames around a failure.

#include "sim/run/master_record.hpp"

#include <span>
#include <string>

namespace meter::sim {

/// A list of objects.
[[nodiscard]] std::string mastersJson(std::span<const MasterRecord> masters);

/// Empty without masters.
[[nodiscard]] std::string mastersHtml(std::span<const MasterRecord> masters);

/// For the output of a test suite, a line each; empty without masters.
[[nodiscard]] std::string mastersText(std::span<const MasterRecord> masters);

} // namespace meter::sim
