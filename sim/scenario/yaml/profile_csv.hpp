// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of `load.profile` and `source.profile` (docs/scenarios.md): currents, power, energy
// an interval, RMS voltages and frequency over minutes to years, in any table that
// sim/base/table_reader.hpp reads. Without columns chosen by name, a header time_s,current or
// time_s,current_a,current_b,current_c is looked for, optionally with pf or pf_a,pf_b,pf_c; else
// the one column whose unit tells.

#include "sim/scenario/profile_request.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>

namespace meter::sim {

inline constexpr std::size_t kLoadProfileRowsMax = 2'000'000;

/// What power and energy are turned into currents with: `world` as the scenario begins, and the
/// voltages that its source follows.
struct ProfileContext {
    const World& world;
    const SourceProfile& source;
    Errors& errors;   ///< Mistakes, with line and column; the profile is then incomplete.
    Errors& warnings; ///< Gaps, guesses, what was left out.
};

[[nodiscard]] LoadProfile readLoadProfile(const std::string& text,
                                          const ProfileRequest& request,
                                          const ProfileContext& context);
[[nodiscard]] SourceProfile readSourceProfile(const std::string& text,
                                              const ProfileRequest& request,
                                              const ProfileContext& context);

/// The plain form: currents of a service, found by their names.
[[nodiscard]] LoadProfile
readLoadProfile(const std::string& text, const std::string& file, Service service, Errors& errors);

} // namespace meter::sim
