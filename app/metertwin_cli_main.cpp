// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// metertwin-cli: runs, serves, checks and reads meters without a display.

#include "app/base/program_call.hpp"
#include "app/base/version.hpp"
#include "app/commands/command.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

namespace {

using meter::app::Action;
using meter::app::ExitStatus;

ExitStatus runProgram(int argc, char** argv) {
    CLI::App program{"Digital twin of the Leviton Series 4000-R power meter"};
    program.name("metertwin-cli");
    program.set_version_flag("--version", "metertwin-cli " + meter::app::versionText());
    program.require_subcommand(1);
    program.footer("metertwin-cli COMMAND --help shows more.\n"
                   "Example:\n  metertwin-cli serve");

    Action action;
    meter::app::addRunCommand(program, action);
    meter::app::addReplayBundleCommand(program, action);
    meter::app::addServeCommand(program, action);
    meter::app::addCheckCommand(program, action);
    meter::app::addRegistersCommand(program, action);
    meter::app::addFaultsCommand(program, action);
    meter::app::addReadCommand(program, action);
    meter::app::addWriteCommand(program, action);
    meter::app::addIdentifyCommand(program, action);
    meter::app::addCloneCommand(program, action);
    meter::app::addCompareCommand(program, action);
    meter::app::addScanCommand(program, action);
    meter::app::addWatchCommand(program, action);
    meter::app::addInspectCommand(program, action);
    meter::app::addJudgeCommand(program, action);
    meter::app::addTypeTestCommand(program, action);
    meter::app::addCtlCommand(program, action);
    meter::app::addPageCommand(program, action);
    meter::app::addSchemaCommand(program, action);
    meter::app::addLessonsCommand(program, action);
    meter::app::addClassCommand(program, action);
    meter::app::addLessonCommand(program, action);
    if (const auto ended = meter::app::parseCall(program, argc, argv)) {
        return *ended;
    }
    return action();
}

} // namespace

int main(int argc, char** argv) {
    meter::app::openStandardStreams();
    ExitStatus status = ExitStatus::Wrong;
    try {
        status = runProgram(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "metertwin-cli: %s\n", error.what());
    }
    return static_cast<int>(meter::app::afterOutput("metertwin-cli", status));
}
