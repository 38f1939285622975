// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a recording does when values are missing: a hole shorter than half a cycle is bridged by
// what stood there one cycle before (or after), shifted to meet its edges; a longer one ends the
// stretch. Either way it is told.

#include "sim/replay/recording.hpp"

namespace meter::sim {

/// NaN marks a missing value; afterwards there is none left. Needs the recording's segments.
void settleMissingValues(Recording& recording);

} // namespace meter::sim
