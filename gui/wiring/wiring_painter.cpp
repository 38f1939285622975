// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_painter.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/probe/channels.hpp"
#include "gui/wiring/wiring_presets.hpp"
#include "sim/installation/service.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cstdlib>

namespace meter::gui {

namespace {

using sim::Conductor;

constexpr std::string_view kNames = "ABCN";

QString nameOf(std::size_t index) {
    return QString(QLatin1Char(kNames.at(index)));
}

QString translated(const char* text) {
    return QCoreApplication::translate("meter::gui::WiringPainter", text);
}

class WiringPainter final {
public:
    WiringPainter(QPainter& painter,
                  const WiringGeometry& geometry,
                  const WiringPicture& picture,
                  const QPalette& palette)
        : m_painter(painter), m_geometry(geometry), m_picture(picture), m_palette(palette) {
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void paint() {
        paintConductors();
        paintMeter();
        for (std::size_t handle = 0; handle < kWiringHandleCount; ++handle) {
            isRope(handle) ? paintRope(handle) : paintLead(handle);
        }
        paintDisconnect();
        paintCaptions();
    }

private:
    [[nodiscard]] double unit(double units) const { return units * m_geometry.scale; }

    /// Phases in their colours, the neutral grey.
    [[nodiscard]] QColor colourOf(std::size_t index) const {
        return index < kPhaseCount ? phaseColour(index, isDark(m_palette))
                                   : blend(m_palette.color(QPalette::WindowText),
                                           m_palette.color(QPalette::Window), 0.45);
    }

    [[nodiscard]] QColor faint() const {
        return blend(m_palette.color(QPalette::WindowText), m_palette.color(QPalette::Window), 0.5);
    }

    void setFont(double units, bool isBold) {
        QFont font = m_painter.font();
        font.setPixelSize(std::max(7, static_cast<int>(unit(units) + 0.5)));
        font.setBold(isBold);
        m_painter.setFont(font);
    }

    void text(const QPointF& centre, const QString& what) {
        const QRectF box(centre - QPointF(unit(80), unit(10)), QSizeF(unit(160), unit(20)));
        m_painter.drawText(box, Qt::AlignCenter, what);
    }

    void paintConductors();
    void paintMeter();
    void paintLead(std::size_t handle);
    void paintRope(std::size_t handle);
    void paintTurns(std::size_t index, double x, const QColor& colour);
    void paintCaptions();
    void paintFuse(std::size_t index, double x, const QColor& colour);
    void paintPt(double x, const QColor& colour);
    void paintDisconnect();
    void paintMark(const QPointF& at, double radius, std::size_t handle);
    /// A line that stands off from what it crosses.
    void wire(const QPointF& from, const QPointF& to, const QColor& colour, bool isDashed);
    [[nodiscard]] bool isWrong(std::size_t handle) const;
    [[nodiscard]] QPointF endOf(std::size_t handle) const;

    QPainter& m_painter;
    const WiringGeometry& m_geometry;
    const WiringPicture& m_picture;
    const QPalette& m_palette;
};

bool WiringPainter::isWrong(std::size_t handle) const {
    const std::size_t index = indexOfHandle(handle);
    const sim::Installation& installation = m_picture.installation;
    const auto own = static_cast<Conductor>(index);
    const Conductor right = sim::isLive(installation.service, own) ? own : Conductor::Open;
    const Conductor is = conductorOf(installation, handle);
    const SystemTypeTraits& traits = traitsOf(m_picture.settings.systemType);
    // An input that the system type does not use may as well be open.
    const bool isUnused =
        index < kPhaseCount
            ? !traits.hasPhase[index] &&
                  !(traits.type == SystemType::SinglePhaseLl && index == 1 && !isRope(handle))
            : traits.type == SystemType::Delta || traits.type == SystemType::SinglePhaseLl;
    if (isRope(handle) && installation.ctLeads[index] != sim::Rope(is)) {
        return true; // Round more than one conductor, or more than once.
    }
    return is != right && !(isUnused && is == Conductor::Open);
}

QPointF WiringPainter::endOf(std::size_t handle) const {
    if (m_picture.drag && m_picture.drag->handle == handle) {
        return {m_geometry.handleX[handle], m_picture.drag->at.y()};
    }
    return m_geometry.handle(handle, conductorOf(m_picture.installation, handle));
}

void WiringPainter::wire(const QPointF& from,
                         const QPointF& to,
                         const QColor& colour,
                         bool isDashed) {
    m_painter.setPen(QPen(m_palette.color(QPalette::Window), unit(5.0)));
    m_painter.drawLine(from, to);
    QPen pen(colour, unit(1.8));
    pen.setCapStyle(Qt::RoundCap);
    if (isDashed) {
        pen.setDashPattern({2.0, 2.5});
    }
    m_painter.setPen(pen);
    m_painter.drawLine(from, to);
}

void WiringPainter::paintConductors() {
    setFont(11.0, true);
    for (std::size_t index = 0; index < sim::kTerminalCount; ++index) {
        const auto conductor = static_cast<Conductor>(index);
        if (!sim::isLive(m_picture.installation.service, conductor)) {
            continue;
        }
        const double y = m_geometry.conductorY[index];
        const bool isTarget = m_picture.drag && m_picture.drag->target == conductor;
        const QColor colour = colourOf(index);
        if (isTarget) {
            QColor glow = colour;
            glow.setAlphaF(0.25F);
            m_painter.setPen(QPen(glow, unit(14.0), Qt::SolidLine, Qt::RoundCap));
            m_painter.drawLine(QPointF(m_geometry.conductorLeft, y),
                               QPointF(m_geometry.conductorRight, y));
        }
        m_painter.setPen(QPen(colour, unit(4.5), Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(QPointF(m_geometry.conductorLeft, y),
                           QPointF(m_geometry.conductorRight, y));
        // Energy flows to the right.
        QPolygonF head;
        const double right = m_geometry.conductorRight;
        head << QPointF(right + unit(9), y) << QPointF(right, y - unit(5))
             << QPointF(right, y + unit(5));
        m_painter.setBrush(colour);
        m_painter.setPen(Qt::NoPen);
        m_painter.drawPolygon(head);
        m_painter.setPen(colour);
        text({m_geometry.conductorLeft - unit(15), y}, nameOf(index));
    }
    m_painter.setBrush(Qt::NoBrush);
}

void WiringPainter::paintMeter() {
    const bool isNight = isDark(m_palette);
    const QColor body = blend(m_palette.color(QPalette::Window),
                              isNight ? QColor(Qt::white) : QColor(Qt::black), 0.07);
    m_painter.setPen(QPen(faint(), unit(1.2)));
    m_painter.setBrush(body);
    m_painter.drawRoundedRect(m_geometry.meter, unit(7), unit(7));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(m_palette.color(QPalette::WindowText));
    setFont(11.0, true);
    const QPointF low(m_geometry.meter.center().x(), m_geometry.meter.bottom() - unit(13));
    const Settings& settings = m_picture.settings;
    const std::string_view type = systemTypeText(settings.systemType);
    text({low.x() - unit(150), low.y()}, QStringLiteral("S4000-R"));
    setFont(10.5, false);
    m_painter.setPen(faint());
    const QString set =
        translated(QT_TRANSLATE_NOOP("meter::gui::WiringPainter", "set to %1, CT %2 A, PT %3"))
            .arg(QString::fromLatin1(type.data(), static_cast<qsizetype>(type.size())))
            .arg(settings.ctPrimaryA)
            .arg(QLocale().toString(settings.ptRatioHundredths / 100.0));
    m_painter.drawText(QRectF(m_geometry.meter.x() + unit(90), low.y() - unit(10),
                              m_geometry.meter.width() - unit(104), unit(20)),
                       Qt::AlignRight | Qt::AlignVCenter, set);
}

/// In the phases; a neutral has none.
void WiringPainter::paintFuse(std::size_t index, double x, const QColor& colour) {
    const double y = m_geometry.fuseY;
    const bool isGood = m_picture.installation.isFuseGood[index];
    const QColor shown = isGood ? colour : refusalColour(m_palette);
    m_painter.setPen(QPen(shown, unit(1.6)));
    m_painter.setBrush(m_palette.color(QPalette::Window));
    m_painter.drawRoundedRect(QRectF(x - unit(4), y - unit(8), unit(8), unit(16)), unit(2),
                              unit(2));
    if (isGood) {
        m_painter.drawLine(QPointF(x, y - unit(8)), QPointF(x, y + unit(8)));
    } else { // Its wire has melted.
        m_painter.drawLine(QPointF(x, y - unit(8)), QPointF(x, y - unit(3)));
        m_painter.drawLine(QPointF(x, y + unit(3)), QPointF(x, y + unit(8)));
        m_painter.drawLine(QPointF(x - unit(7), y - unit(7)), QPointF(x + unit(7), y + unit(7)));
    }
    m_painter.setBrush(Qt::NoBrush);
}

void WiringPainter::paintPt(double x, const QColor& colour) {
    const double y = m_geometry.ptY;
    m_painter.setPen(QPen(colour, unit(1.6)));
    m_painter.setBrush(m_palette.color(QPalette::Window));
    m_painter.drawEllipse(QPointF(x, y - unit(3.5)), unit(5.5), unit(5.5));
    m_painter.drawEllipse(QPointF(x, y + unit(3.5)), unit(5.5), unit(5.5));
    m_painter.setBrush(Qt::NoBrush);
}

/// One switch for the three phases, above the fuses.
void WiringPainter::paintDisconnect() {
    const double y = m_geometry.disconnectY;
    const bool isClosed = m_picture.installation.isDisconnectClosed;
    const QColor colour = isClosed ? faint() : refusalColour(m_palette);
    const double half = unit(7.0);
    m_painter.setPen(QPen(colour, unit(1.6)));
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        const double x = m_geometry.handleX[index];
        m_painter.fillRect(QRectF(x - unit(4), y - half, unit(8), 2.0 * half),
                           m_palette.color(QPalette::Window));
        m_painter.setBrush(colour);
        m_painter.drawEllipse(QPointF(x, y - half), unit(1.5), unit(1.5));
        m_painter.drawEllipse(QPointF(x, y + half), unit(1.5), unit(1.5));
        m_painter.setBrush(Qt::NoBrush);
        const QPointF tip = isClosed ? QPointF(x, y - half) : QPointF(x + unit(8), y - half);
        m_painter.drawLine(QPointF(x, y + half), tip);
    }
    QPen linkage(colour, unit(1.0));
    linkage.setDashPattern({2.0, 2.0});
    m_painter.setPen(linkage);
    const double shift = isClosed ? 0.0 : unit(4.0);
    m_painter.drawLine(QPointF(m_geometry.handleX[0] - unit(14) + shift, y),
                       QPointF(m_geometry.handleX[2] + shift, y));
}

void WiringPainter::paintMark(const QPointF& at, double radius, std::size_t handle) {
    const bool isHot =
        m_picture.hovered == handle || (m_picture.drag && m_picture.drag->handle == handle);
    if (isHot) {
        QColor glow = m_palette.color(QPalette::Highlight);
        glow.setAlphaF(0.25F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(glow);
        m_painter.drawEllipse(at, unit(radius + 3), unit(radius + 3));
        m_painter.setBrush(Qt::NoBrush);
    }
    if (isWrong(handle) ||
        (isRope(handle) && m_picture.installation.ctReversed[indexOfHandle(handle)] &&
         conductorOf(m_picture.installation, handle) != Conductor::Open)) {
        m_painter.setPen(QPen(refusalColour(m_palette), unit(1.6)));
        m_painter.drawEllipse(at, unit(radius + 3), unit(radius + 3));
    }
    if (m_picture.focused == handle) {
        QPen pen(m_palette.color(QPalette::Highlight), unit(1.6));
        pen.setDashPattern({2.0, 1.5});
        m_painter.setPen(pen);
        m_painter.drawEllipse(at, unit(radius + 5.5), unit(radius + 5.5));
    }
}

void WiringPainter::paintLead(std::size_t handle) {
    const std::size_t index = indexOfHandle(handle);
    const double x = m_geometry.handleX[handle];
    const bool isOpen = conductorOf(m_picture.installation, handle) == Conductor::Open;
    const QColor colour = isOpen ? faint() : colourOf(index);
    const QPointF end = endOf(handle);
    wire({x, m_geometry.terminalY}, end, colour, isOpen);
    if (index < kPhaseCount) {
        paintFuse(index, x, colour);
        if (m_picture.installation.ptRating != 1.0) {
            paintPt(x, colour);
        }
    }
    const double radius = unit(4.5);
    m_painter.setPen(QPen(colour, unit(1.6)));
    m_painter.setBrush(isOpen ? m_palette.color(QPalette::Window) : colour);
    m_painter.drawEllipse(end, radius, radius);
    m_painter.setBrush(Qt::NoBrush);
    paintMark(end, 5.5, handle);
    // The terminal.
    m_painter.setPen(QPen(faint(), unit(1.2)));
    m_painter.setBrush(m_palette.color(QPalette::Base));
    m_painter.drawEllipse(QPointF(x, m_geometry.terminalY + unit(4)), unit(5), unit(5));
    m_painter.setBrush(Qt::NoBrush);
    setFont(11.0, true);
    m_painter.setPen(colourOf(index));
    text({x, m_geometry.terminalY + unit(21)},
         index < kPhaseCount ? QString(QLatin1Char('V') + nameOf(index)) : nameOf(index));
}

void WiringPainter::paintRope(std::size_t handle) {
    const std::size_t index = indexOfHandle(handle);
    const double x = m_geometry.handleX[handle];
    const bool isOpen = conductorOf(m_picture.installation, handle) == Conductor::Open;
    const bool isReversed = m_picture.installation.ctReversed[index];
    const QColor colour = isOpen ? faint() : colourOf(index);
    const QPointF centre = endOf(handle);
    const double halfHeight = m_geometry.rope.height();
    const double apart = unit(5.0);
    for (const double side : {-apart, apart}) {
        wire({x + side, m_geometry.terminalY}, {x + side, centre.y() + halfHeight * 0.72}, colour,
             isOpen);
    }
    QPen pen(colour, unit(3.0));
    if (isOpen) {
        pen.setDashPattern({1.5, 1.5});
    }
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawEllipse(centre, m_geometry.rope.width(), halfHeight);
    // X1 faces the grid: the arrow on the rope points to the load, if it lies the right way.
    const double forward = isReversed ? -1.0 : 1.0;
    QPainterPath arrow;
    const double base = centre.y() - halfHeight - unit(5);
    arrow.moveTo(x - forward * unit(9), base);
    arrow.lineTo(x + forward * unit(5), base);
    m_painter.setPen(QPen(isReversed && !isOpen ? refusalColour(m_palette) : colour, unit(1.8)));
    m_painter.drawPath(arrow);
    QPolygonF head;
    head << QPointF(x + forward * unit(10), base) << QPointF(x + forward * unit(3), base - unit(4))
         << QPointF(x + forward * unit(3), base + unit(4));
    m_painter.setBrush(m_painter.pen().color());
    m_painter.setPen(Qt::NoPen);
    m_painter.drawPolygon(head);
    m_painter.setBrush(Qt::NoBrush);
    paintTurns(index, x, colour);
    paintMark(centre, 14.0, handle);
    // The pair of terminals: white lead X1, dark lead X2.
    setFont(8.0, false);
    for (const double side : {-apart, apart}) {
        m_painter.setPen(faint());
        text({x + side * 3.2, m_geometry.terminalY - unit(5)},
             side < 0.0 ? QStringLiteral("X1") : QStringLiteral("X2"));
        m_painter.setPen(QPen(faint(), unit(1.2)));
        m_painter.setBrush(side < 0.0 ? QColor(Qt::white) : QColor(50, 50, 54));
        m_painter.drawEllipse(QPointF(x + side * 1.1, m_geometry.terminalY + unit(4)), unit(4.5),
                              unit(4.5));
    }
    m_painter.setBrush(Qt::NoBrush);
    setFont(11.0, true);
    m_painter.setPen(colourOf(index));
    text({x, m_geometry.terminalY + unit(21)}, QString(QStringLiteral("CT ") + nameOf(index)));
}

/// The other conductors that a rope goes round, and turns that are not one.
void WiringPainter::paintTurns(std::size_t index, double x, const QColor& colour) {
    const sim::Rope& rope = m_picture.installation.ctLeads[index];
    const Conductor first = rope.conductor();
    if (rope == sim::Rope(first)) {
        return;
    }
    const double halfWidth = m_geometry.rope.width();
    setFont(9.0, true);
    for (std::size_t each = 0; each < rope.turns.size(); ++each) {
        const auto conductor = static_cast<Conductor>(each);
        const int turns = rope.turns[each];
        if (turns == 0 || !sim::isLive(m_picture.installation.service, conductor)) {
            continue;
        }
        const QPointF centre(x, m_geometry.yOf(conductor));
        m_painter.setPen(QPen(colour, unit(3.0)));
        if (conductor != first) {
            m_painter.drawEllipse(centre, halfWidth, m_geometry.rope.height());
        }
        m_painter.setPen(turns < 0 ? refusalColour(m_palette) : colour);
        const QString sign = turns < 0 ? QString(u'\u2212') : QStringLiteral("+");
        text(centre + QPointF(halfWidth + unit(11), -unit(9)),
             sign + QString::number(std::abs(turns)));
    }
}

void WiringPainter::paintCaptions() {
    setFont(10.0, false);
    m_painter.setPen(faint());
    const QLocale locale;
    const double y = m_geometry.openY + unit(20);
    const sim::Installation& installation = m_picture.installation;
    m_painter.drawText(QRectF(m_geometry.handleX[6] + unit(14), y - unit(20), unit(64), unit(40)),
                       Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                       translated(QT_TRANSLATE_NOOP("meter::gui::WiringPainter", "CT %1 A"))
                           .arg(locale.toString(installation.ctRatingA)));
    if (installation.ptRating != 1.0) {
        m_painter.drawText(
            QRectF(m_geometry.handleX[3] + unit(12), m_geometry.ptY - unit(10), unit(60), unit(20)),
            Qt::AlignLeft | Qt::AlignVCenter,
            translated(QT_TRANSLATE_NOOP("meter::gui::WiringPainter", "PT %1:1"))
                .arg(locale.toString(installation.ptRating)));
    }
    m_painter.drawText(
        QRectF(m_geometry.bounds.x(), m_geometry.bounds.y() - unit(1), unit(80), unit(14)),
        Qt::AlignLeft | Qt::AlignVCenter,
        translated(QT_TRANSLATE_NOOP("meter::gui::WiringPainter", "Grid")));
    m_painter.drawText(QRectF(m_geometry.bounds.right() - unit(80), m_geometry.bounds.y() - unit(1),
                              unit(80), unit(14)),
                       Qt::AlignRight | Qt::AlignVCenter,
                       translated(QT_TRANSLATE_NOOP("meter::gui::WiringPainter", "Load")));
}

} // namespace

void paintWiring(QPainter& painter,
                 const WiringGeometry& geometry,
                 const WiringPicture& picture,
                 const QPalette& palette) {
    WiringPainter(painter, geometry, picture, palette).paint();
}

} // namespace meter::gui
