// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/faceplate_layout.hpp"

#include "gui/faceplate/lcd_layout.hpp"

#include <QTransform>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr QSizeF kBoard = {1250.0, 1090.0};
constexpr QRectF kBody = {90.0, 90.0, 1070.0, 910.0};
constexpr double kPitch = 70.0; ///< Between neighbouring terminals.
constexpr double kBlockDepth = 146.0;

struct TerminalSpec {
    const char16_t* name;
    Wire wire;
};

struct GroupSpec {
    const char16_t* caption;
    double x; ///< Left edge of the first terminal, from the body's.
    bool isTop;
    std::vector<TerminalSpec> terminals;
};

/// Above, what belongs to the mains; below, what is safe to touch (SELV).
std::vector<GroupSpec> groupSpecs() {
    return {
        {u"CONTROL POWER",
         36.0,
         true,
         {{u"G", Wire::Green}, {u"1", Wire::Black}, {u"2", Wire::White}}},
        {u"VOLTAGE",
         268.0,
         true,
         {{u"A", Wire::Black}, {u"B", Wire::Red}, {u"C", Wire::Blue}, {u"N", Wire::White}}},
        {u"CT A", 570.0, true, {{u"X1", Wire::White}, {u"X2", Wire::Black}}},
        {u"CT B", 732.0, true, {{u"X1", Wire::White}, {u"X2", Wire::Red}}},
        {u"CT C", 894.0, true, {{u"X1", Wire::White}, {u"X2", Wire::Blue}}},
        {u"RS-485",
         36.0,
         false,
         {{u"+", Wire::White}, {u"\u2212", Wire::Blue}, {u"S", Wire::Grey}}},
        {u"PULSE", 732.0, false, {{u"K", Wire::Yellow}, {u"Y", Wire::Yellow}}},
        {u"ALARM", 894.0, false, {{u"K", Wire::None}, {u"Y", Wire::None}}},
    };
}

TerminalGroup layOutGroup(const GroupSpec& spec) {
    TerminalGroup group;
    group.caption = QString::fromUtf16(spec.caption);
    const double width = kPitch * static_cast<double>(spec.terminals.size());
    const auto at = [&spec](double fromEdge, double height) {
        return spec.isTop ? kBody.top() + fromEdge : kBody.bottom() - fromEdge - height;
    };
    group.captionBox = QRectF(kBody.left() + spec.x, at(190.0, 24.0), width, 24.0);
    double x = kBody.left() + spec.x;
    for (const TerminalSpec& terminal : spec.terminals) {
        group.terminals.push_back({
            .name = QString::fromUtf16(terminal.name),
            .screw = {x + 0.5 * kPitch, at(98.0, 0.0)},
            .cell = QRectF(x, at(0.0, kBlockDepth), kPitch, kBlockDepth),
            .entry = QRectF(x + 15.0, at(14.0, 38.0), kPitch - 30.0, 38.0),
            .isTop = spec.isTop,
            .wire = terminal.wire,
        });
        x += kPitch;
    }
    return group;
}

/// Everything on the board.
FaceplateLayout board() {
    FaceplateLayout layout;
    const QPointF origin = kBody.topLeft();
    layout.body = kBody;
    layout.rail = QRectF(0.0, kBody.center().y() - 175.0, kBoard.width(), 350.0);
    layout.nose = QRectF(14.0, 224.0, 1042.0, 462.0).translated(origin);
    layout.title = QRectF(44.0, 238.0, 660.0, 44.0).translated(origin);
    constexpr double kGlassWidth = 644.0;
    layout.glass = QRectF(54.0, 302.0, kGlassWidth, kGlassWidth / kLcdAspect).translated(origin);
    layout.bezel = layout.glass.adjusted(-14.0, -14.0, 14.0, 14.0);
    layout.label = QRectF(40.0, 622.0, 672.0, 54.0).translated(origin);

    const QPointF pad = QPointF(882.0, 424.0) + origin;
    constexpr double kKeyRadius = 46.0;
    constexpr double kKeyOffset = 94.0;
    const auto key = [&](double x, double y) {
        return QRectF(pad.x() + x * kKeyOffset - kKeyRadius, pad.y() + y * kKeyOffset - kKeyRadius,
                      2.0 * kKeyRadius, 2.0 * kKeyRadius);
    };
    layout.padCentre = pad;
    layout.padRadius = 154.0;
    layout.keys = {key(0.0, -1.0), key(0.0, 1.0), key(-1.0, 0.0), key(1.0, 0.0)};
    layout.ledRadius = 11.0;
    for (std::size_t led = 0; led < kLedCount; ++led) {
        layout.leds.at(led) = QPointF(762.0 + 80.0 * static_cast<double>(led), 630.0) + origin;
    }
    for (const GroupSpec& spec : groupSpecs()) {
        layout.groups.push_back(layOutGroup(spec));
    }
    const double contactTop = kBody.bottom() - 184.0;
    layout.pulseContact = QRectF(kBody.left() + 732.0 + 52.0, contactTop, 36.0, 30.0);
    layout.alarmContact = QRectF(kBody.left() + 894.0 + 52.0, contactTop, 36.0, 30.0);
    return layout;
}

void transformGroups(std::vector<TerminalGroup>& groups, const QTransform& transform) {
    for (TerminalGroup& group : groups) {
        group.captionBox = transform.mapRect(group.captionBox);
        for (Terminal& terminal : group.terminals) {
            terminal.screw = transform.map(terminal.screw);
            terminal.cell = transform.mapRect(terminal.cell);
            terminal.entry = transform.mapRect(terminal.entry);
        }
    }
}

} // namespace

QSizeF faceplateSize(double scale) {
    return kBoard * scale;
}

FaceplateLayout layOutFaceplate(const QSizeF& size) {
    FaceplateLayout layout = board();
    const double scale = std::min(size.width() / kBoard.width(), size.height() / kBoard.height());
    QTransform transform;
    transform
        .translate(0.5 * (size.width() - scale * kBoard.width()),
                   0.5 * (size.height() - scale * kBoard.height()))
        .scale(scale, scale);

    layout.scale = scale;
    for (QRectF* box : {&layout.body, &layout.nose, &layout.rail, &layout.bezel, &layout.glass,
                        &layout.title, &layout.label, &layout.pulseContact, &layout.alarmContact}) {
        *box = transform.mapRect(*box);
    }
    layout.rail.setLeft(0.0);
    layout.rail.setRight(size.width());
    for (QRectF& key : layout.keys) {
        key = transform.mapRect(key);
    }
    for (QPointF& led : layout.leds) {
        led = transform.map(led);
    }
    layout.padCentre = transform.map(layout.padCentre);
    layout.padRadius *= scale;
    layout.ledRadius *= scale;
    transformGroups(layout.groups, transform);
    return layout;
}

} // namespace meter::gui
