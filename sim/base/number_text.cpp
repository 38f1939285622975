// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace meter::sim {

namespace {

template <typename T>
std::string shortestText(T value) {
    std::array<char, 64> buffer{};
    char* const first = buffer.data();
    char* const last = first + buffer.size();
    const T size = std::fabs(value);
    const bool isPlain =
        size == T{0} || (size >= static_cast<T>(1e-5) && size < static_cast<T>(1e15));
    // Shortest in both cases; the plain form merely avoids "1e+06".
    const auto [end, code] = isPlain ? std::to_chars(first, last, value, std::chars_format::fixed)
                                     : std::to_chars(first, last, value);
    return code == std::errc{} ? std::string(first, end) : std::string("?");
}

} // namespace

std::string numberText(double value) {
    return shortestText(value);
}

std::string numberText(float value) {
    return shortestText(value);
}

std::string briefNumberText(float value) {
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), written.ptr};
}

std::string fixedText(double value, int decimals) {
    std::array<char, 400> buffer{}; // The largest double has 309 digits.
    const auto [end, code] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                           std::chars_format::fixed, decimals);
    return code == std::errc{} ? std::string(buffer.data(), end) : std::string{};
}

std::size_t readDecimal(std::string_view text, double& value) {
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc{} ? static_cast<std::size_t>(end - text.data()) : 0;
}

} // namespace meter::sim
