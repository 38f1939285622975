// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one key of a scenario accepts, as data, and how its written value becomes a number in
// base units. Choices, switches, serial numbers and passwords travel as numbers too.

#include "sim/base/quantity.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace meter::sim {

struct Choice {
    std::string_view word;
    double code;
};

struct ValueRule {
    enum class Kind {
        Number,       ///< With the unit of `dimension`.
        Level,        ///< A fraction, written in percent.
        PlainPercent, ///< The number of percent itself.
        Choice,
        Switch,      ///< true or false.
        PowerFactor, ///< Becomes degrees lagging.
        Serial,      ///< Eight hexadecimal digits.
        Password,    ///< Five decimal digits.
        Rope,        ///< What a rope CT encloses, as a code (sim/keys/rope_text.hpp).
    };
    Kind kind = Kind::Number;
    Dimension dimension = Dimension::None;
    double min = 0.0;
    double max = 0.0;
    bool isWhole = false;
    bool isZeroAllowed = false; ///< Besides the range.
    double step = 0.0;          ///< Values are multiples of it; 0: any.
    std::span<const Choice> choices{};
};

/// What relative values refer to.
struct ValueContext {
    std::optional<double> percentBase{};        ///< None: percent makes no sense here.
    std::optional<double> nominalFrequencyHz{}; ///< For cycles.
};

/// The error's text says what is wrong and what would be right; it has no place.
Result<double>
parseValue(const ValueRule& rule, std::string_view text, const ValueContext& context);

/// Nothing, or a sentence that names the range.
[[nodiscard]] std::optional<Error> rangeError(const ValueRule& rule, double value);

/// The value as a scenario writes it.
[[nodiscard]] std::string valueText(const ValueRule& rule, double value);

/// "a voltage (V, kV, mV) from 0 to 1000000", "one of open, A, B".
[[nodiscard]] std::string describe(const ValueRule& rule);

/// The known word that was probably meant; empty if none is close.
[[nodiscard]] std::string_view nearestWord(std::string_view word,
                                           std::span<const std::string_view> known);

/// " (did you mean `x`?)" or, if nothing is close, the given alternative.
[[nodiscard]] std::string didYouMean(std::string_view word,
                                     std::span<const std::string_view> known);

/// "a, b or c".
[[nodiscard]] std::string wordList(std::span<const std::string_view> words);

} // namespace meter::sim
