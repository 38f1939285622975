// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/program_call.hpp"

#include "app/base/text_values.hpp"
#include "sim/base/shown_text.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <fcntl.h>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace meter::app {
namespace {

/// An option that takes a list would otherwise swallow the words behind it, a scenario's name
/// among them.
void takeOneValueEach(CLI::App& command) {
    for (CLI::Option* const option : command.get_options()) {
        if (!option->get_positional() && option->get_items_expected_max() > 1) {
            option->allow_extra_args(false);
        }
    }
    for (CLI::App* const inner : command.get_subcommands({})) {
        takeOneValueEach(*inner);
    }
}

std::string meant(const std::string& word, const std::vector<std::string>& known) {
    const std::string nearest = nearestWord(word, known);
    return nearest.empty() ? "" : "; did you mean `" + nearest + "`?";
}

const CLI::App* commandOf(const CLI::App& command, std::string_view name) {
    for (const CLI::App* const inner : command.get_subcommands({})) {
        if (inner->get_name() == name) {
            return inner;
        }
    }
    return nullptr;
}

std::vector<std::string> commandNames(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* const inner : command.get_subcommands({})) {
        names.push_back(inner->get_name());
    }
    return names;
}

std::vector<std::string> optionNames(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* const option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

/// The first word that is no command or option of the one that it stands behind.
std::optional<std::string> mistypedWord(const CLI::App& program, std::span<char*> words) {
    const CLI::App* command = &program;
    for (const std::string_view given : words) {
        const std::string word(given.substr(0, given.find('=')));
        const std::vector<std::string> commands = commandNames(*command);
        if (word == "--") {
            return std::nullopt;
        }
        if (word.starts_with("--") && command->get_option_no_throw(word) == nullptr) {
            return "`" + command->get_name() + "` has no option `" + word + "`" +
                   meant(word, optionNames(*command));
        }
        if (word.starts_with("-") || commands.empty()) {
            continue;
        }
        const CLI::App* const inner = commandOf(*command, given);
        if (inner == nullptr) {
            return "`" + command->get_name() + "` has no command `" + std::string(given) + "`" +
                   meant(std::string(given), commands);
        }
        command = inner;
    }
    return std::nullopt;
}

} // namespace

void openStandardStreams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0) {
            // The lowest number that is free, which is this one; reading only, so that what is
            // written to it fails and is noticed.
            static_cast<void>(::open("/dev/null", O_RDONLY));
        }
    }
}

std::optional<ExitStatus> parseCall(CLI::App& program, int argc, char** argv) {
    takeOneValueEach(program);
    try {
        program.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            program.exit(error); // Help or version.
            return ExitStatus::Held;
        }
        const std::span<char*> words(argv, static_cast<std::size_t>(argc));
        const std::string text =
            mistypedWord(program, words.subspan(words.empty() ? 0 : 1)).value_or(error.what());
        std::fprintf(stderr, "%s: %s\nRun with --help for more information.\n",
                     program.get_name().c_str(), sim::shownText(text).c_str());
        return ExitStatus::Wrong;
    }
}

ExitStatus afterOutput(const char* program, ExitStatus status) {
    std::cout.flush();
    const bool isFlushed = std::fflush(stdout) == 0;
    if (isFlushed && std::ferror(stdout) == 0 && std::cout.good()) {
        return status;
    }
    std::fprintf(stderr, "%s: the output could not be written; is it closed, or the disk full?\n",
                 program);
    return ExitStatus::Wrong;
}

} // namespace meter::app
