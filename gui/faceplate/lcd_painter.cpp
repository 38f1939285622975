// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/lcd_painter.hpp"

#include <QLinearGradient>
#include <QRadialGradient>

namespace meter::gui {

LcdPainter::LcdPainter(const QRectF& glass)
    : m_glass(glass), m_layout(layOutLcd(glass)), m_everything(litOutline(m_layout, fullGlass())) {}

void LcdPainter::paint(QPainter& painter, const Glass& shown, const LcdTheme& theme) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);

    QRadialGradient light(m_glass.center(), 0.62 * m_glass.width());
    light.setColorAt(0.0, theme.centre);
    light.setColorAt(1.0, theme.edge);
    const double radius = 0.025 * m_glass.height();
    painter.setBrush(light);
    painter.drawRoundedRect(m_glass, radius, radius);

    painter.setBrush(theme.unlit);
    painter.drawPath(m_everything);

    const QPainterPath lit = litOutline(m_layout, shown);
    if (!lit.isEmpty()) {
        // The glow of the diffuser: two soft outlines below the crisp fill.
        for (const double width : {0.034, 0.016}) {
            painter.strokePath(lit, QPen(theme.glow, width * m_glass.height(), Qt::SolidLine,
                                         Qt::RoundCap, Qt::RoundJoin));
        }
        painter.setBrush(theme.lit);
        painter.drawPath(lit);
    }

    // The cover's shade along the upper edge and a faint reflection across one corner.
    QLinearGradient shade(m_glass.topLeft(), m_glass.bottomLeft());
    shade.setColorAt(0.0, QColor(0, 0, 20, 90));
    shade.setColorAt(0.06, QColor(0, 0, 20, 0));
    painter.setBrush(shade);
    painter.drawRoundedRect(m_glass, radius, radius);

    QPainterPath reflection;
    reflection.addPolygon(QPolygonF{
        {m_glass.left() + 0.60 * m_glass.width(), m_glass.top()},
        {m_glass.right(), m_glass.top()},
        {m_glass.right(), m_glass.bottom()},
        {m_glass.left() + 0.80 * m_glass.width(), m_glass.bottom()},
    });
    reflection.closeSubpath();
    QLinearGradient shine(m_glass.topRight(), m_glass.bottomRight());
    shine.setColorAt(0.0, QColor(255, 255, 255, 20));
    shine.setColorAt(1.0, QColor(255, 255, 255, 2));
    painter.setBrush(shine);
    painter.drawPath(reflection);
    painter.restore();
}

} // namespace meter::gui
