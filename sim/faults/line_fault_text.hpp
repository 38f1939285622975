// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Faults of the communication line as a scenario writes them: the way back from values to text.

#include "sim/line/line_fault.hpp"

#include <string>

namespace meter::sim {

/// As a scenario writes it, in braces; reads back as the same action.
[[nodiscard]] std::string lineFaultsText(const LineAction& action);
/// One fault: "{code: 4, probability: 10 %}", or its short form.
[[nodiscard]] std::string lineFaultText(const LineFault& fault);

} // namespace meter::sim
