// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dock_table.hpp"

#include "gui/faults/faults_dock.hpp"
#include "gui/help/help_dock.hpp"
#include "gui/lesson/lesson_dock.hpp"
#include "gui/line/connect_dock.hpp"
#include "gui/line/line_dock.hpp"
#include "gui/line/meters_dock.hpp"
#include "gui/log/log_dock.hpp"
#include "gui/phasors/phasors_dock.hpp"
#include "gui/readings/readings_dock.hpp"
#include "gui/registers/registers_dock.hpp"
#include "gui/scenario/scenario_dock.hpp"
#include "gui/scenario/scenario_file_dock.hpp"
#include "gui/scope/scope_dock.hpp"
#include "gui/source/source_dock.hpp"
#include "gui/spectrum/spectrum_dock.hpp"
#include "gui/tools/tools_dock.hpp"
#include "gui/traffic/traffic_dock.hpp"
#include "gui/trend/trend_dock.hpp"
#include "gui/wiring/wiring_dock.hpp"

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

// name (also of its icon), title, area, shortcut, content.
constexpr DockSpec kDocks[] = {
    {"source", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Source and load"), kLeft, "Ctrl+Shift+L",
     &make<SourceDock>},
    {"wiring", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Wiring"), kLeft, "Ctrl+Shift+W",
     &make<WiringDock>},
    {"faults", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Faults"), kLeft, "Ctrl+Shift+F",
     &make<FaultsDock>},
    {"readings", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Readings"), kRight, "Ctrl+Shift+M",
     &make<ReadingsDock>},
    {"registers", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Registers"), kRight, "Ctrl+Shift+R",
     &make<RegistersDock>},
    {"scope", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Scope"), kBottom, "Ctrl+Shift+O",
     &make<ScopeDock>},
    {"phasors", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Phasors"), kRight, "Ctrl+Shift+P",
     &make<PhasorsDock>},
    {"scenario", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Scenario"), kBottom, "Ctrl+Shift+E",
     &make<ScenarioDock>},
    {"trend", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Trend"), kBottom, "Ctrl+Shift+T",
     &make<TrendDock>},
    {"log", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Log"), kBottom, "Ctrl+Shift+G",
     &make<LogDock>},
    {"traffic", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Traffic"), kBottom, "Ctrl+Shift+Y",
     &make<TrafficDock>},
    {"spectrum", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Spectrum"), kRight, "Ctrl+Shift+H",
     &make<SpectrumDock>},
    {"line", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Line"), kBottom, "Ctrl+Shift+N",
     &make<LineDock>},
    {"tools", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Hand tools"), kLeft, "Ctrl+Shift+I",
     &make<ToolsDock>},
    {"meters", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Meters"), kRight, "Ctrl+Shift+A",
     &make<MetersDock>},
    {"connect", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Connect"), kRight, "Ctrl+Shift+C",
     &make<ConnectDock>},
    {"file", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Scenario file"), kRight, "Ctrl+Shift+X",
     &make<ScenarioFileDock>},
    {"help", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Troubleshooting"), kRight, "Shift+F1",
     &make<HelpDock>},
    {"lesson", QT_TRANSLATE_NOOP("meter::gui::DockTable", "Lesson"), kLeft, "Ctrl+L",
     &make<LessonDock>},
};

} // namespace

std::span<const DockSpec> dockSpecs() {
    return kDocks;
}

QString dockTitle(const DockSpec& spec) {
    return QCoreApplication::translate("meter::gui::DockTable", spec.title);
}

} // namespace meter::gui
