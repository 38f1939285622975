// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where everything on the glass is, for a glass of any size. Pure: numbers in, outlines out,
// in the coordinates of the rectangle given.

#include "core/ports/glass.hpp"

#include <QPainterPath>
#include <QRectF>

#include <array>

namespace meter::gui {

inline constexpr double kLcdAspect = 2.15; ///< Width ÷ height of the glass.
inline constexpr std::size_t kIconCount = static_cast<std::size_t>(Icon::Count);

struct LcdLayout {
    std::array<std::array<QPainterPath, 14>, kLabelCells> label;
    std::array<std::array<QPainterPath, 7>, kValueCells> value;
    std::array<QPainterPath, kValueCells> points; ///< Behind value cell n.
    QPainterPath minus;
    std::array<QPainterPath, kIconCount> icons;
};

/// Lays the glass out inside `glass`, which should have kLcdAspect.
[[nodiscard]] LcdLayout layOutLcd(const QRectF& glass);

/// Everything that a glass shows, as one outline to fill.
[[nodiscard]] QPainterPath litOutline(const LcdLayout& layout, const Glass& shown);

/// Every segment and annunciator: a glass with all of them on.
[[nodiscard]] Glass fullGlass();

} // namespace meter::gui
