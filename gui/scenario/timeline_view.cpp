// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scenario/timeline_view.hpp"

#include "gui/docks/dock_style.hpp"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::gui {

namespace {

constexpr double kAxisHeight = 22.0;
constexpr double kExpectationHeight = 16.0;
constexpr double kLaneHeight = 22.0;
constexpr double kLaneGap = 3.0;
constexpr double kBarWidthMin = 4.0;
constexpr double kLabelRoom = 170.0; ///< A short entry's text stands beside it.
constexpr double kEndRoom = 24.0;    ///< Beside a scenario that is shown whole.
constexpr double kNowShare = 0.75;
constexpr double kDragMin = 4.0;
constexpr double kReach = 6.0; ///< How near the pointer has to be.
constexpr double kZoomStep = 1.25;

using State = sim::ExpectationStanding::State;

} // namespace

TimelineView::TimelineView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TimelineView::show(const std::shared_ptr<const sim::live::LiveRunView>& liveRun,
                        SampleTime now) {
    if (m_liveRun == liveRun && m_now == now) {
        return;
    }
    m_liveRun = liveRun;
    m_now = now;
    follow();
    update();
}

void TimelineView::setScale(const TimelineScale& scale) {
    m_scale = scale;
    m_scale.beginS = std::max(m_scale.beginS, -40.0 / m_scale.pixelsPerS);
    update();
}

void TimelineView::zoom(double factor) {
    setScale(m_scale.zoomed(factor, m_scale.xOf(nowS())));
    follow();
}

void TimelineView::fitAll() {
    if (!m_liveRun || width() <= 0) {
        return;
    }
    double endS = nowS();
    for (const sim::TimelineEntry& entry : m_liveRun->scenario->timeline) {
        endS = std::max(endS, sim::secondsOf(entry.at + entry.forDuration.value_or(0)));
    }
    for (const sim::ExpectationStanding& one : m_liveRun->standings) {
        endS = std::max(endS, sim::secondsOf(one.to));
    }
    setFollowing(false);
    const double pixelsPerS = (width() - 2.0 * kEndRoom) / std::max(endS, 1.0);
    setScale({.beginS = -kEndRoom / pixelsPerS, .pixelsPerS = pixelsPerS});
}

void TimelineView::setFollowing(bool isFollowing) {
    if (m_isFollowing == isFollowing) {
        return;
    }
    m_isFollowing = isFollowing;
    follow();
    update();
    Q_EMIT followingChanged(isFollowing);
}

QSize TimelineView::sizeHint() const {
    return {480, 170};
}

QSize TimelineView::minimumSizeHint() const {
    return {200, 96};
}

double TimelineView::nowS() const {
    return sim::secondsOf(m_now);
}

void TimelineView::follow() {
    if (m_isFollowing) {
        const double room = kNowShare * width() / m_scale.pixelsPerS;
        m_scale.beginS = std::max(-10.0 / m_scale.pixelsPerS, nowS() - room);
    }
}

QColor TimelineView::colourOf(BarKind kind) const {
    // In the order of BarKind; alike in lightness, apart for those who see few colours.
    static constexpr std::array<QRgb, 7> kLight = {0xFF2F6FB0, 0xFF1E8F8A, 0xFFC2571A, 0xFF7A5BB5,
                                                   0xFF9A5A86, 0xFFB08900, 0xFF6B7280};
    static constexpr std::array<QRgb, 7> kDark = {0xFF7FB4EA, 0xFF62CFC6, 0xFFF2A06B, 0xFFB9A0F0,
                                                  0xFFE0A3CC, 0xFFE5C558, 0xFFA5ADBA};
    const auto index = static_cast<std::size_t>(kind);
    return QColor(isDark(palette()) ? kDark[index] : kLight[index]);
}

QRectF TimelineView::rectOf(const TimelineBar& bar) const {
    const double x = m_scale.xOf(bar.beginS);
    const double end = std::max(m_scale.xOf(bar.endS), x + kBarWidthMin);
    const double y =
        kAxisHeight + kExpectationHeight + kLaneGap + bar.lane * (kLaneHeight + kLaneGap);
    return {x, y, end - x, kLaneHeight};
}

void TimelineView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    if (!m_liveRun) {
        return;
    }
    const double marginS = kLabelRoom / m_scale.pixelsPerS;
    m_bars = timelineBars(m_liveRun->scenario->timeline, m_scale.beginS - marginS,
                          m_scale.secondsAt(width()), marginS);
    // The past is a shade darker; before what is kept nothing can be gone back to.
    const double nowX = m_scale.xOf(nowS());
    QColor past = palette().color(QPalette::Text);
    past.setAlphaF(0.06F);
    const double keptX = std::max(0.0, m_scale.xOf(sim::secondsOf(m_liveRun->oldest)));
    painter.fillRect(QRectF(keptX, 0.0, std::max(0.0, nowX - keptX), height()), past);
    paintAxis(painter);
    paintBars(painter);
    paintExpectations(painter);
    paintBookmarks(painter);
    paintNow(painter);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TimelineView::paintAxis(QPainter& painter) const {
    const double tickS = m_scale.tickS();
    const QColor text = palette().color(QPalette::PlaceholderText);
    QColor line = text;
    line.setAlphaF(0.25F);
    const double last = m_scale.secondsAt(width());
    for (double mark = std::ceil(std::max(0.0, m_scale.beginS) / tickS); mark * tickS <= last;
         mark += 1.0) {
        const double x = m_scale.xOf(mark * tickS);
        painter.setPen(line);
        painter.drawLine(QPointF(x, kAxisHeight), QPointF(x, height()));
        painter.setPen(text);
        painter.drawText(QRectF(x + 3.0, 0.0, 90.0, kAxisHeight), Qt::AlignVCenter,
                         QString::fromStdString(clockText(mark * tickS, tickS)));
    }
    painter.setPen(line);
    painter.drawLine(QPointF(0.0, kAxisHeight), QPointF(width(), kAxisHeight));
}

void TimelineView::paintBars(QPainter& painter) const {
    for (std::size_t index = 0; index < m_bars.size(); ++index) {
        const TimelineBar& bar = m_bars[index];
        const QRectF place = rectOf(bar);
        QColor colour = colourOf(bar.kind);
        const bool isOver = bar.endS < nowS();
        QColor fill = colour;
        fill.setAlphaF(isOver ? 0.16F : 0.34F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        if (bar.kind == BarKind::Ramp) {
            const QPointF ramp[] = {place.bottomLeft(), place.topRight(), place.bottomRight()};
            painter.drawPolygon(ramp, 3);
        } else {
            painter.drawRoundedRect(place, 3.0, 3.0);
        }
        painter.fillRect(QRectF(place.left(), place.top(), 3.0, place.height()), colour);
        painter.setPen(palette().color(isOver ? QPalette::PlaceholderText : QPalette::Text));
        const double left = std::max(place.left(), 0.0) + 7.0; // In view while its bar is.
        const double right = std::max(place.right(), freeUntil(index)) - 1.0;
        const QRectF room(left, place.top(), std::max(right - left, 0.0), place.height());
        painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(QString::fromStdString(bar.text),
                                                          Qt::ElideRight,
                                                          static_cast<int>(room.width())));
    }
}

/// Where the next bar of its lane begins.
double TimelineView::freeUntil(std::size_t bar) const {
    double end = width();
    for (const TimelineBar& other : m_bars) {
        if (other.lane == m_bars[bar].lane && other.beginS > m_bars[bar].beginS) {
            end = std::min(end, m_scale.xOf(other.beginS));
        }
    }
    return end;
}

void TimelineView::paintExpectations(QPainter& painter) const {
    const double y = kAxisHeight + kExpectationHeight / 2.0;
    for (const sim::ExpectationStanding& one : m_liveRun->standings) {
        const QColor colour = one.state == State::Held     ? successColour(palette())
                              : one.state == State::Failed ? refusalColour(palette())
                                                           : palette().color(QPalette::Mid);
        const double from = m_scale.xOf(sim::secondsOf(one.from));
        const double to = m_scale.xOf(sim::secondsOf(one.to));
        painter.setPen(QPen(colour, 3.0, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(colour);
        if (to - from > kReach) {
            painter.drawLine(QPointF(from, y), QPointF(to, y));
        }
        painter.setPen(Qt::NoPen);
        const QPointF diamond[] = {{to, y - 5.0}, {to + 5.0, y}, {to, y + 5.0}, {to - 5.0, y}};
        painter.drawPolygon(diamond, 4);
    }
}

void TimelineView::paintBookmarks(QPainter& painter) const {
    const QColor colour = palette().color(QPalette::Highlight);
    for (const sim::live::Bookmark& one : m_liveRun->bookmarks) {
        const double x = m_scale.xOf(sim::secondsOf(one.at));
        painter.setPen(QPen(colour, 1.0, Qt::DashLine));
        painter.drawLine(QPointF(x, 3.0), QPointF(x, height()));
        const QPointF flag[] = {{x, 3.0}, {x + 11.0, 7.5}, {x, 12.0}};
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(flag, 3);
    }
}

void TimelineView::paintNow(QPainter& painter) const {
    const double x = m_scale.xOf(nowS());
    const QColor colour = palette().color(QPalette::Text);
    painter.setPen(QPen(colour, 1.5));
    painter.drawLine(QPointF(x, 0.0), QPointF(x, height()));
    const QString text = QString::fromStdString(clockText(nowS(), m_scale.tickS() / 5.0));
    const double room = painter.fontMetrics().horizontalAdvance(text) + 10.0;
    const QRectF plate(std::clamp(x - room / 2.0, 0.0, std::max(0.0, width() - room)),
                       height() - 18.0, room, 17.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(plate, 4.0, 4.0);
    painter.setPen(palette().color(QPalette::Base));
    painter.drawText(plate, Qt::AlignCenter, text);
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    if (turns != 0.0) {
        const double x = m_isFollowing ? m_scale.xOf(nowS()) : event->position().x();
        setScale(m_scale.zoomed(std::pow(kZoomStep, turns), x));
        follow();
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_pressX = event->position().x();
        m_pressBeginS = m_scale.beginS;
        m_isDragging = false;
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) == 0) {
        setCursor(m_scale.secondsAt(event->position().x()) < nowS() ? Qt::PointingHandCursor
                                                                    : Qt::ArrowCursor);
        return;
    }
    const double moved = event->position().x() - m_pressX;
    m_isDragging = m_isDragging || std::abs(moved) > kDragMin;
    if (m_isDragging) {
        setFollowing(false);
        setScale({.beginS = m_pressBeginS - moved / m_scale.pixelsPerS,
                  .pixelsPerS = m_scale.pixelsPerS});
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_isDragging) {
        m_isDragging = false;
        return;
    }
    const double seconds = std::max(0.0, m_scale.secondsAt(event->position().x()));
    // To the whole second where seconds are narrow, since nobody can aim better.
    const double aimedS = m_scale.pixelsPerS < 40.0 ? std::round(seconds) : seconds;
    if (aimedS < nowS()) {
        Q_EMIT momentAsked(static_cast<qint64>(sim::samplesOf(aimedS)));
    }
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Plus:
        zoom(kZoomStep);
        break;
    case Qt::Key_Minus:
        zoom(1.0 / kZoomStep);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        setFollowing(false);
        const double shift = (event->key() == Qt::Key_Left ? -40.0 : 40.0) / m_scale.pixelsPerS;
        setScale({.beginS = m_scale.beginS + shift, .pixelsPerS = m_scale.pixelsPerS});
        break;
    }
    case Qt::Key_Home:
        setFollowing(true);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

QString TimelineView::toolTipAt(const QPointF& place) const {
    if (!m_liveRun) {
        return {};
    }
    const auto isNear = [&](SampleTime at) {
        return std::abs(m_scale.xOf(sim::secondsOf(at)) - place.x()) < kReach;
    };
    if (place.y() < kAxisHeight + kExpectationHeight) {
        for (const sim::live::Bookmark& one : m_liveRun->bookmarks) {
            if (place.y() < kAxisHeight && isNear(one.at)) {
                return tr("Bookmark “%1”").arg(QString::fromStdString(one.name));
            }
        }
        for (const sim::ExpectationStanding& one : m_liveRun->standings) {
            if (place.y() >= kAxisHeight && isNear(one.to)) {
                const QString seen = QString::fromStdString(one.seen);
                return QString::fromStdString(one.text) +
                       (seen.isEmpty() ? QString()
                                       : QStringLiteral("\n") + tr("Seen: %1").arg(seen));
            }
        }
    }
    for (const TimelineBar& bar : m_bars) {
        if (rectOf(bar).adjusted(-2, -2, 2, 2).contains(place)) {
            return QString::fromStdString(clockText(bar.beginS, 0.1)) + QStringLiteral("  ") +
                   QString::fromStdString(bar.text);
        }
    }
    return {};
}

bool TimelineView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const QString text = toolTipAt(QPointF(help->pos()));
        if (text.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), text, this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace meter::gui
