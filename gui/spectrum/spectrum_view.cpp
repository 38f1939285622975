// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/spectrum/spectrum_view.hpp"

#include "gui/probe/plot_theme.hpp"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meter::gui {

namespace {

constexpr std::array kScales = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0};
constexpr int kScaleLines = 5;
constexpr double kGroupShare = 0.88; ///< Of an order's width.

} // namespace

SpectrumView::SpectrumView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SpectrumView::setSpectrum(const Spectrum& spectrum) {
    m_spectrum = spectrum;
    double largest = 0.0;
    for (const WaveSpectrum& phase : spectrum.phases) {
        for (int order = m_first; order <= m_last; ++order) {
            const auto index = static_cast<std::size_t>(order);
            largest = std::max(
                {largest, phase.seen.at(index).value_or(0.0), phase.real.at(index).value_or(0.0)});
        }
    }
    const auto scale = std::ranges::lower_bound(kScales, largest);
    m_fullScale = scale == kScales.end() ? largest : *scale;
    update();
}

void SpectrumView::setOrders(int first, int last) {
    m_first = first;
    m_last = last;
    setSpectrum(m_spectrum);
}

void SpectrumView::setChosenOrder(int order) {
    const int chosen = order == 0 ? 0 : std::clamp(order, m_first, m_last);
    if (chosen != m_chosen) {
        m_chosen = chosen;
        update();
        Q_EMIT orderChosen(chosen);
    }
}

QRectF SpectrumView::plotArea() const {
    const double line = fontMetrics().height();
    const double left = fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 10.0;
    return {left, 8.0, width() - left - 8.0, height() - line - 16.0};
}

QRectF SpectrumView::barOf(int order, std::size_t phase, double level) const {
    const QRectF area = plotArea();
    const double slot = area.width() / (m_last - m_first + 1);
    const double bar = slot * kGroupShare / static_cast<double>(kPhaseCount);
    const double x = area.left() + slot * (order - m_first) + slot * (1.0 - kGroupShare) / 2.0 +
                     bar * static_cast<double>(phase);
    const double tall = area.height() * std::min(level / m_fullScale, 1.0);
    return {x, area.bottom() - tall, bar, tall};
}

int SpectrumView::orderAt(double x) const {
    const QRectF area = plotArea();
    if (x < area.left() || x >= area.right()) {
        return 0;
    }
    const double slot = area.width() / (m_last - m_first + 1);
    return m_first + static_cast<int>((x - area.left()) / slot);
}

void SpectrumView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), plotTheme(palette()).background);
    paintScale(painter);
    paintBars(painter);
}

void SpectrumView::paintScale(QPainter& painter) const {
    const PlotTheme theme = plotTheme(palette());
    const QRectF area = plotArea();
    const QLocale locale;
    const double line = fontMetrics().height();
    for (int step = 0; step <= kScaleLines; ++step) {
        const double share = static_cast<double>(step) / kScaleLines;
        const double y = std::round(area.bottom() - share * area.height()) + 0.5;
        painter.setPen(QPen(step == 0 ? theme.axis : theme.grid, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const double percent = 100.0 * share * m_fullScale;
        painter.setPen(theme.faintText);
        painter.drawText(QRectF(0.0, y - line / 2.0, area.left() - 5.0, line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         locale.toString(percent, 'g', 3) + QStringLiteral(" %"));
    }
    const double slot = area.width() / (m_last - m_first + 1);
    const int every = slot < fontMetrics().horizontalAdvance(QStringLiteral("00")) + 4 ? 2 : 1;
    for (int order = m_first; order <= m_last; ++order) {
        if (every == 2 && order % 2 == 0) {
            continue;
        }
        const QRectF box(area.left() + slot * (order - m_first) - slot, area.bottom() + 2.0,
                         3.0 * slot, line);
        painter.drawText(box, Qt::AlignCenter, QString::number(order));
    }
}

void SpectrumView::paintBars(QPainter& painter) const {
    const PlotTheme theme = plotTheme(palette());
    const QRectF area = plotArea();
    for (int order = m_first; order <= m_last; ++order) {
        const auto index = static_cast<std::size_t>(order);
        const double slot = area.width() / (m_last - m_first + 1);
        const QRectF column(area.left() + slot * (order - m_first), area.top(), slot,
                            area.height());
        if (m_spectrum.frequencyHz > 0.0 && !m_spectrum.phases[0].seen.at(index)) {
            painter.fillRect(column, QBrush(theme.grid, Qt::BDiagPattern)); // Beyond sampling.
        }
        if (order == m_chosen) {
            QColor light = theme.accent;
            light.setAlphaF(0.18F);
            painter.fillRect(column, light);
        }
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            const WaveSpectrum& spectrum = m_spectrum.phases.at(phase);
            const QColor colour = phaseColour(phase, theme.isDark);
            if (spectrum.seen.at(index)) {
                QColor fill = colour;
                fill.setAlphaF(0.6F); // What is really there is drawn around it in full.
                const QRectF bar = barOf(order, phase, *spectrum.seen.at(index));
                painter.fillRect(bar.adjusted(0.5, 0.0, -0.5, 0.0), fill);
            }
            const double real = spectrum.real.at(index).value_or(0.0);
            if (real > 0.0) {
                painter.setPen(QPen(colour, 1.4));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(barOf(order, phase, real).adjusted(0.7, 0.0, -0.7, 0.0));
            }
        }
    }
}

void SpectrumView::mouseMoveEvent(QMouseEvent* event) {
    setChosenOrder(orderAt(event->position().x()));
}

void SpectrumView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (!hasFocus()) {
        setChosenOrder(0);
    }
}

void SpectrumView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Right) {
        setChosenOrder(m_chosen == 0 ? m_first : m_chosen + 1);
    } else if (event->key() == Qt::Key_Left) {
        setChosenOrder(m_chosen == 0 ? m_last : std::max(m_chosen - 1, m_first));
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace meter::gui
