// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who was found by a scan, as text, CSV or JSON.

#include "app/master/bus_scan.hpp"

#include <string>
#include <vector>

namespace meter::app {

/// Names of the columns, with a line feed.
[[nodiscard]] std::string csvHeadOfScan();
/// A line, with its line feed.
[[nodiscard]] std::string csvOfFound(const FoundUnit& unit);
[[nodiscard]] std::string textOfFound(const FoundUnit& unit);
/// [{unit, state, exception, identity}], on a line with baud and parity.
[[nodiscard]] std::string jsonOfFound(const std::vector<FoundUnit>& units);

} // namespace meter::app
