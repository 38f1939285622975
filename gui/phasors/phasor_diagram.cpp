// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/phasors/phasor_diagram.hpp"

#include "gui/probe/plot_theme.hpp"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace meter::gui {

namespace {

constexpr double kVoltageWidth = 2.6;
constexpr double kCurrentWidth = 1.6;
constexpr double kHeadSize = 10.0;
constexpr double kNameDistance = 15.0;

} // namespace

PhasorDiagram::PhasorDiagram(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title) {
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PhasorDiagram::setPicture(const PhasorPicture& picture) {
    m_picture = picture;
    update();
}

PhasorFrame PhasorDiagram::frame() const {
    const double line = fontMetrics().height();
    const QRectF below(0.0, line + 2.0, width(), height() - line - 2.0);
    return phasorFrame(below, 1.5 * line);
}

QPointF PhasorDiagram::tip(std::size_t wave, const PhasorRms& phasor) const {
    return isCurrent(wave) ? tipOf(frame(), phasor, m_picture.currentMax, kCurrentShare)
                           : tipOf(frame(), phasor, m_picture.voltageMax, kVoltageShare);
}

void PhasorDiagram::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotTheme theme = plotTheme(palette());
    painter.fillRect(rect(), theme.background);
    painter.setPen(theme.text);
    painter.drawText(QRect(0, 2, width(), fontMetrics().height()), Qt::AlignHCenter, m_title);
    paintRings(painter);
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        if (m_picture.isGhostShown.at(wave)) {
            QColor colour = phaseColour(phaseOf(wave), theme.isDark);
            colour.setAlphaF(0.65F);
            painter.setPen(QPen(colour, isCurrent(wave) ? 1.0 : 1.6, Qt::DashLine));
            painter.drawLine(frame().centre, tip(wave, m_picture.ghosts.at(wave)));
        }
    }
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        if (m_picture.isShown.at(wave)) {
            paintVector(painter, wave);
        }
    }
}

void PhasorDiagram::paintRings(QPainter& painter) const {
    const PlotTheme theme = plotTheme(palette());
    const PhasorFrame ring = frame();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.grid, 1));
    for (int angle = 0; angle < 360; angle += 30) {
        const double turn = angle * std::numbers::pi / 180.0;
        const QPointF way(std::cos(turn), std::sin(turn));
        const double from = angle % 90 == 0 ? 0.0 : 0.94;
        painter.drawLine(ring.centre + way * ring.radius * from, ring.centre + way * ring.radius);
    }
    painter.drawEllipse(ring.centre, ring.radius / 2.0, ring.radius / 2.0);
    painter.setPen(QPen(theme.axis, 1));
    painter.drawEllipse(ring.centre, ring.radius, ring.radius);
}

void PhasorDiagram::paintVector(QPainter& painter, std::size_t wave) const {
    const PlotTheme theme = plotTheme(palette());
    const PhasorFrame ring = frame();
    const QPointF end = tip(wave, m_picture.phasors.at(wave));
    const QColor colour = phaseColour(phaseOf(wave), theme.isDark);
    const double length = std::hypot(end.x() - ring.centre.x(), end.y() - ring.centre.y());
    const double size = isCurrent(wave) ? 0.8 * kHeadSize : kHeadSize;
    const QPolygonF head = arrowHead(ring.centre, end, size);
    if (head.isEmpty()) {
        if (length < 1.0) {
            return; // Nothing there: no arrow, no name.
        }
        painter.setPen(QPen(colour, kCurrentWidth));
        painter.drawLine(ring.centre, end);
    } else {
        painter.setPen(QPen(colour, isCurrent(wave) ? kCurrentWidth : kVoltageWidth, Qt::SolidLine,
                            Qt::FlatCap));
        painter.drawLine(ring.centre, (head[1] + head[2]) / 2.0);
        painter.setPen(QPen(colour, 1));
        painter.setBrush(isCurrent(wave) ? theme.background : colour);
        painter.drawPolygon(head);
    }
    const QPointF middle = nameBeyond(ring, end, kNameDistance);
    QRectF box(0.0, 0.0, 40.0, fontMetrics().height());
    box.moveCenter(middle);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, waveName(wave));
}

} // namespace meter::gui
