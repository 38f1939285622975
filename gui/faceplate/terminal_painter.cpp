// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/terminal_painter.hpp"

#include "gui/faceplate/type_plate.hpp"

#include <QLinearGradient>
#include <QRadialGradient>

#include <cmath>

namespace meter::gui {

namespace {

QColor wireColour(Wire wire) {
    switch (wire) {
    case Wire::Black:
        return {38, 40, 44};
    case Wire::Red:
        return {196, 40, 36};
    case Wire::Blue:
        return {34, 88, 178};
    case Wire::White:
        return {240, 240, 236};
    case Wire::Green:
        return {38, 140, 70};
    case Wire::Grey:
        return {140, 144, 148};
    case Wire::Yellow:
        return {226, 186, 40};
    case Wire::None:
        break;
    }
    return {};
}

/// Invalid: nothing is connected.
QColor colourOf(const Terminal& terminal) {
    return terminal.isLeadKnown ? terminal.lead : wireColour(terminal.wire);
}

void paintWire(QPainter& painter, const Terminal& terminal, double edge, double unit) {
    const double half = 12.0 * unit;
    const double x = terminal.screw.x();
    const QRectF wire =
        QRectF(QPointF(x - half, edge), QPointF(x + half, terminal.entry.center().y()))
            .normalized();
    const QColor colour = colourOf(terminal);
    QLinearGradient round(wire.topLeft(), wire.topRight());
    round.setColorAt(0.0, colour.darker(150));
    round.setColorAt(0.35, colour.lighter(118));
    round.setColorAt(0.55, colour);
    round.setColorAt(1.0, colour.darker(170));
    painter.fillRect(wire.translated(5.0 * unit, 0.0), QColor(0, 0, 0, 40));
    painter.fillRect(wire, round);
}

void paintScrew(QPainter& painter, const QPointF& centre, double unit) {
    const double radius = 22.0 * unit;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(8, 9, 11));
    painter.drawEllipse(centre, radius * 1.22, radius * 1.22);
    QRadialGradient metal(centre - QPointF(0.4 * radius, 0.5 * radius), 1.9 * radius);
    metal.setColorAt(0.0, QColor(252, 252, 252));
    metal.setColorAt(0.5, QColor(188, 192, 196));
    metal.setColorAt(1.0, QColor(98, 103, 108));
    painter.setBrush(metal);
    painter.drawEllipse(centre, radius, radius);

    // Nobody leaves all slots parallel; the angle follows from the place, so that it stays.
    const double angle = std::fmod(centre.x() / unit * 0.37 + centre.y() / unit * 0.11, 180.0);
    painter.save();
    painter.translate(centre);
    painter.rotate(angle);
    const double slot = 3.6 * unit;
    painter.setBrush(QColor(58, 62, 67));
    for (int turn = 0; turn < 2; ++turn) {
        painter.drawRect(QRectF(-0.82 * radius, -slot, 1.64 * radius, 2.0 * slot));
        painter.rotate(90.0);
    }
    painter.restore();
}

void paintBlock(QPainter& painter, const TerminalGroup& group, double unit) {
    const QRectF block = group.terminals.front().cell.united(group.terminals.back().cell);
    const double depth = 8.0 * unit;
    const bool isTop = group.terminals.front().isTop;
    const QRectF plate =
        block.adjusted(2.0 * unit, isTop ? depth : 0.0, -2.0 * unit, isTop ? 0.0 : -depth);
    QLinearGradient dark(plate.topLeft(), plate.bottomLeft());
    dark.setColorAt(0.0, QColor(58, 63, 70));
    dark.setColorAt(1.0, QColor(40, 44, 50));
    painter.setPen(QPen(QColor(24, 27, 31), 1.6 * unit));
    painter.setBrush(dark);
    painter.drawRoundedRect(plate, 9.0 * unit, 9.0 * unit);
}

void paintTerminal(QPainter& painter, const Terminal& terminal, double unit) {
    painter.setPen(QPen(QColor(12, 13, 15), 1.5 * unit));
    painter.setBrush(QColor(14, 15, 18));
    painter.drawRoundedRect(terminal.entry, 6.0 * unit, 6.0 * unit);
    if (colourOf(terminal).isValid()) {
        // What is seen of the wire inside the entry: insulation, then bare copper.
        const QRectF& entry = terminal.entry;
        const double half = 12.0 * unit;
        const double x = entry.center().x();
        const double depth = 0.62 * entry.height();
        const double top = terminal.isTop ? entry.top() : entry.bottom() - depth;
        painter.fillRect(QRectF(x - half, top, 2.0 * half, depth), colourOf(terminal));
        const double copper = 0.26 * entry.height();
        painter.fillRect(
            QRectF(x - 0.5 * half, terminal.isTop ? top + depth : top - copper, half, copper),
            QColor(198, 128, 74));
    }
    paintScrew(painter, terminal.screw, unit);
}

void paintNames(QPainter& painter, const TerminalGroup& group, double unit) {
    painter.setPen(QColor(44, 48, 54));
    painter.setFont(plateFont(25.0 * unit, true));
    for (const Terminal& terminal : group.terminals) {
        const double y = terminal.isTop ? terminal.cell.bottom() + 5.0 * unit
                                        : terminal.cell.top() - 37.0 * unit;
        painter.drawText(QRectF(terminal.cell.left(), y, terminal.cell.width(), 32.0 * unit),
                         Qt::AlignCenter, terminal.name);
    }
    // Caption in a thin bracket that spans its terminals.
    const QRectF& box = group.captionBox;
    const QFont font = plateFont(18.0 * unit, true);
    const double text = QFontMetricsF(font).horizontalAdvance(group.caption) + 14.0 * unit;
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, group.caption);
    painter.setPen(QPen(QColor(44, 48, 54, 150), 1.8 * unit));
    const double y = box.center().y();
    const double inset = 8.0 * unit;
    const double side = 0.5 * (box.width() - text) - inset;
    if (side > 4.0 * unit) {
        painter.drawLine(QPointF(box.left() + inset, y), QPointF(box.left() + inset + side, y));
        painter.drawLine(QPointF(box.right() - inset - side, y), QPointF(box.right() - inset, y));
    }
}

} // namespace

void paintWires(QPainter& painter, const QSizeF& size, const FaceplateLayout& layout) {
    for (const TerminalGroup& group : layout.groups) {
        for (const Terminal& terminal : group.terminals) {
            if (colourOf(terminal).isValid()) {
                paintWire(painter, terminal, terminal.isTop ? 0.0 : size.height(), layout.scale);
            }
        }
    }
}

void paintTerminals(QPainter& painter, const FaceplateLayout& layout) {
    for (const TerminalGroup& group : layout.groups) {
        paintBlock(painter, group, layout.scale);
        for (const Terminal& terminal : group.terminals) {
            paintTerminal(painter, terminal, layout.scale);
        }
        paintNames(painter, group, layout.scale);
    }
}

void paintContact(QPainter& painter, const QRectF& box, bool isClosed) {
    const double unit = box.height() / 30.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(44, 48, 54), 2.6 * unit, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(QColor(44, 48, 54));
    const double y = box.bottom() - 8.0 * unit;
    const QPointF left(box.left(), y);
    const QPointF right(box.right(), y);
    const QPointF hinge = left + QPointF(8.0 * unit, 0.0);
    const QPointF seat = right - QPointF(8.0 * unit, 0.0);
    painter.drawLine(left, hinge);
    painter.drawLine(seat, right);
    painter.drawLine(hinge, isClosed ? seat : seat - QPointF(2.0 * unit, 13.0 * unit));
    painter.drawEllipse(hinge, 1.6 * unit, 1.6 * unit);
    painter.drawEllipse(seat, 1.6 * unit, 1.6 * unit);
}

} // namespace meter::gui
