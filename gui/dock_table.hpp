// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE list of docks, in the order of the View menu. The window makes its docks, their menu
// entries and the first layout from it: a new dock is one line here.

#include <QString>
#include <Qt>

#include <span>

class QWidget;

namespace meter::gui {

class LiveMeter;

struct DockSpec {
    const char* name; ///< Of the object, under which the layout is kept: never change it.
    const char* title;
    Qt::DockWidgetArea area;
    const char* tabbedWith; ///< Name of an earlier dock, or null: beside the others.
    bool isShownAtFirst;
    const char* shortcut;
    /// The content, made when the dock is first looked at. It follows the meter while
    /// isVisible() is true.
    QWidget* (*makeContent)(LiveMeter& meter, QWidget* parent);
};

[[nodiscard]] std::span<const DockSpec> dockSpecs();
[[nodiscard]] QString dockTitle(const DockSpec& spec);

} // namespace meter::gui
