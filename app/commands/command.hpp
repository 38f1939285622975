// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a command joins the program: it adds its options and, when it was called, leaves what
// is to be done. main() does it after all of the command line was found right.

#include "app/base/outcome.hpp"

#include <functional>

namespace CLI {
class App;
} // namespace CLI

namespace meter::app {

using Action = std::function<ExitStatus()>;

void addRunCommand(CLI::App& program, Action& chosen);
void addReplayBundleCommand(CLI::App& program, Action& chosen);
void addServeCommand(CLI::App& program, Action& chosen);
void addCheckCommand(CLI::App& program, Action& chosen);
void addRegistersCommand(CLI::App& program, Action& chosen);
void addFaultsCommand(CLI::App& program, Action& chosen);
void addReadCommand(CLI::App& program, Action& chosen);
void addWriteCommand(CLI::App& program, Action& chosen);
void addIdentifyCommand(CLI::App& program, Action& chosen);
void addCloneCommand(CLI::App& program, Action& chosen);
void addCompareCommand(CLI::App& program, Action& chosen);
void addScanCommand(CLI::App& program, Action& chosen);
void addWatchCommand(CLI::App& program, Action& chosen);
void addInspectCommand(CLI::App& program, Action& chosen);
void addJudgeCommand(CLI::App& program, Action& chosen);
void addTypeTestCommand(CLI::App& program, Action& chosen);
void addCtlCommand(CLI::App& program, Action& chosen);
void addPageCommand(CLI::App& program, Action& chosen);
void addSchemaCommand(CLI::App& program, Action& chosen);
void addLessonsCommand(CLI::App& program, Action& chosen);
void addClassCommand(CLI::App& program, Action& chosen);
void addLessonCommand(CLI::App& program, Action& chosen);

} // namespace meter::app
