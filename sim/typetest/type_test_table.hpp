// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of resources/type_test_points.csv, compiled in: the type test needs no other file.

#include <string_view>

namespace meter::sim {

[[nodiscard]] std::string_view typeTestTable();

} // namespace meter::sim
