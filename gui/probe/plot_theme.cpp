// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/plot_theme.hpp"

#include "gui/probe/plotting.hpp"

namespace meter::gui {

namespace {

QColor mixed(const QColor& first, const QColor& second, double share) {
    const auto part = [share](int from, int to) {
        return static_cast<int>(from + (to - from) * share);
    };
    return {part(first.red(), second.red()), part(first.green(), second.green()),
            part(first.blue(), second.blue())};
}

} // namespace

PlotTheme plotTheme(const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const bool isDark = base.lightness() < text.lightness();
    return {.isDark = isDark,
            .background = base,
            .text = text,
            .faintText = mixed(base, text, 0.62),
            .axis = mixed(base, text, 0.45),
            .grid = mixed(base, text, isDark ? 0.16 : 0.12),
            .accent = isDark ? QColor(0xF2, 0xC9, 0x4C) : QColor(0x8A, 0x4F, 0xBF)};
}

void applyTheme(const PlotTheme& theme, QCPAxisRect& rectangle) {
    for (QCPAxis* axis : rectangle.axes()) {
        axis->setBasePen(QPen(theme.axis, 1));
        axis->setTickPen(QPen(theme.axis, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(theme.faintText);
        axis->setLabelColor(theme.faintText);
        axis->grid()->setPen(QPen(theme.grid, 1));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(QPen(theme.axis, 1));
    }
}

void applyTheme(const PlotTheme& theme, QCustomPlot& plot) {
    plot.setBackground(theme.background);
    for (QCPAxisRect* rectangle : plot.axisRects()) {
        applyTheme(theme, *rectangle);
    }
    if (plot.legend != nullptr) {
        plot.legend->setBrush(theme.background);
        plot.legend->setBorderPen(QPen(theme.grid, 1));
        plot.legend->setTextColor(theme.text);
    }
}

} // namespace meter::gui
