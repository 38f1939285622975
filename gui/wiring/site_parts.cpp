// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/site_parts.hpp"

#include "sim/installation/service.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <array>
#include <cmath>

namespace meter::gui {

namespace {

using sim::Conductor;
using sim::ControlPower;
using sim::ControlPowerKind;
using sim::World;

constexpr double kControlVolts = 120.0; ///< What a control power transformer is to give.

struct SiteParts {
    Q_DECLARE_TR_FUNCTIONS(meter::gui::SiteParts)
};

QString pairText(const ControlPower& power) {
    constexpr std::string_view kNames = "ABCN";
    return QLatin1Char(kNames[static_cast<std::size_t>(power.from)]) + QString(u'\u2013') +
           QLatin1Char(kNames[static_cast<std::size_t>(power.to)]);
}

double voltsBetween(const World& world, Conductor to) {
    constexpr double kLineToLine = 1.7320508075688772; // Of a balanced three-phase service.
    const double volts = world.source.voltageV[0];
    return to == Conductor::N ? volts : volts * kLineToLine;
}

/// A transformer for about 120 V, to a tenth.
QString ratioText(const World& world, Conductor to) {
    const double ratio = std::round(voltsBetween(world, to) / kControlVolts * 10.0) / 10.0;
    return QString::number(std::fmax(ratio, 0.1), 'g', 4);
}

SiteChoice fromService(const QString& text, const char* pair, const QString& ratio) {
    return {text,
            {{"installation.control_power.from", pair},
             {"installation.control_power.ratio", ratio.toStdString()}}};
}

/// The ways of the guide (Control Power), and a supply of the meter's own.
std::vector<SiteChoice> supplyChoices(const World& world) {
    std::vector<SiteChoice> choices = {
        {SiteParts::tr("A supply of its own, 120 V AC"), {{"installation.control_power", "120 V"}}},
        {SiteParts::tr("A DC supply, 125 V"), {{"installation.control_power.dc", "125 V"}}}};
    const auto add = [&](const char* pair, Conductor to, const QString& direct,
                         const QString& transformed) {
        const QString ratio = ratioText(world, to);
        choices.push_back(fromService(direct, pair, QStringLiteral("1")));
        choices.push_back(fromService(transformed.arg(ratio), pair, ratio));
    };
    const sim::Service service = world.installation.service;
    if (sim::isLive(service, Conductor::N)) {
        add("A-N", Conductor::N, SiteParts::tr("Direct, line to neutral (A\u2013N)"),
            SiteParts::tr("By a transformer %1:1, line to neutral (A\u2013N)"));
    }
    if (sim::isLive(service, Conductor::B)) {
        add("A-B", Conductor::B,
            SiteParts::tr("Direct, line to line (A\u2013"
                          "B)"),
            SiteParts::tr("By a transformer %1:1, line to line (A\u2013"
                          "B)"));
    }
    return choices;
}

QString supplyText(const World& world) {
    const ControlPower& power = world.installation.controlPower;
    const QLocale locale;
    switch (power.kind) {
    case ControlPowerKind::OwnAc:
        return SiteParts::tr("Control power comes from a supply of its own, %1 V AC.")
            .arg(locale.toString(power.voltageV));
    case ControlPowerKind::OwnDc:
        return SiteParts::tr("Control power comes from a DC supply, %1 V.")
            .arg(locale.toString(power.voltageV));
    case ControlPowerKind::FromService:
        break;
    }
    return power.ratio == 1.0
               ? SiteParts::tr("Control power comes directly from %1.").arg(pairText(power))
               : SiteParts::tr("Control power comes from %1 by a transformer %2:1.")
                     .arg(pairText(power), locale.toString(power.ratio));
}

/// Two wires through a box, at a third and two thirds of its height.
struct Wires {
    explicit Wires(const QRectF& box)
        : left(box.left())
        , right(box.right())
        , middle(box.center().x())
        , upper(box.top() + box.height() / 3.0)
        , lower(box.top() + box.height() * 2.0 / 3.0)
        , unit(box.height() / 30.0) {}

    void draw(QPainter& painter, double from, double to) const {
        painter.drawLine(QPointF(from, upper), QPointF(to, upper));
        painter.drawLine(QPointF(from, lower), QPointF(to, lower));
    }

    double left;
    double right;
    double middle;
    double upper;
    double lower;
    double unit;
};

void label(QPainter& painter, const QRectF& box, const QString& text) {
    painter.drawText(box, Qt::AlignHCenter | Qt::AlignBottom, text);
}

void paintSupply(QPainter& painter, const QRectF& box, const World& world) {
    const Wires wires(box);
    const ControlPower& power = world.installation.controlPower;
    wires.draw(painter, wires.middle, wires.right);
    const QPointF centre(wires.middle, (wires.upper + wires.lower) / 2.0);
    const double radius = 8.0 * wires.unit;
    painter.setBrush(painter.background());
    if (power.kind == ControlPowerKind::FromService && power.ratio != 1.0) {
        painter.drawEllipse(centre - QPointF(0.6 * radius, 0.0), radius * 0.8, radius * 0.8);
        painter.drawEllipse(centre + QPointF(0.6 * radius, 0.0), radius * 0.8, radius * 0.8);
    } else {
        painter.drawEllipse(centre, radius, radius);
        const bool isDc = power.kind == ControlPowerKind::OwnDc;
        painter.drawText(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)),
                         Qt::AlignCenter, isDc ? QStringLiteral("=") : QStringLiteral("~"));
    }
    painter.setBrush(Qt::NoBrush);
    const bool isOwn = power.kind != ControlPowerKind::FromService;
    label(painter, box,
          isOwn ? QLocale().toString(power.voltageV) + QStringLiteral(" V") : pairText(power));
}

void paintControlFuse(QPainter& painter, const QRectF& box, const World& world) {
    const Wires wires(box);
    const bool isGood = world.installation.isControlFuseGood;
    const double half = 8.0 * wires.unit;
    const double gap = isGood ? 0.0 : 3.0 * wires.unit;
    painter.drawLine(QPointF(wires.left, wires.upper), QPointF(wires.middle - gap, wires.upper));
    painter.drawLine(QPointF(wires.middle + gap, wires.upper), QPointF(wires.right, wires.upper));
    painter.drawLine(QPointF(wires.left, wires.lower), QPointF(wires.right, wires.lower));
    painter.drawRoundedRect(
        QRectF(wires.middle - half, wires.upper - 3.5 * wires.unit, 2 * half, 7.0 * wires.unit), 2,
        2);
}

void paintMeterSupply(QPainter& painter, const QRectF& box, const World& world) {
    const Wires wires(box);
    const QRectF meter(wires.middle - 6.0 * wires.unit, wires.upper - 5.0 * wires.unit,
                       wires.right - wires.middle, wires.lower - wires.upper + 10.0 * wires.unit);
    wires.draw(painter, wires.left, meter.left());
    painter.drawRoundedRect(meter, 3, 3);
    if (!world.installation.isControlSupplyGood) {
        painter.drawLine(meter.topLeft(), meter.bottomRight());
        painter.drawLine(meter.bottomLeft(), meter.topRight());
    }
}

void paintPolarity(QPainter& painter, const QRectF& box, const World& world) {
    const Wires wires(box);
    const double half = 9.0 * wires.unit;
    wires.draw(painter, wires.left, wires.middle - half);
    wires.draw(painter, wires.middle + half, wires.right);
    const bool isReversed = world.line.wiring.isReversed;
    painter.drawLine(QPointF(wires.middle - half, wires.upper),
                     QPointF(wires.middle + half, isReversed ? wires.lower : wires.upper));
    painter.drawLine(QPointF(wires.middle - half, wires.lower),
                     QPointF(wires.middle + half, isReversed ? wires.upper : wires.lower));
    painter.drawText(QPointF(wires.left, wires.upper - 2.0 * wires.unit), QStringLiteral("+"));
    painter.drawText(QPointF(wires.left, wires.lower + 9.0 * wires.unit), QStringLiteral("\u2212"));
}

void paintBreak(QPainter& painter, const QRectF& box, const World& world) {
    const Wires wires(box);
    wires.draw(painter, wires.left, wires.right);
    if (world.line.wiring.isOpen) {
        const double half = 5.0 * wires.unit;
        painter.eraseRect(QRectF(wires.middle - half, wires.upper - half, 2 * half, 2 * half));
        painter.drawLine(QPointF(wires.middle - half, wires.upper),
                         QPointF(wires.middle + half, wires.upper - half));
    }
}

void paintShield(QPainter& painter, const QRectF& box, const World& world) {
    const Wires wires(box);
    wires.draw(painter, wires.left, wires.right);
    QPen dashed = painter.pen();
    dashed.setStyle(Qt::DashLine);
    const QPen solid = painter.pen();
    painter.setPen(dashed);
    painter.drawRoundedRect(QRectF(wires.left + 3 * wires.unit, wires.upper - 5 * wires.unit,
                                   wires.right - wires.left - 6 * wires.unit,
                                   wires.lower - wires.upper + 10 * wires.unit),
                            4, 4);
    painter.setPen(solid);
    const double top = wires.lower + 5 * wires.unit;
    if (!world.line.wiring.isShieldOpen) { // Earth.
        painter.drawLine(QPointF(wires.middle, top), QPointF(wires.middle, top + 4 * wires.unit));
        painter.drawLine(QPointF(wires.middle - 4 * wires.unit, top + 4 * wires.unit),
                         QPointF(wires.middle + 4 * wires.unit, top + 4 * wires.unit));
    }
}

void paintTerminators(QPainter& painter, const QRectF& box, const World& world) {
    const Wires wires(box);
    const int count = world.line.wiring.terminators;
    wires.draw(painter, wires.left, wires.right - 4 * wires.unit);
    const double step = (wires.right - wires.left) / 4.0;
    for (int i = 0; i < count; ++i) {
        const double x = wires.left + step * (i + 1);
        const double inset = 1.5 * wires.unit;
        painter.setBrush(painter.background());
        painter.drawRect(QRectF(x - 2.5 * wires.unit, wires.upper + inset, 5 * wires.unit,
                                wires.lower - wires.upper - 2 * inset));
        painter.setBrush(Qt::NoBrush);
    }
    label(painter, box, QString(QStringLiteral("%1 \u00D7 120 \u03A9")).arg(count));
}

/// The other of two states.
std::vector<SiteChoice>
other(bool isSo, const char* key, const char* whenSo, const char* otherwise) {
    return {{QString(), {{key, isSo ? whenSo : otherwise}}}};
}

std::vector<SiteChoice> terminatorChoices(const World& /*world*/) {
    constexpr int kMost = 3;
    std::vector<SiteChoice> choices;
    for (int count = 0; count <= kMost; ++count) {
        choices.push_back({SiteParts::tr("%n terminating resistor(s)", nullptr, count),
                           {{"line.wiring.terminators", std::to_string(count)}}});
    }
    return choices;
}

QString controlFuseText(const World& world) {
    return world.installation.isControlFuseGood
               ? SiteParts::tr("The fuse of the control power is good. Click to blow it.")
               : SiteParts::tr("The fuse of the control power is blown. Click to replace it.");
}

QString meterSupplyText(const World& world) {
    return world.installation.isControlSupplyGood
               ? SiteParts::tr("The meter's own supply is good. Click to damage it.")
               : SiteParts::tr("The meter's own supply is damaged. Click to replace it.");
}

QString polarityText(const World& world) {
    return world.line.wiring.isReversed
               ? SiteParts::tr("+ and \u2212 of the RS-485 line are exchanged. Click to turn them "
                               "back.")
               : SiteParts::tr(
                     "+ and \u2212 of the RS-485 line are right. Click to exchange them.");
}

QString breakText(const World& world) {
    return world.line.wiring.isOpen
               ? SiteParts::tr("A wire of the RS-485 line is broken. Click to mend it.")
               : SiteParts::tr("The wires of the RS-485 line are whole. Click to break one.");
}

QString shieldText(const World& world) {
    return world.line.wiring.isShieldOpen
               ? SiteParts::tr("The shield of the RS-485 line is not earthed. Click to connect it.")
               : SiteParts::tr("The shield of the RS-485 line is earthed. Click to take it off.");
}

QString terminatorText(const World& world) {
    return SiteParts::tr("The RS-485 line has %n terminating resistor(s); one at each end is "
                         "right.",
                         nullptr, world.line.wiring.terminators);
}

using Row = SitePart::Row;

constexpr std::array kParts = {
    SitePart{Row::ControlPower, &paintSupply, &supplyText, [](const World&) { return true; },
             &supplyChoices},
    SitePart{Row::ControlPower, &paintControlFuse, &controlFuseText,
             [](const World& world) { return world.installation.isControlFuseGood; },
             [](const World& world) {
                 return other(world.installation.isControlFuseGood, "installation.fuses.control",
                              "blown", "good");
             }},
    SitePart{Row::ControlPower, &paintMeterSupply, &meterSupplyText,
             [](const World& world) { return world.installation.isControlSupplyGood; },
             [](const World& world) {
                 return other(world.installation.isControlSupplyGood, "installation.control_supply",
                              "damaged", "good");
             }},
    SitePart{Row::Line, &paintPolarity, &polarityText,
             [](const World& world) { return !world.line.wiring.isReversed; },
             [](const World& world) {
                 return other(world.line.wiring.isReversed, "line.wiring.polarity", "right",
                              "reversed");
             }},
    SitePart{Row::Line, &paintBreak, &breakText,
             [](const World& world) { return !world.line.wiring.isOpen; },
             [](const World& world) {
                 return other(world.line.wiring.isOpen, "line.wiring.open", "false", "true");
             }},
    SitePart{Row::Line, &paintShield, &shieldText,
             [](const World& world) { return !world.line.wiring.isShieldOpen; },
             [](const World& world) {
                 return other(world.line.wiring.isShieldOpen, "line.wiring.shield", "connected",
                              "open");
             }},
    SitePart{Row::Line, &paintTerminators, &terminatorText,
             [](const World& world) { return world.line.wiring.terminators == 2; },
             &terminatorChoices},
};

} // namespace

std::span<const SitePart> siteParts() {
    return kParts;
}

} // namespace meter::gui
