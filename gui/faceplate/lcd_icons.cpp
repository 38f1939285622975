// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/lcd_icons.hpp"

#include <QFont>
#include <QTransform>

#include <algorithm>
#include <array>

namespace meter::gui {

namespace {

/// Printed on the glass in every country, hence not translated.
constexpr std::array<const char*, static_cast<std::size_t>(Icon::Count)> kTexts = {
    "",  "",  "A", "B",  "C", "3 avg", "DEMAND", "MAX", "",     "",    "k",
    "M", "V", "A", "Hz", "W", "VAR",   "VA",     "Wh",  "VARh", "VAh",
};

// The pictures are drawn in a box of 100 × 100.

QPainterPath heart() {
    QPainterPath path;
    path.moveTo(50.0, 92.0);
    path.cubicTo(20.0, 66.0, 4.0, 50.0, 4.0, 31.0);
    path.cubicTo(4.0, 15.0, 16.0, 6.0, 28.0, 6.0);
    path.cubicTo(38.0, 6.0, 46.0, 12.0, 50.0, 21.0);
    path.cubicTo(54.0, 12.0, 62.0, 6.0, 72.0, 6.0);
    path.cubicTo(84.0, 6.0, 96.0, 15.0, 96.0, 31.0);
    path.cubicTo(96.0, 50.0, 80.0, 66.0, 50.0, 92.0);
    path.closeSubpath();
    return path;
}

QPainterPath wrench() {
    // An open-end spanner, upright, then leaned by 45°.
    QPainterPath head;
    head.addEllipse(QPointF(50.0, 22.0), 27.0, 27.0);
    QPainterPath jaw;
    jaw.addRect(QRectF(39.0, -10.0, 22.0, 34.0));
    QPainterPath shaft;
    shaft.addRoundedRect(QRectF(39.0, 36.0, 22.0, 70.0), 11.0, 11.0);
    const QPainterPath whole = head.subtracted(jaw).united(shaft);
    return QTransform().translate(50.0, 50.0).rotate(45.0).translate(-50.0, -50.0).map(whole);
}

QPainterPath lock() {
    QPainterPath shackle;
    shackle.addRoundedRect(QRectF(24.0, 4.0, 52.0, 70.0), 26.0, 26.0);
    QPainterPath opening;
    opening.addRoundedRect(QRectF(37.0, 17.0, 26.0, 70.0), 13.0, 13.0);
    QPainterPath body;
    body.addRoundedRect(QRectF(12.0, 44.0, 76.0, 52.0), 8.0, 8.0);
    QPainterPath keyhole;
    keyhole.addEllipse(QPointF(50.0, 66.0), 8.0, 8.0);
    keyhole.addRect(QRectF(46.0, 66.0, 8.0, 20.0));
    keyhole.setFillRule(Qt::WindingFill);
    return shackle.subtracted(opening).united(body).subtracted(keyhole.simplified());
}

QPainterPath arrow(double y, bool isToRight) {
    QPolygonF shape = {{2.0, y - 8.0},   {62.0, y - 8.0}, {62.0, y - 23.0}, {98.0, y},
                       {62.0, y + 23.0}, {62.0, y + 8.0}, {2.0, y + 8.0}};
    if (!isToRight) {
        for (QPointF& point : shape) {
            point.setX(100.0 - point.x());
        }
    }
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

QPainterPath communication() {
    QPainterPath path = arrow(25.0, true);
    path.addPath(arrow(75.0, false));
    return path;
}

QPainterPath picture(Icon icon) {
    switch (icon) {
    case Icon::Heart:
        return heart();
    case Icon::Wrench:
        return wrench();
    case Icon::Lock:
        return lock();
    default:
        return communication();
    }
}

/// Scales to the largest size that fits, standing on the lower left corner for words.
QPainterPath fitted(const QPainterPath& path, const QRectF& from, const QRectF& box, bool isWord) {
    const double scale = std::min(box.width() / from.width(), box.height() / from.height());
    const double x = isWord ? box.left() : box.center().x() - 0.5 * scale * from.width();
    const double y = isWord ? box.bottom() - scale * from.height()
                            : box.center().y() - 0.5 * scale * from.height();
    QTransform transform;
    transform.translate(x, y).scale(scale, scale).translate(-from.left(), -from.top());
    return transform.map(path);
}

} // namespace

QString iconText(Icon icon) {
    return QString::fromLatin1(kTexts.at(static_cast<std::size_t>(icon)));
}

QPainterPath iconOutline(Icon icon, const QRectF& box) {
    const QString text = iconText(icon);
    if (text.isEmpty()) {
        return fitted(picture(icon), QRectF(0.0, 0.0, 100.0, 100.0), box, false);
    }
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setStyleHint(QFont::SansSerif);
    font.setStretch(QFont::SemiCondensed);
    font.setBold(true);
    font.setPixelSize(100);
    QPainterPath path;
    path.addText(0.0, 0.0, font, text);
    path = path.simplified();
    // One size for all words: the height of a capital, whatever letters the word has.
    constexpr double kCapHeight = 74.0;
    const QRectF ink = path.boundingRect();
    return fitted(path, QRectF(ink.left(), -kCapHeight, ink.width(), kCapHeight), box, true);
}

} // namespace meter::gui
