// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/run_result.hpp"

#include <algorithm>

namespace meter::sim {

std::size_t RunResult::failureCount() const {
    return static_cast<std::size_t>(
        std::ranges::count(expectations, false, &ExpectationResult::hasHeld));
}

bool RunResult::hasHeld() const {
    return failureCount() == 0 && !error && !wasStopped;
}

} // namespace meter::sim
