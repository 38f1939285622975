// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "app/runs/run_lines.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/bundle/bundle.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace meter::app {
namespace {

struct ReplayArguments {
    std::string file;
    bool isVerified = false;
};

ExitStatus verify(const sim::Bundle& bundle, const std::string& file) {
    const sim::Result<std::optional<std::string>> difference = bundle.verify();
    if (!difference) {
        printError(difference.error());
        return ExitStatus::Wrong;
    }
    if (*difference) {
        std::printf("differs: %s: %s\n", sim::shownLine(file).c_str(),
                    sim::shownLine(**difference).c_str());
        return ExitStatus::Failed;
    }
    std::printf("same: %s: %s\n", sim::shownLine(file).c_str(),
                sim::shownLine(bundle.name()).c_str());
    return ExitStatus::Held;
}

ExitStatus play(const sim::Bundle& bundle, const std::string& file) {
    sim::Result<sim::RunResult> result = bundle.play();
    if (!result) {
        printError(result.error());
        return ExitStatus::Wrong;
    }
    const ScenarioRun run{.file = file, .wallS = 0.0, .result = std::move(*result)};
    printMessages(run);
    printResult(run);
    return run.result.hasHeld() ? ExitStatus::Held : ExitStatus::Failed;
}

ExitStatus replay(const ReplayArguments& arguments) {
    const sim::Result<sim::Bundle> bundle = sim::Bundle::open(arguments.file);
    if (!bundle) {
        printError(bundle.error());
        return ExitStatus::Wrong;
    }
    return arguments.isVerified ? verify(*bundle, arguments.file) : play(*bundle, arguments.file);
}

} // namespace

void addReplayBundleCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command = program.add_subcommand(
        "replay-bundle", "Play a bundle, and check that it gives the same result");
    const auto arguments = std::make_shared<ReplayArguments>();
    command->add_option("bundle", arguments->file, "What `run` or `ctl record` wrote by --bundle")
        ->required()
        ->type_name("FILE.zip");
    command->add_flag("--verify", arguments->isVerified,
                      "Compare with the recorded evidence, byte by byte");
    command->footer("Exit status: 0 all expectations held, or with --verify the same bytes;\n"
                    "1 some did not, or the bytes differ; 2 damaged, or of an unknown version.\n"
                    "Example:\n  metertwin-cli replay-bundle failure.zip --verify");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return replay(*arguments);
        };
    });
}

} // namespace meter::app
