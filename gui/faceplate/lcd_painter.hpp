// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints the glass of one size: back-light, the faint segments that are off, the lit ones and
// the reflection of the cover. Keeps the layout, so that a repaint is one fill.

#include "gui/faceplate/lcd_layout.hpp"
#include "gui/faceplate/lcd_theme.hpp"

#include <QPainter>

namespace meter::gui {

class LcdPainter final {
public:
    explicit LcdPainter(const QRectF& glass);

    void paint(QPainter& painter, const Glass& shown, const LcdTheme& theme) const;

    [[nodiscard]] const QRectF& glass() const { return m_glass; }

    [[nodiscard]] const LcdLayout& layout() const { return m_layout; }

private:
    QRectF m_glass;
    LcdLayout m_layout;
    QPainterPath m_everything;
};

} // namespace meter::gui
