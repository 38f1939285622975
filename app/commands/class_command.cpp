// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/stop_signals.hpp"
#include "app/commands/command.hpp"
#include "app/serve/serve_options.hpp"
#include "sim/base/file_text.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/lesson/yaml/lesson_files.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"
#include "sim/live/classroom/class_server.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace meter::app {
namespace {

struct ClassArguments {
    std::string listen = "127.0.0.1:4711";
    std::string code;
    std::optional<std::string> lesson;
    std::string results = ".";
};

/// Checked here, so that nobody is handed a broken one.
std::expected<sim::live::ClassLesson, sim::Errors> lessonOf(const std::string& nameOrFile) {
    const auto file = sim::lessonFileOf(nameOrFile);
    if (!file) {
        return std::unexpected(sim::Errors{file.error()});
    }
    if (const auto lesson = sim::readLesson(*file); !lesson) {
        return std::unexpected(lesson.error());
    }
    auto text = sim::textOfFile(*file);
    if (!text) {
        return std::unexpected(sim::Errors{text.error()});
    }
    return sim::live::ClassLesson{.name = file->filename().string(), .text = std::move(*text)};
}

void printEvent(const std::string& event) {
    std::printf("%s\n", sim::shownLine(event).c_str());
    std::fflush(stdout);
}

ExitStatus holdClass(const ClassArguments& arguments) {
    sim::live::ClassOptions options;
    const auto address = addressOf("--listen", arguments.listen);
    if (!address) {
        printError(address.error());
        return ExitStatus::Wrong;
    }
    options.address = *address;
    options.code = arguments.code;
    options.resultsFolder = arguments.results;
    if (arguments.lesson) {
        auto lesson = lessonOf(*arguments.lesson);
        if (!lesson) {
            printErrors(lesson.error());
            return ExitStatus::Wrong;
        }
        options.lesson = std::move(*lesson);
    }
    const StopSignals stopSignals; // Before the server's thread, which inherits the mask.
    sim::live::ClassServer server(std::move(options), &printEvent);
    if (const sim::Result<void> started = server.start(); !started) {
        printError(started.error());
        return ExitStatus::Wrong;
    }
    printEvent("class " + server.address());
    printEvent("ready");
    static_cast<void>(stopSignals.wait(std::nullopt));
    server.stop();
    return ExitStatus::Held;
}

} // namespace

void addClassCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("class", "Hold a class: hand a lesson out, collect the results");
    const auto arguments = std::make_shared<ClassArguments>();
    command->add_option("--listen", arguments->listen, "Where learners join")
        ->capture_default_str()
        ->type_name("HOST:PORT");
    command->add_option("--code", arguments->code, "The code that learners join with")
        ->required()
        ->type_name("CODE");
    command->add_option("--lesson", arguments->lesson, "Handed out to everyone who joins")
        ->type_name("FILE");
    command->add_option("--results", arguments->results, "The folder of the results")
        ->capture_default_str()
        ->type_name("DIR");
    command->footer("Prints 'class HOST:PORT' and 'ready', then a line for each event: joined, "
                    "left, task, finished.\nExample:\n  metertwin-cli class --code 4711 "
                    "--lesson quick-setup --results results");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return holdClass(*arguments);
        };
    });
}

} // namespace meter::app
