// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/lcd_theme.hpp"

#include <algorithm>

namespace meter::gui {

namespace {

constexpr LcdTheme kOff = {
    {38, 46, 62}, {27, 33, 46}, {112, 126, 152}, {0, 0, 0, 0}, {255, 255, 255, 9}};
constexpr LcdTheme kDim = {
    {24, 58, 140}, {15, 38, 100}, {190, 212, 246}, {120, 170, 255, 40}, {255, 255, 255, 15}};
constexpr LcdTheme kBright = {
    {42, 122, 255}, {14, 66, 205}, {250, 253, 255}, {170, 215, 255, 150}, {255, 255, 255, 24}};

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto mix = [share](int a, int b) {
        return qRound(a + share * (b - a));
    };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()),
            mix(from.alpha(), to.alpha())};
}

LcdTheme mixed(const LcdTheme& from, const LcdTheme& to, double share) {
    return {mixed(from.centre, to.centre, share), mixed(from.edge, to.edge, share),
            mixed(from.lit, to.lit, share), mixed(from.glow, to.glow, share),
            mixed(from.unlit, to.unlit, share)};
}

} // namespace

LcdTheme lcdTheme(double backlight) {
    const double light = std::clamp(backlight, 0.0, 1.0);
    if (light < kBacklightDim) {
        return mixed(kOff, kDim, light / kBacklightDim);
    }
    return mixed(kDim, kBright, (light - kBacklightDim) / (1.0 - kBacklightDim));
}

} // namespace meter::gui
