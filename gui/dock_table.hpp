// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE list of docks, in the order of the View menu. The window makes its docks and their menu
// entries from it: a new dock is one line here, and one in each workspace that begins with it.

#include <QString>
#include <Qt>

#include <span>

class QWidget;

namespace meter::gui {

class LiveMeter;

struct DockSpec {
    const char* name; ///< Of the object, under which the layout is kept, and of its icon.
    const char* title;
    Qt::DockWidgetArea area; ///< Where it is opened in a workspace that does not begin with it.
    const char* shortcut;
    /// The content, made when the dock is first looked at. It follows the meter while
    /// isVisible() is true.
    QWidget* (*makeContent)(LiveMeter& meter, QWidget* parent);
};

[[nodiscard]] std::span<const DockSpec> dockSpecs();
[[nodiscard]] QString dockTitle(const DockSpec& spec);

} // namespace meter::gui
