// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a rope CT encloses, as people write it ("A", "open", "[A, -B]", "[2 A, N]") and as the
// number that travels with the other values of the world: 0 to 4 are one conductor or none, as
// of a voltage lead; any other rope has its turns packed into a code.

#include "sim/base/result.hpp"
#include "sim/installation/installation.hpp"

#include <string>
#include <string_view>

namespace meter::sim {

inline constexpr int kRopeTurnsMax = 20; ///< Of each conductor, either way round.

[[nodiscard]] double ropeCode(const Rope& rope);
[[nodiscard]] bool isRopeCode(double code);
/// Of a code that is one.
[[nodiscard]] Rope ropeOfCode(double code);

/// A rope's code.
[[nodiscard]] Result<double> parseRope(std::string_view text);
[[nodiscard]] std::string ropeText(double code);

} // namespace meter::sim
