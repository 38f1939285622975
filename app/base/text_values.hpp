// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words of the command line turned into values: addresses, durations of wall time, numbers.

#include "sim/base/result.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meter::app {

struct HostPort {
    std::string host;
    std::uint16_t port = 0;

    [[nodiscard]] std::string text() const; ///< IPv6 addresses in brackets.
};

/// "127.0.0.1:1502", "[::1]:1502", "meter.example:502"; port 0 = any free one.
[[nodiscard]] sim::Result<HostPort> hostPortOf(std::string_view text);

/// Only this machine can reach it: 127.0.0.0/8, ::1 or "localhost".
[[nodiscard]] bool isLoopback(std::string_view host);

/// "10 s", "250ms", "2 min", "1 h"; a bare number is in seconds.
[[nodiscard]] sim::Result<std::chrono::milliseconds> wallDurationOf(std::string_view text);

/// The whole text as a number, in decimal or (whole numbers) as 0x…; nothing else around it.
[[nodiscard]] sim::Result<double> numberOf(std::string_view text);

/// The nearest of `known` when `word` looks like a slip of it, else an empty string.
[[nodiscard]] std::string nearestWord(std::string_view word, const std::vector<std::string>& known);

/// The shortest decimal text that reads back as the same value; `digits` > 0 limits it to that
/// many significant digits.
[[nodiscard]] std::string textOf(double value, int digits = 0);

} // namespace meter::app
