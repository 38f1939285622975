// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints the glass of one size: back-light, the faint segments that are off, the lit ones and
// the reflection of the cover. Keeps the layout and what is below the lit segments, so that a
// repaint is one picture and one fill.

#include "gui/faceplate/lcd_layout.hpp"
#include "gui/faceplate/lcd_theme.hpp"

#include <QPainter>
#include <QPixmap>

namespace meter::gui {

class LcdPainter final {
public:
    explicit LcdPainter(const QRectF& glass);

    void paint(QPainter& painter, const Glass& shown, const LcdTheme& theme);

    [[nodiscard]] const QRectF& glass() const { return m_glass; }

    [[nodiscard]] const LcdLayout& layout() const { return m_layout; }

private:
    [[nodiscard]] QPixmap background(double ratio) const;
    void paintGlow(QPainter& painter, const QPainterPath& lit) const;
    void paintCover(QPainter& painter) const;

    QRectF m_glass;
    QRect m_area; ///< Whole pixels around the glass.
    LcdLayout m_layout;
    LcdTheme m_theme;
    QPixmap m_background; ///< For m_theme.
};

} // namespace meter::gui
