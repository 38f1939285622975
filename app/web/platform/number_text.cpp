// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as texts with printf and strtod: this library reads no floating-point number with
// from_chars, and the tables of its to_chars would be a quarter of the page.
#include "sim/base/number_text.hpp"

#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace meter::sim {

namespace {

/// A number as its digits, without the point: digits[0].digits[1]… × 10^exponent.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

template <typename T>
T readBack(const char* text);

template <>
double readBack(const char* text) {
    return std::strtod(text, nullptr);
}

template <>
float readBack(const char* text) {
    return std::strtof(text, nullptr);
}

/// The fewest digits that read back as the same value; of these the nearest to it. For a few
/// powers of two beyond 1e±26 it is one digit more than to_chars needs.
template <typename T>
Decimal shortestDecimal(T size) {
    constexpr int kDigitsMax = 17;
    std::array<char, 32> text{};
    for (int digits = 0; digits < kDigitsMax; ++digits) {
        std::snprintf(text.data(), text.size(), "%.*e", digits, static_cast<double>(size));
        if (readBack<T>(text.data()) == size) {
            break;
        }
    }
    const std::string written(text.data());
    const std::size_t exponent = written.find('e');
    Decimal decimal = {.digits = written.substr(0, 1),
                       .exponent = std::atoi(written.c_str() + exponent + 1)};
    if (exponent > 2) {
        decimal.digits += written.substr(2, exponent - 2);
    }
    return decimal;
}

std::string plainText(const Decimal& decimal) {
    const auto& [digits, exponent] = decimal;
    if (exponent < 0) {
        return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    }
    const std::size_t whole = static_cast<std::size_t>(exponent) + 1;
    return digits.size() <= whole ? digits + std::string(whole - digits.size(), '0')
                                  : digits.substr(0, whole) + "." + digits.substr(whole);
}

std::string scientificText(const Decimal& decimal) {
    std::array<char, 8> exponent{};
    std::snprintf(exponent.data(), exponent.size(), "e%+03d", decimal.exponent);
    return decimal.digits.substr(0, 1) +
           (decimal.digits.size() > 1 ? "." + decimal.digits.substr(1) : "") + exponent.data();
}

/// Plain where it is not longer than with an exponent, or as far as `plainMax` and down to
/// `plainMin` in any case. Without digits that the value does not have: a whole number too large
/// for that is written out.
template <typename T>
std::string textOf(T value, T plainMin, T plainMax) {
    constexpr T kWholeMax = sizeof(T) == sizeof(float) ? T{16777216} : T{9007199254740992};
    constexpr T kWrittenMax = static_cast<T>(1e25); // Plain is longer from here on.
    if (!std::isfinite(value)) {
        return std::string(std::signbit(value) ? "-" : "") + (std::isnan(value) ? "nan" : "inf");
    }
    const std::string sign = std::signbit(value) ? "-" : "";
    const T size = std::fabs(value);
    if (size == T{0}) {
        return sign + "0";
    }
    const Decimal decimal = shortestDecimal(size);
    std::string plain = size >= kWholeMax && size < kWrittenMax
                            ? fixedText(static_cast<double>(size), 0)
                            : plainText(decimal);
    const std::string scientific = scientificText(decimal);
    const bool isPlain = (size >= plainMin && size < plainMax) ||
                         (size < kWrittenMax && plain.size() <= scientific.size());
    return sign + (isPlain ? std::move(plain) : scientific);
}

} // namespace

std::string numberText(double value) {
    return textOf(value, 1e-5, 1e15);
}

std::string numberText(float value) {
    return textOf(value, 1e-5F, 1e15F);
}

std::string briefNumberText(float value) {
    return textOf(value, 1.0F, 1.0F);
}

std::string fixedText(double value, int decimals) {
    std::array<char, 400> buffer{}; // The largest double has 309 digits.
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return buffer.data();
}

std::size_t readDecimal(std::string_view text, double& value) {
    const std::string decimal(text.substr(0, text.find_first_not_of("0123456789.eE+-")));
    char* end = nullptr;
    errno = 0;
    value = std::strtod(decimal.c_str(), &end);
    return errno == ERANGE ? 0 : static_cast<std::size_t>(end - decimal.c_str());
}

} // namespace meter::sim
