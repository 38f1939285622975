// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/lcd_painter.hpp"

#include <QImage>
#include <QLinearGradient>
#include <QRadialGradient>

namespace meter::gui {

LcdPainter::LcdPainter(const QRectF& glass)
    : m_glass(glass), m_area(glass.toAlignedRect()), m_layout(layOutLcd(glass)) {}

void LcdPainter::paint(QPainter& painter, const Glass& shown, const LcdTheme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double ratio = painter.device()->devicePixelRatioF();
    if (m_background.isNull() || m_background.devicePixelRatio() != ratio || m_theme != theme) {
        m_theme = theme;
        m_background = background(ratio);
    }
    painter.drawPixmap(m_area.topLeft(), m_background);
    const QPainterPath lit = litOutline(m_layout, shown);
    if (!lit.isEmpty()) {
        paintGlow(painter, lit);
        painter.fillPath(lit, theme.lit);
    }
    painter.restore();
}

/// Everything below what is lit, for one back-light.
QPixmap LcdPainter::background(double ratio) const {
    QPixmap pixmap((QSizeF(m_area.size()) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-m_area.topLeft());
    painter.setPen(Qt::NoPen);

    QRadialGradient light(m_glass.center(), 0.62 * m_glass.width());
    light.setColorAt(0.0, m_theme.centre);
    light.setColorAt(1.0, m_theme.edge);
    const double radius = 0.025 * m_glass.height();
    painter.setBrush(light);
    painter.drawRoundedRect(m_glass, radius, radius);
    painter.fillPath(litOutline(m_layout, fullGlass()), m_theme.unlit);
    paintCover(painter);
    return pixmap;
}

/// The diffuser's glow: the lit shapes drawn very small and blown up again, which softens
/// them for a fraction of what a blur costs.
void LcdPainter::paintGlow(QPainter& painter, const QPainterPath& lit) const {
    constexpr double kRows = 52.0;
    const double shrink = kRows / m_glass.height();
    QImage small((m_glass.size() * shrink).toSize(), QImage::Format_ARGB32_Premultiplied);
    small.fill(Qt::transparent);
    {
        QPainter brush(&small);
        brush.setRenderHint(QPainter::Antialiasing);
        brush.scale(shrink, shrink);
        brush.translate(-m_glass.topLeft());
        brush.fillPath(lit, m_theme.glow);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(m_glass, small);
}

/// The shade along the upper edge and a faint reflection across one corner.
void LcdPainter::paintCover(QPainter& painter) const {
    const double radius = 0.025 * m_glass.height();
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
}

} // namespace meter::gui
