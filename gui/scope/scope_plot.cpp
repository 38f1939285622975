// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scope/scope_plot.hpp"

#include "gui/probe/plot_theme.hpp"

#include <algorithm>
#include <cmath>

namespace meter::gui {

namespace {

constexpr double kMs = 1000.0;
constexpr double kGripPixels = 6.0;
constexpr double kHeadroom = 1.15;    ///< Above the peak.
constexpr double kShrinkBelow = 0.75; ///< Of the peak that the range was made for.
constexpr double kPeakMin = 1e-3;
constexpr double kZoomStep = 0.85;

void showAcross(QCPItemStraightLine& line, double timeMs) {
    line.point1->setCoords(timeMs, 0.0);
    line.point2->setCoords(timeMs, 1.0);
}

} // namespace

ScopePlot::ScopePlot(QWidget* parent) : QCustomPlot(parent), m_margins(new QCPMarginGroup(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setInteractions(QCP::iRangeDrag);
    setNoAntialiasingOnDrag(false);
    // Waves change many times a second, axes and their labels seldom: they are kept as painted.
    layer(QStringLiteral("main"))->setMode(QCPLayer::lmBuffered);
    setPlottingHint(QCP::phFastPolylines);
    plotLayout()->clear();
    plotLayout()->setRowSpacing(2);
    makePane(m_panes[0], tr("V"));
    makePane(m_panes[1], tr("A"));
    m_panes[1].time->setLabel(tr("Time from the trigger / ms"));
    // Dragging in one pane moves both.
    for (std::size_t pane = 0; pane < m_panes.size(); ++pane) {
        QCPAxis* other = m_panes.at(1 - pane).time;
        connect(m_panes.at(pane).time, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), other,
                qOverload<const QCPRange&>(&QCPAxis::setRange));
    }
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        const Pane& pane = paneOf(wave);
        m_graphs.at(wave) = addGraph(pane.time, pane.value);
        m_graphs.at(wave)->setName(waveName(wave));
    }
    for (std::size_t cursor = 0; cursor < kCursorCount; ++cursor) {
        auto* name = new QCPItemText(this);
        name->setText(QString::number(cursor + 1));
        name->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
        name->setPadding(QMargins(3, 0, 3, 0));
        m_cursorNames.at(cursor) = name;
    }
    applyColours();
    arrangePanes();
    setSpan(m_spanS);
    placeItems();
}

void ScopePlot::makePane(Pane& pane, const QString& label) {
    pane.rectangle = new QCPAxisRect(this);
    plotLayout()->addElement(plotLayout()->rowCount(), 0, pane.rectangle);
    pane.rectangle->setMarginGroup(QCP::msLeft | QCP::msRight, m_margins);
    pane.rectangle->setMinimumMargins(QMargins(4, 6, 8, 2));
    pane.rectangle->setRangeDrag(Qt::Horizontal);
    pane.time = pane.rectangle->axis(QCPAxis::atBottom);
    pane.value = pane.rectangle->axis(QCPAxis::atLeft);
    pane.value->setLabel(label);
    pane.value->setLabelPadding(2);
    pane.value->ticker()->setTickStepStrategy(QCPAxisTicker::tssReadability);
    for (QCPAxis* axis : pane.rectangle->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
    }
    const auto line = [&] {
        auto* item = new QCPItemStraightLine(this);
        item->setClipAxisRect(pane.rectangle);
        for (QCPItemPosition* position : item->positions()) {
            position->setAxes(pane.time, pane.value);
        }
        return item;
    };
    pane.zero = line();
    pane.level = line();
    for (QCPItemStraightLine*& cursor : pane.cursors) {
        cursor = line();
    }
}

void ScopePlot::applyColours() {
    const PlotTheme theme = plotTheme(palette());
    applyTheme(theme, *this);
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        m_graphs.at(wave)->setPen(QPen(phaseColour(phaseOf(wave), theme.isDark), 1.3));
    }
    for (Pane& pane : m_panes) {
        pane.zero->setPen(QPen(theme.axis, 1, Qt::DotLine));
        pane.level->setPen(QPen(theme.accent, 1, Qt::DotLine));
        for (QCPItemStraightLine* cursor : pane.cursors) {
            cursor->setPen(QPen(theme.accent, 1.4));
        }
    }
    for (QCPItemText* name : m_cursorNames) {
        name->setColor(theme.background);
        name->setBrush(theme.accent);
    }
}

void ScopePlot::showSweep(const Sweep& sweep) {
    m_sweep = sweep;
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        const std::vector<double>& values = sweep.points.at(wave);
        QVector<QCPGraphData> curve;
        curve.reserve(static_cast<qsizetype>(values.size()));
        for (std::size_t point = 0; point < values.size(); ++point) {
            const double time = sweep.firstS + static_cast<double>(point) * sweep.stepS;
            curve.append(QCPGraphData(time * kMs, values[point]));
        }
        m_graphs.at(wave)->data()->set(curve, true);
    }
    bool isRangeNew = false;
    for (Pane& pane : m_panes) {
        isRangeNew = fitValues(pane, false) || isRangeNew;
    }
    if (isRangeNew) {
        replot(QCustomPlot::rpQueuedReplot);
    } else {
        layer(QStringLiteral("main"))->replot();
    }
    if (m_areCursorsShown) {
        Q_EMIT cursorsMoved(); // Their values are others now.
    }
}

void ScopePlot::setSpan(double spanS) {
    m_spanS = spanS;
    m_panes[0].time->setRange(-kPreTriggerShare * spanS * kMs,
                              (1.0 - kPreTriggerShare) * spanS * kMs);
    replot(QCustomPlot::rpQueuedReplot);
}

void ScopePlot::setWaveShown(std::size_t wave, bool isShown) {
    m_graphs.at(wave)->setVisible(isShown);
    arrangePanes();
    fitValues(paneOf(wave), true);
    replot(QCustomPlot::rpQueuedReplot);
}

bool ScopePlot::isWaveShown(std::size_t wave) const {
    return m_graphs.at(wave)->visible();
}

void ScopePlot::setTrigger(std::size_t wave, double level) {
    m_triggerWave = wave;
    m_level = level;
    placeItems();
    replot(QCustomPlot::rpQueuedReplot);
}

void ScopePlot::setCursorsShown(bool areShown) {
    m_areCursorsShown = areShown;
    placeItems();
    replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT cursorsMoved();
}

void ScopePlot::placeCursor(std::size_t cursor, double timeS) {
    m_activeCursor = cursor;
    m_cursorsS.at(cursor) = timeS;
    placeItems();
    replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT cursorsMoved();
}

void ScopePlot::autoscale() {
    setSpan(m_spanS);
    for (Pane& pane : m_panes) {
        fitValues(pane, true);
    }
}

QCPRange ScopePlot::valueRange(bool ofCurrents) const {
    return m_panes.at(ofCurrents ? 1 : 0).value->range();
}

QCPRange ScopePlot::timeRangeMs() const {
    return m_panes[0].time->range();
}

/// A pane without waves leaves its room to the other one.
void ScopePlot::arrangePanes() {
    for (std::size_t index = 0; index < m_panes.size(); ++index) {
        Pane& pane = m_panes.at(index);
        const auto first = m_graphs.begin() + static_cast<std::ptrdiff_t>(index * kPhaseCount);
        const bool isUsed = std::any_of(first, first + kPhaseCount,
                                        [](const QCPGraph* graph) { return graph->visible(); });
        const bool isOther = std::any_of(m_graphs.begin(), m_graphs.end(),
                                         [](const QCPGraph* graph) { return graph->visible(); });
        const bool isShown = isUsed || (!isOther && index == 0);
        pane.rectangle->setVisible(isShown);
        plotLayout()->setRowStretchFactor(static_cast<int>(index), isShown ? 1.0 : 0.001);
        pane.rectangle->setMinimumSize(isShown ? QSize(50, 50) : QSize(0, 0));
        pane.rectangle->setMaximumSize(QWIDGETSIZE_MAX, isShown ? QWIDGETSIZE_MAX : 1);
        for (QCPAxis* axis : pane.rectangle->axes()) {
            axis->grid()->setVisible(isShown);
        }
        pane.value->setVisible(isShown);
        pane.time->setVisible(isShown);
    }
    fitTicks();
    const bool hasCurrents = m_panes[1].rectangle->visible();
    const bool hasVoltages = m_panes[0].rectangle->visible();
    m_panes[0].time->setTickLabels(!hasCurrents);
    m_panes[0].time->setLabel(hasCurrents ? QString() : tr("Time from the trigger / ms"));
    m_panes[1].time->setTickLabels(true);
    Pane& top = m_panes.at(hasVoltages ? 0 : 1);
    for (QCPItemText* name : m_cursorNames) {
        name->setClipToAxisRect(false);
        name->position->setTypeX(QCPItemPosition::ptPlotCoords);
        name->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        name->position->setAxes(top.time, top.value);
        name->position->setAxisRect(top.rectangle);
    }
    placeItems();
}

bool ScopePlot::fitValues(Pane& pane, bool isAtOnce) {
    const auto index = static_cast<std::size_t>(&pane - m_panes.data());
    double peak = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const std::size_t wave = index * kPhaseCount + phase;
        if (!isWaveShown(wave)) {
            continue;
        }
        for (const double value : m_sweep.points.at(wave)) {
            peak = std::max(peak, std::abs(value));
        }
    }
    peak = std::max(peak, kPeakMin);
    const bool isOut = peak > pane.peak * kHeadroom || peak < pane.peak * kShrinkBelow;
    if (isAtOnce || isOut) {
        pane.peak = peak;
        pane.value->setRange(-kHeadroom * peak, kHeadroom * peak);
    }
    return isAtOnce || isOut;
}

void ScopePlot::placeItems() {
    for (std::size_t index = 0; index < m_panes.size(); ++index) {
        Pane& pane = m_panes.at(index);
        const bool isShown = pane.rectangle->visible();
        showAcross(*pane.zero, 0.0);
        pane.zero->setVisible(isShown);
        pane.level->point1->setCoords(0.0, m_level);
        pane.level->point2->setCoords(1.0, m_level);
        pane.level->setVisible(isShown && index == (isCurrent(m_triggerWave) ? 1U : 0U));
        for (std::size_t cursor = 0; cursor < kCursorCount; ++cursor) {
            showAcross(*pane.cursors.at(cursor), m_cursorsS.at(cursor) * kMs);
            pane.cursors.at(cursor)->setVisible(isShown && m_areCursorsShown);
        }
    }
    for (std::size_t cursor = 0; cursor < kCursorCount; ++cursor) {
        if (m_cursorNames.at(cursor) == nullptr) {
            continue; // Not made yet.
        }
        m_cursorNames.at(cursor)->position->setCoords(m_cursorsS.at(cursor) * kMs, 0.0);
        m_cursorNames.at(cursor)->setVisible(m_areCursorsShown);
    }
}

ScopePlot::Pane& ScopePlot::paneOf(std::size_t wave) {
    return m_panes.at(isCurrent(wave) ? 1 : 0);
}

ScopePlot::Grip ScopePlot::gripAt(const QPointF& position) const {
    for (std::size_t cursor = 0; m_areCursorsShown && cursor < kCursorCount; ++cursor) {
        const double x = m_panes[0].time->coordToPixel(m_cursorsS.at(cursor) * kMs);
        if (std::abs(position.x() - x) <= kGripPixels) {
            return cursor == 0 ? Grip::FirstCursor : Grip::SecondCursor;
        }
    }
    const Pane& pane = m_panes.at(isCurrent(m_triggerWave) ? 1 : 0);
    const bool isNearLevel =
        std::abs(position.y() - pane.value->coordToPixel(m_level)) <= kGripPixels;
    // Only near its left end: elsewhere, dragging moves the picture.
    const bool isAtEnd = std::abs(position.x() - pane.rectangle->left()) <= 4.0 * kGripPixels;
    return pane.rectangle->visible() && isNearLevel && isAtEnd ? Grip::Level : Grip::None;
}

void ScopePlot::mousePressEvent(QMouseEvent* event) {
    m_grip = event->button() == Qt::LeftButton ? gripAt(event->position()) : Grip::None;
    if (m_grip == Grip::None) {
        QCustomPlot::mousePressEvent(event);
        return;
    }
    if (m_grip != Grip::Level) {
        m_activeCursor = m_grip == Grip::FirstCursor ? 0 : 1;
    }
}

void ScopePlot::mouseMoveEvent(QMouseEvent* event) {
    if (m_grip == Grip::None) {
        const Grip under = gripAt(event->position());
        setCursor(under == Grip::Level  ? Qt::SizeVerCursor
                  : under == Grip::None ? Qt::ArrowCursor
                                        : Qt::SizeHorCursor);
        QCustomPlot::mouseMoveEvent(event);
        return;
    }
    if (m_grip == Grip::Level) {
        Q_EMIT levelDragged(paneOf(m_triggerWave).value->pixelToCoord(event->position().y()));
        return;
    }
    placeCursor(m_grip == Grip::FirstCursor ? 0 : 1,
                m_panes[0].time->pixelToCoord(event->position().x()) / kMs);
}

void ScopePlot::mouseReleaseEvent(QMouseEvent* event) {
    if (m_grip == Grip::None) {
        QCustomPlot::mouseReleaseEvent(event);
    }
    m_grip = Grip::None;
}

void ScopePlot::mouseDoubleClickEvent(QMouseEvent* event) {
    autoscale();
    event->accept();
}

void ScopePlot::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    const double factor = std::pow(kZoomStep, turns);
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const bool isBelow =
            m_panes[1].rectangle->visible() && event->position().y() >= m_panes[1].rectangle->top();
        m_panes.at(isBelow ? 1 : 0).value->scaleRange(factor, 0.0);
    } else {
        m_panes[0].time->scaleRange(factor, m_panes[0].time->pixelToCoord(event->position().x()));
    }
    replot(QCustomPlot::rpQueuedReplot);
    event->accept();
}

void ScopePlot::moveCursorBy(double pixels) {
    const QCPAxis& time = *m_panes[0].time;
    const double x = time.coordToPixel(m_cursorsS.at(m_activeCursor) * kMs) + pixels;
    placeCursor(m_activeCursor, time.pixelToCoord(x) / kMs);
}

void ScopePlot::keyPressEvent(QKeyEvent* event) {
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10.0 : 1.0;
    const int key = event->key();
    if (m_areCursorsShown && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        moveCursorBy(key == Qt::Key_Left ? -step : step);
    } else if (m_areCursorsShown && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        placeCursor(1 - m_activeCursor, m_cursorsS.at(1 - m_activeCursor));
    } else if (key == Qt::Key_Space) {
        Q_EMIT freezeToggled();
    } else if (key == Qt::Key_A) {
        autoscale();
    } else if (key == Qt::Key_Plus || key == Qt::Key_Minus) {
        m_panes[0].time->scaleRange(key == Qt::Key_Plus ? kZoomStep : 1.0 / kZoomStep);
        replot(QCustomPlot::rpQueuedReplot);
    } else if (key >= Qt::Key_1 && key < Qt::Key_1 + static_cast<int>(kWaveCount)) {
        Q_EMIT waveToggled(static_cast<std::size_t>(key - Qt::Key_1));
    } else {
        QCustomPlot::keyPressEvent(event);
    }
}

void ScopePlot::resizeEvent(QResizeEvent* event) {
    QCustomPlot::resizeEvent(event);
    fitTicks();
}

/// As many marks as there is room for their labels.
void ScopePlot::fitTicks() {
    const int line = QFontMetrics(font()).height();
    for (Pane& pane : m_panes) {
        if (pane.value != nullptr) {
            const int room = pane.rectangle->height() / (2 * line);
            pane.value->ticker()->setTickCount(std::clamp(room, 2, 7));
        }
    }
}

void ScopePlot::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_graphs[0] != nullptr) {
        applyColours();
        replot(QCustomPlot::rpQueuedReplot);
    }
}

} // namespace meter::gui
