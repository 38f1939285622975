// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which columns of a profile's table are which quantity, in which unit.

#include "sim/base/table_reader.hpp"
#include "sim/scenario/profile_request.hpp"
#include "sim/scenario/yaml/profile_csv.hpp"
#include "sim/scenario/yaml/profile_times.hpp"

#include <optional>
#include <vector>

namespace meter::sim {

struct ProfileColumn {
    ProfileQuantity quantity = ProfileQuantity::Current;
    std::optional<std::size_t> phase{}; ///< None: all of them.
    std::size_t column = 0;
    double factor = 1.0; ///< To A, W, Wh, V, Hz.
};

struct ProfileLayout {
    std::optional<std::size_t> timeColumn{};
    TimeUnit timeUnit{};
    std::vector<ProfileColumn> columns;
    std::optional<double> laggingDeg{}; ///< A power factor that the scenario gives as a number.
};

/// `wanted` are the quantities of this kind of profile. Mistakes go to the context's errors.
[[nodiscard]] ProfileLayout profileLayoutOf(const TableReader& table,
                                            const ProfileRequest& request,
                                            std::span<const ProfileQuantity> wanted,
                                            const ProfileContext& context);

} // namespace meter::sim
