// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A lamp of the front: a lens that glows when lit.

#include "gui/faceplate/faceplate_layout.hpp"

#include <QColor>
#include <QPainter>

namespace meter::gui {

[[nodiscard]] QColor ledColour(Led led);
void paintLed(
    QPainter& painter, const QPointF& centre, double radius, const QColor& colour, bool isLit);
/// What paintLed() touches, halo included.
[[nodiscard]] QRectF ledExtent(const QPointF& centre, double radius);

} // namespace meter::gui
