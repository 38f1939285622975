// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A profile's table as numbers in base units: what stands between any text of a logger or a
// spreadsheet and the rows of a load or a source.

#include "sim/scenario/profile_request.hpp"
#include "sim/scenario/yaml/profile_columns.hpp"
#include "sim/scenario/yaml/profile_csv.hpp"
#include "sim/scenario/yaml/profile_times.hpp"

#include <span>
#include <string>
#include <vector>

namespace meter::sim {

/// A row's values stand in the order of the layout's columns.
struct ProfileTable {
    ProfileLayout layout;
    ProfileTimes times;
    std::vector<std::vector<double>> rows;
};

/// Empty if there are mistakes; they go to the context's errors.
[[nodiscard]] ProfileTable readProfileTable(const std::string& text,
                                            const ProfileRequest& request,
                                            std::span<const ProfileQuantity> wanted,
                                            const ProfileContext& context);

} // namespace meter::sim
