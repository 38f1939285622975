// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The CSV of `load.profile`: header time_s,current or time_s,current_a,current_b,current_c,
// optionally with pf or pf_a,pf_b,pf_c; times in seconds, rising; currents in A.

#include "sim/scenario/scenario.hpp"

#include <string>

namespace meter::sim {

inline constexpr std::size_t kLoadProfileRowsMax = 1'000'000;

/// All mistakes go to `errors`, with line and column; the profile is then incomplete.
[[nodiscard]] LoadProfile
readLoadProfile(const std::string& text, const std::string& file, Service service, Errors& errors);

} // namespace meter::sim
