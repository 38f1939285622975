// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/appearance.hpp"

#include <QApplication>
#include <QColor>
#include <QPalette>

namespace meter::gui {

namespace {

struct Shades {
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor faint;
    QColor highlight;
    QColor link;
};

constexpr Shades kLight = {{240, 241, 243}, {255, 255, 255}, {245, 247, 249}, {236, 238, 240},
                           {28, 31, 36},    {140, 146, 153}, {38, 110, 220},  {24, 92, 200}};
constexpr Shades kDark = {{40, 43, 48},    {30, 32, 36},    {36, 39, 44},   {52, 56, 62},
                          {228, 231, 235}, {124, 131, 140}, {48, 118, 224}, {120, 176, 255}};

QPalette paletteOf(const Shades& shades) {
    QPalette palette(shades.button, shades.window);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, shades.text);
        if (role != QPalette::ToolTipText) {
            palette.setColor(QPalette::Disabled, role, shades.faint);
        }
    }
    palette.setColor(QPalette::ToolTipBase, shades.base);
    palette.setColor(QPalette::PlaceholderText, shades.faint);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    return palette;
}

} // namespace

void applyAppearance(Appearance appearance) {
    switch (appearance) {
    case Appearance::FollowSystem:
        QApplication::setPalette(QPalette());
        break;
    case Appearance::Light:
        QApplication::setPalette(paletteOf(kLight));
        break;
    case Appearance::Dark:
        QApplication::setPalette(paletteOf(kDark));
        break;
    }
}

} // namespace meter::gui
