// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/workspace/workspace_table.hpp"

#include <QCoreApplication>

#include <array>

namespace meter::gui {

namespace {

constexpr auto kLeft = Qt::LeftDockWidgetArea;
constexpr auto kRight = Qt::RightDockWidgetArea;
constexpr auto kBottom = Qt::BottomDockWidgetArea;
constexpr const char* kAlone = nullptr;

constexpr std::array kLearn = {
    WorkspaceDock{"lesson", kRight, kAlone},
    WorkspaceDock{"help", kRight, "lesson"},
    WorkspaceDock{"readings", kRight, "lesson"},
};

constexpr std::array kBench = {
    WorkspaceDock{"source", kLeft, kAlone},         WorkspaceDock{"wiring", kLeft, "source"},
    WorkspaceDock{"faults", kLeft, "source"},       WorkspaceDock{"tools", kLeft, "source"},
    WorkspaceDock{"readings", kRight, kAlone},      WorkspaceDock{"phasors", kRight, "readings"},
    WorkspaceDock{"registers", kRight, "readings"}, WorkspaceDock{"scope", kBottom, kAlone},
    WorkspaceDock{"trend", kBottom, "scope"},       WorkspaceDock{"log", kBottom, "scope"},
};

constexpr std::array kFakeMeter = {
    WorkspaceDock{"meters", kRight, kAlone},      WorkspaceDock{"connect", kRight, "meters"},
    WorkspaceDock{"registers", kRight, "meters"}, WorkspaceDock{"traffic", kBottom, kAlone},
    WorkspaceDock{"line", kBottom, "traffic"},    WorkspaceDock{"log", kBottom, "traffic"},
};

constexpr std::array kTest = {
    WorkspaceDock{"file", kRight, kAlone},       WorkspaceDock{"readings", kRight, "file"},
    WorkspaceDock{"faults", kRight, "file"},     WorkspaceDock{"scenario", kBottom, kAlone},
    WorkspaceDock{"trend", kBottom, "scenario"}, WorkspaceDock{"log", kBottom, "scenario"},
};

constexpr WorkspaceSpec kWorkspaces[] = {
    {"learn", QT_TRANSLATE_NOOP("meter::gui::Workspaces", "Learn"),
     QT_TRANSLATE_NOOP(
         "meter::gui::Workspaces",
         "Lessons and exams: operate the meter, wire it, find what is wrong with it."),
     "learn", "Alt+1", kLearn, 0.0, 0.36, 0.0, false},
    {"bench", QT_TRANSLATE_NOOP("meter::gui::Workspaces", "Bench"),
     QT_TRANSLATE_NOOP("meter::gui::Workspaces",
                       "Try things: set source, load and wiring, make faults, look at the waves."),
     "bench", "Alt+2", kBench, 0.36, 0.24, 0.34, false},
    {"fake-meter", QT_TRANSLATE_NOOP("meter::gui::Workspaces", "Fake meter"),
     QT_TRANSLATE_NOOP("meter::gui::Workspaces",
                       "A meter for your SCADA system: connect to it, and see what passes."),
     "fake-meter", "Alt+3", kFakeMeter, 0.0, 0.58, 0.42, true},
    {"test", QT_TRANSLATE_NOOP("meter::gui::Workspaces", "Test"),
     QT_TRANSLATE_NOOP("meter::gui::Workspaces",
                       "Scenarios with expectations: play them, edit them, keep the report."),
     "test", "Alt+4", kTest, 0.0, 0.45, 0.48, true},
};

QString translated(const char* text) {
    return QCoreApplication::translate("meter::gui::Workspaces", text);
}

} // namespace

std::span<const WorkspaceSpec> workspaceSpecs() {
    return kWorkspaces;
}

QString workspaceTitle(const WorkspaceSpec& spec) {
    return translated(spec.title);
}

QString workspaceSentence(const WorkspaceSpec& spec) {
    return translated(spec.sentence);
}

} // namespace meter::gui
