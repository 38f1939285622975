// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the operating system said, as an Error of ours.

#include "sim/base/result.hpp"

#include <cerrno>
#include <string>
#include <system_error>

namespace meter::sim::live {

/// "<what>: <the text of errno>".
[[nodiscard]] inline Error systemError(const std::string& what, int number = errno) {
    return Error{what + ": " + std::generic_category().message(number)};
}

} // namespace meter::sim::live
