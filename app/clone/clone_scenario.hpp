// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A meter that was surveyed as a scenario: its settings, what it has counted, and a source and
// a load that read as it did. What registers cannot show is reported.

#include "app/clone/meter_survey.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace meter::app {

/// How the meter was reached, as far as that is a setting of it.
struct CloneLink {
    std::string place; ///< "127.0.0.1:1502, unit 1".
    int unit = 1;      ///< 0 and 255: its address is not known.
    bool hasLine = false;
    int baud = 19200;
    Parity parity = Parity::None;
};

struct Clone {
    sim::Scenario scenario;
    std::vector<std::string> remarks; ///< What could not be taken over, a sentence each.
};

/// An error: the meter says what no meter of the family can.
[[nodiscard]] sim::Result<Clone> cloneOf(const MeterSurvey& survey, const CloneLink& link);

} // namespace meter::app
