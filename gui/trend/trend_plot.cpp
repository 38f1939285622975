// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trend/trend_plot.hpp"

#include "gui/probe/plot_theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace meter::gui {

namespace {

constexpr double kZoomStep = 0.85;
constexpr double kHeadroom = 0.08;

// After Okabe and Ito, without their yellow and black.
constexpr std::array<QRgb, 6> kOnLight = {0xFF0067A8, 0xFFC8500A, 0xFF008A64,
                                          0xFFA8508A, 0xFFA87800, 0xFF2A93C8};
constexpr std::array<QRgb, 6> kOnDark = {0xFF66BEFF, 0xFFFF9346, 0xFF3FD9A4,
                                         0xFFE79BC8, 0xFFF0B429, 0xFF9AD8F5};

} // namespace

TrendPlot::TrendPlot(QWidget* parent) : QCustomPlot(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::iRangeDrag);
    setNoAntialiasingOnDrag(false);
    axisRect()->setRangeDrag(Qt::Horizontal);
    const QSharedPointer<QCPAxisTickerTime> ticker(new QCPAxisTickerTime);
    ticker->setTimeFormat(QStringLiteral("%h:%m:%s"));
    ticker->setTickCount(3); // Labels are wide and docks narrow.
    xAxis->setTicker(ticker);
    xAxis->setLabel(tr("Meter time"));
    xAxis->setLabelPadding(1);
    m_axes = {yAxis};
    connect(this, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        if (event->buttons().testFlag(Qt::LeftButton)) {
            m_isFollowing = false;
        }
    });
    applyColours();
    fitTime(0.0);
}

QColor TrendPlot::colourOf(std::size_t series) const {
    const auto& colours = plotTheme(palette()).isDark ? kOnDark : kOnLight;
    return QColor::fromRgb(colours.at(series % colours.size()));
}

QCPAxis* TrendPlot::axisOf(const QString& unit) {
    qsizetype index = m_units.indexOf(unit);
    if (index < 0) {
        index = m_units.size();
        m_units << unit;
    }
    if (index >= m_axes.size()) {
        const bool isLeft = index % 2 == 0;
        m_axes << axisRect()->addAxis(isLeft ? QCPAxis::atLeft : QCPAxis::atRight);
        m_axes.last()->setLayer(QStringLiteral("axes"));
        m_axes.last()->grid()->setVisible(false); // One grid is enough.
        applyColours();
    }
    m_axes[index]->setVisible(true);
    m_axes[index]->setLabel(unit);
    m_axes[index]->setLabelPadding(1);
    return m_axes[index];
}

void TrendPlot::setSeries(const std::vector<TrendSeries>& series) {
    clearGraphs();
    m_units.clear();
    for (QCPAxis* axis : m_axes) {
        axis->setVisible(axis == yAxis);
        axis->setLabel(QString());
    }
    double present = 0.0;
    for (std::size_t index = 0; index < series.size(); ++index) {
        const TrendSeries& each = series[index];
        QCPGraph* graph = addGraph(xAxis, axisOf(each.unit));
        graph->setName(QString::fromStdString(each.name));
        graph->setPen(QPen(colourOf(index), 1.6));
        QVector<QCPGraphData> curve;
        curve.reserve(static_cast<qsizetype>(each.points.size()));
        for (const TrendPoint& point : each.points) {
            const double gap = std::numeric_limits<double>::quiet_NaN();
            curve.append(
                QCPGraphData(static_cast<double>(point.second), point.value.value_or(gap)));
        }
        graph->data()->set(curve, true);
        if (!each.points.empty()) {
            present = std::max(present, static_cast<double>(each.points.back().second));
        }
    }
    for (QCPAxis* axis : m_axes) {
        axis->rescale();
        const QCPRange range = axis->range();
        const double room = std::max(range.size() * kHeadroom, 1e-3 * std::abs(range.center()));
        const double least = room > 0.0 ? room : 1.0;
        axis->setRange(range.lower - least, range.upper + least);
    }
    fitTime(present);
    replot(QCustomPlot::rpQueuedReplot);
}

void TrendPlot::setSpan(double seconds) {
    m_spanS = seconds;
    followPresent();
}

void TrendPlot::followPresent() {
    m_isFollowing = true;
    fitTime(m_present);
    replot(QCustomPlot::rpQueuedReplot);
}

void TrendPlot::fitTime(double present) {
    m_present = present;
    if (m_isFollowing) {
        // Time before the start does not exist: a young trend begins at the left.
        const double end = std::max(present, m_spanS);
        xAxis->setRange(end - m_spanS, end);
    }
}

void TrendPlot::mouseDoubleClickEvent(QMouseEvent* event) {
    followPresent();
    event->accept();
}

void TrendPlot::wheelEvent(QWheelEvent* event) {
    m_isFollowing = false;
    const double turns = event->angleDelta().y() / 120.0;
    xAxis->scaleRange(std::pow(kZoomStep, turns), xAxis->pixelToCoord(event->position().x()));
    replot(QCustomPlot::rpQueuedReplot);
    event->accept();
}

void TrendPlot::applyColours() {
    applyTheme(plotTheme(palette()), *this);
}

void TrendPlot::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_axes.isEmpty()) {
        applyColours();
        for (int index = 0; index < graphCount(); ++index) {
            graph(index)->setPen(QPen(colourOf(static_cast<std::size_t>(index)), 1.6));
        }
        replot(QCustomPlot::rpQueuedReplot);
    }
}

} // namespace meter::gui
