// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Dates of the Gregorian calendar, without a clock.

#include <cstdint>
#include <optional>

namespace meter::sim {

/// Days since 1970-01-01, negative before it. None: there is no such date.
[[nodiscard]] std::optional<std::int64_t> daysSince1970(int year, int month, int day);

} // namespace meter::sim
