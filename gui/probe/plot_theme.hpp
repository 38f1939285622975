// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Colours of plots and diagrams, from the palette: right in light and dark.

#include <QColor>
#include <QPalette>

class QCustomPlot;
class QCPAxisRect;

namespace meter::gui {

struct PlotTheme {
    bool isDark = false;
    QColor background;
    QColor text;
    QColor faintText;
    QColor axis;
    QColor grid;
    QColor accent; ///< Cursors and what can be moved.
};

[[nodiscard]] PlotTheme plotTheme(const QPalette& palette);
void applyTheme(const PlotTheme& theme, QCustomPlot& plot);
void applyTheme(const PlotTheme& theme, QCPAxisRect& rectangle);

} // namespace meter::gui
