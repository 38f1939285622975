// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a command ends, and how its errors are printed.

#include "sim/base/result.hpp"

namespace meter::app {

enum class ExitStatus : int {
    Held = 0,   ///< Done; all expectations held.
    Failed = 1, ///< An expectation did not hold, or the meter did not do it.
    Wrong = 2,  ///< The call or a file is wrong and nothing was started, or a result is not whole.
};

/// "metertwin-cli: …" or "file:line:column: …" on stderr, one line per error.
void printError(const sim::Error& error);
void printErrors(const sim::Errors& errors);

} // namespace meter::app
