// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dock_table.hpp"

#include "gui/log/log_dock.hpp"
#include "gui/phasors/phasors_dock.hpp"
#include "gui/readings/readings_dock.hpp"
#include "gui/scope/scope_dock.hpp"
#include "gui/traffic/traffic_dock.hpp"
#include "gui/trend/trend_dock.hpp"

#include <QCoreApplication>

namespace meter::gui {

namespace {

/// Content is a widget with the constructor (LiveMeter&, QWidget* parent).
template <typename Content>
QWidget* make(LiveMeter& meter, QWidget* parent) {
    return new Content(meter, parent);
}

constexpr auto kLeft = Qt::LeftDockWidgetArea;
constexpr auto kRight = Qt::RightDockWidgetArea;
constexpr auto kBottom = Qt::BottomDockWidgetArea;

constexpr const char* kAlone = nullptr;

// name, title, area, tabbed with, shown at first, shortcut, content. Of docks in one tab bar
// the first one is in front.
constexpr DockSpec kDocks[] = {
    {"readings", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Readings"), kRight, kAlone, true,
     "Ctrl+Shift+M", &make<ReadingsDock>},
    {"scope", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Scope"), kRight, "readings", true,
     "Ctrl+Shift+O", &make<ScopeDock>},
    {"phasors", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Phasors"), kRight, "readings", true,
     "Ctrl+Shift+P", &make<PhasorsDock>},
    {"trend", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Trend"), kRight, "readings", false,
     "Ctrl+Shift+T", &make<TrendDock>},
    {"log", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Log"), kBottom, kAlone, true,
     "Ctrl+Shift+G", &make<LogDock>},
    {"traffic", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Traffic"), kBottom, "log", true,
     "Ctrl+Shift+Y", &make<TrafficDock>},
};

} // namespace

std::span<const DockSpec> dockSpecs() {
    return kDocks;
}

QString dockTitle(const DockSpec& spec) {
    return QCoreApplication::translate("meter::gui::DockTable", spec.title);
}

} // namespace meter::gui
