// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Outlines of the segments of a cell of the glass, in a cell of height 1 with its upper left
// corner at the origin. Segments are numbered as the bits of Glass.

#include <vector>

namespace meter::sim {

struct OutlinePoint {
    double x = 0.0;
    double y = 0.0; ///< Downwards.
};

using Outline = std::vector<OutlinePoint>;

inline constexpr double kLabelCellWidth = 0.64;
inline constexpr double kValueCellWidth = 0.52;

[[nodiscard]] Outline labelSegmentOutline(int segment); ///< 0…13.
[[nodiscard]] Outline valueSegmentOutline(int segment); ///< 0…6.

} // namespace meter::sim
