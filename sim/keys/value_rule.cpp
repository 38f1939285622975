// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/keys/value_rule.hpp"

#include "sim/keys/rope_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace meter::sim {

namespace {

using Kind = ValueRule::Kind;

/// Longer words are never typing mistakes of a key, and the comparison is quadratic.
constexpr std::size_t kWordSizeMax = 64;

std::string shown(std::string_view text) {
    return "`" + std::string(text.substr(0, 60)) + (text.size() > 60 ? "…`" : "`");
}

std::unexpected<Error> refused(std::string text) {
    return std::unexpected(Error{std::move(text)});
}

std::vector<std::string_view> wordsOf(std::span<const Choice> choices) {
    std::vector<std::string_view> words;
    words.reserve(choices.size());
    for (const Choice& choice : choices) {
        words.push_back(choice.word);
    }
    return words;
}

/// Restricted edit distance: a swap of neighbours counts as one mistake.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            cost[i][j] =
                std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

Result<double> serialOf(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
    if (text.size() != 8 || code != std::errc{} || end != text.data() + text.size()) {
        return refused("a serial number has 8 hexadecimal digits, such as `4E36C14C`, not " +
                       shown(text));
    }
    return static_cast<double>(number);
}

Result<double> passwordOf(std::string_view text) {
    const bool isDigits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (text.size() != 5 || !isDigits) {
        return refused("a password has 5 digits, such as `\"00000\"`, not " + shown(text));
    }
    return parseNumber(text).value_or(0.0);
}

/// Words that earlier versions took, and what to write now.
struct RetiredWord {
    std::string_view old;
    std::string_view now;
};

constexpr std::array kRetiredWords = {RetiredWord{"behind", "after"}};

/// "; write `after` instead", for a retired word whose successor is among the choices.
std::string successorOf(const ValueRule& rule, std::string_view text) {
    for (const RetiredWord& word : kRetiredWords) {
        const bool isChoice =
            std::ranges::find(rule.choices, word.now, &Choice::word) != rule.choices.end();
        if (word.old == text && isChoice) {
            return "; write `" + std::string(word.now) + "` instead";
        }
    }
    return {};
}

Result<double> choiceOf(const ValueRule& rule, std::string_view text) {
    for (const Choice& choice : rule.choices) {
        if (choice.word == text) {
            return choice.code;
        }
    }
    const std::vector<std::string_view> words = wordsOf(rule.choices);
    return refused("`" + std::string(text.substr(0, 60)) + "` is not known here; choose " +
                   wordList(words) + successorOf(rule, text));
}

Result<double> percentOf(const ValueRule& rule, double percent, const ValueContext& context) {
    if (rule.kind == Kind::Level) {
        return percent / 100.0;
    }
    if (rule.kind == Kind::PlainPercent) {
        return percent;
    }
    if (!context.percentBase) {
        return refused("percent of what? Write " + describe(rule));
    }
    return *context.percentBase * percent / 100.0;
}

Result<double> numberOf(const ValueRule& rule, std::string_view text, const ValueContext& context) {
    const Result<Quantity> quantity = parseQuantity(text);
    if (!quantity) {
        return refused(quantity.error().text.find("unknown unit") == 0
                           ? quantity.error().text
                           : shown(text) + " is not " + describe(rule));
    }
    if (quantity->dimension == Dimension::Percent) {
        return percentOf(rule, quantity->value, context);
    }
    if (rule.kind == Kind::Level && quantity->dimension == Dimension::PerUnit) {
        return quantity->value;
    }
    if (rule.kind == Kind::Level &&
        (quantity->dimension != Dimension::None || quantity->value != 0.0)) {
        return refused("write the level in percent, such as `3 %`, not " + shown(text));
    }
    if (quantity->dimension == Dimension::Cycles && rule.dimension == Dimension::Time &&
        context.nominalFrequencyHz) {
        return quantity->value / *context.nominalFrequencyHz;
    }
    if (quantity->dimension != Dimension::None && quantity->dimension != rule.dimension) {
        return refused(shown(text) + " is " + std::string(nameOf(quantity->dimension)) +
                       "; it takes " + describe(rule));
    }
    return quantity->value;
}

} // namespace

std::optional<Error> rangeError(const ValueRule& rule, double value) {
    if (rule.isWhole && value != std::floor(value)) {
        return Error{numberText(value) + " is not a whole number; it takes " + describe(rule)};
    }
    if (!rule.choices.empty()) {
        const bool isKnown = std::ranges::any_of(
            rule.choices, [value](const Choice& choice) { return choice.code == value; });
        return isKnown ? std::nullopt
                       : std::optional(Error{valueText(rule, value) + " is not " + describe(rule)});
    }
    if (rule.kind == Kind::Rope) {
        return isRopeCode(value)
                   ? std::nullopt
                   : std::optional(Error{numberText(value) + " is not a rope's code"});
    }
    if (rule.kind == Kind::Switch && value != 0.0 && value != 1.0) {
        return Error{numberText(value) + " is neither 0 (false) nor 1 (true)"};
    }
    if (value == 0.0 && rule.isZeroAllowed) {
        return std::nullopt;
    }
    const double steps = rule.step > 0.0 ? value / rule.step : 0.0;
    if (std::fabs(steps - std::floor(steps + 0.5)) > 1e-9 * std::fmax(1.0, std::fabs(steps))) {
        return Error{valueText(rule, value) + " is not a multiple of " + numberText(rule.step)};
    }
    const bool isLimited = rule.max > rule.min;
    if (!std::isfinite(value) || (isLimited && (value < rule.min || value > rule.max))) {
        return Error{valueText(rule, value) + " is out of range; it takes " + describe(rule)};
    }
    return std::nullopt;
}

Result<double>
parseValue(const ValueRule& rule, std::string_view text, const ValueContext& context) {
    const std::string_view body = trimmed(text);
    switch (rule.kind) {
    case Kind::Serial:
        return serialOf(body);
    case Kind::Password:
        return passwordOf(body);
    case Kind::Choice:
        return choiceOf(rule, body);
    case Kind::PowerFactor:
        return parsePowerFactor(body);
    case Kind::Rope:
        return parseRope(body);
    case Kind::Switch:
        if (body == "true" || body == "false") {
            return body == "true" ? 1.0 : 0.0;
        }
        return refused("write `true` or `false`, not " + shown(body));
    case Kind::Number:
    case Kind::Level:
    case Kind::PlainPercent:
        break;
    }
    Result<double> value = numberOf(rule, body, context);
    if (value) {
        if (const std::optional<Error> error = rangeError(rule, *value)) {
            return std::unexpected(*error);
        }
    }
    return value;
}

std::string valueText(const ValueRule& rule, double value) {
    if (rule.kind == Kind::Choice) {
        for (const Choice& choice : rule.choices) {
            if (choice.code == value) {
                return std::string(choice.word);
            }
        }
        return numberText(value);
    }
    if (rule.kind == Kind::Switch) {
        return value != 0.0 ? "true" : "false";
    }
    if (rule.kind == Kind::Rope) {
        return ropeText(value);
    }
    if (rule.kind == Kind::Level) {
        return numberText(value * 100.0) + " %";
    }
    if (rule.kind == Kind::PlainPercent) {
        return numberText(value) + " %";
    }
    const std::string_view unit = unitOf(rule.dimension);
    return unit.empty() ? numberText(value) : numberText(value) + " " + std::string(unit);
}

std::string describe(const ValueRule& rule) {
    if (!rule.choices.empty()) {
        return "one of " + wordList(wordsOf(rule.choices)) +
               (rule.dimension == Dimension::None ? "" : " " + std::string(unitOf(rule.dimension)));
    }
    std::string text = rule.isZeroAllowed ? "0 or " : "";
    switch (rule.kind) {
    case Kind::Switch:
        return "`true` or `false`";
    case Kind::PowerFactor:
        return "a power factor such as `0.9 lagging`, `0.9 leading` or `1`";
    case Kind::Serial:
        return "8 hexadecimal digits";
    case Kind::Password:
        return "5 digits";
    case Kind::Rope:
        return "one of A, B, C, N and open, or several such as `[A, -B]` or `[2 A]`";
    case Kind::Level:
    case Kind::PlainPercent:
        text += "a percentage (%)";
        break;
    case Kind::Number:
    case Kind::Choice:
        text += rule.isWhole && rule.dimension == Dimension::None ? "a whole number"
                                                                  : nameOf(rule.dimension);
        break;
    }
    if (rule.max > rule.min) {
        const double scale = rule.kind == Kind::Level ? 100.0 : 1.0;
        text += " from " + numberText(rule.min * scale) + " to " + numberText(rule.max * scale);
    }
    return text;
}

std::string_view nearestWord(std::string_view word, std::span<const std::string_view> known) {
    if (word.size() > kWordSizeMax) {
        return {};
    }
    std::string_view nearest;
    std::size_t nearestDistance = 1 + std::max<std::size_t>(1, word.size() / 3);
    for (const std::string_view candidate : known) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < nearestDistance) {
            nearestDistance = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

std::string didYouMean(std::string_view word, std::span<const std::string_view> known) {
    const std::string_view nearest = nearestWord(word, known);
    if (!nearest.empty()) {
        return "did you mean `" + std::string(nearest) + "`?";
    }
    return "known are " + wordList(known);
}

std::string wordList(std::span<const std::string_view> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            text += i + 1 == words.size() ? " or " : ", ";
        }
        text += words[i];
    }
    return text;
}

} // namespace meter::sim
