// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a program of ours is called and how it ends, whatever its commands are: mistyped words are
// told with what was probably meant, and no result is taken as complete that could not be
// written. Exit status 2 for both.

#include "app/base/outcome.hpp"

#include <optional>

namespace CLI {
class App;
} // namespace CLI

namespace meter::app {

/// Before anything is opened: a standard stream that the caller has closed becomes one that
/// nothing can be read from or written to. Else the next file would take its number, and what is
/// printed would land in it.
void openStandardStreams();

/// Judges the command line. A status: there is nothing more to do, help was printed or a mistake
/// told. An option takes one value each time that it is named; the next word is not its.
[[nodiscard]] std::optional<ExitStatus> parseCall(CLI::App& program, int argc, char** argv);

/// What the program ends with: Wrong, and a sentence, if a part of its output is lost.
[[nodiscard]] ExitStatus afterOutput(const char* program, ExitStatus status);

} // namespace meter::app
