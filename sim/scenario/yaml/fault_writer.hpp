// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A fault as the timeline says it: the parameters, and how long where that is not its own.

#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace meter::sim {

struct WrittenFault {
    std::vector<FaultText> parameters;
    std::optional<SampleTime> length;
};

/// What reads back to the same faults; an error if no words do.
[[nodiscard]] Result<WrittenFault>
writtenFault(const Scenario& scenario, const TimelineEntry& entry, const ApplyAction& action);

/// "70 %", or "[A, B]" for a text with commas.
[[nodiscard]] std::string yamlOf(const std::string& parameterText);

} // namespace meter::sim
