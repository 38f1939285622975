// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The colours of the glass: a blue, negative LCD whose back-light is off, dimmed or bright.

#include <QColor>

namespace meter::gui {

struct LcdTheme {
    QColor centre; ///< Of the back-light.
    QColor edge;
    QColor lit;
    QColor glow;  ///< Around what is lit.
    QColor unlit; ///< Segments that are off, barely to be seen.

    friend bool operator==(const LcdTheme&, const LcdTheme&) = default;
};

/// Back-light from 0 (off) over kBacklightDim to 1 (bright).
inline constexpr double kBacklightDim = 0.34;
[[nodiscard]] LcdTheme lcdTheme(double backlight);

} // namespace meter::gui
