// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is looked at once all of a scenario's files are read.

#include "sim/scenario/scenario.hpp"

namespace meter::sim {

/// Entries of timeline and expectations that lie after the end.
void checkTimes(const Scenario& scenario, Errors& errors);

/// By file, in the order in which the files came, then by line and column.
void sortByPlace(Errors& errors);

} // namespace meter::sim
