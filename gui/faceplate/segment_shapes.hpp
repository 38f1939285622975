// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Outlines of the glass's segments, as numbers only: a cell is 1 high and cellAspect() wide,
// upright, y downwards. Segments of one cell never touch. Numbering as in core/ports/glass.hpp.

#include <QPolygonF>

namespace meter::gui {

enum class CellKind { Label, Value }; ///< Fourteen segments, seven segments.

inline constexpr int kLabelSegments = 14;
inline constexpr int kValueSegments = 7;

[[nodiscard]] int segmentCount(CellKind kind);
[[nodiscard]] double cellAspect(CellKind kind); ///< Width ÷ height.
[[nodiscard]] QPolygonF segmentOutline(CellKind kind, int segment);

} // namespace meter::gui
