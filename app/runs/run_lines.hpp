// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people read of a scenario that was played: a line for each expectation that failed, and
// one for the whole.

#include "app/runs/scenario_runs.hpp"

namespace meter::app {

void printResult(const ScenarioRun& run);

/// What the timeline asked for and the meter or the world did not do; on stderr.
void printMessages(const ScenarioRun& run);

} // namespace meter::app
