// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_text.hpp"

#include "core/base/math.hpp"
#include "sim/base/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>

namespace meter::sim {

namespace {

constexpr std::size_t kLineLength = 96;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Words that some YAML reader takes for something else than a text.
bool isReserved(std::string_view text) {
    constexpr std::array<std::string_view, 9> kWords = {"null", "true", "false", "yes", "no",
                                                        "on",   "off",  "y",     "n"};
    std::string low(text);
    for (char& letter : low) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return std::ranges::find(kWords, low) != kWords.end();
}

bool isPlainInside(std::string_view text) {
    return !text.empty() && text.back() != ' ' && std::ranges::all_of(text, [](char c) {
        return isLetter(c) || isDigit(c) || c == ' ' || c == '-' || c == '_' || c == '.' ||
               c == '/' || c == '%' || c == '(' || c == ')' || c == '+';
    });
}

bool isPlain(std::string_view text) {
    return isPlainInside(text) && isLetter(text.front()) && !isReserved(text);
}

/// A number, perhaps with a unit.
bool isQuantity(std::string_view text) {
    const bool isSigned = text.size() > 1 && text.front() == '-';
    return isPlainInside(text) && isDigit(text[isSigned ? 1 : 0]);
}

/// A number near the first guess whose text the rule reads back to exactly this value.
std::string searchedText(const ValueRule& rule, double guess, double value, std::string_view unit) {
    constexpr int kSteps = 4;
    double low = guess;
    double high = guess;
    for (int step = 0; step < kSteps; ++step) {
        for (const double candidate : {low, high}) {
            const std::string text = numberText(candidate) + " " + std::string(unit);
            const Result<double> read = parseValue(rule, text, {});
            if (read && *read == value) {
                return text;
            }
        }
        low = std::nextafter(low, -std::numeric_limits<double>::infinity());
        high = std::nextafter(high, std::numeric_limits<double>::infinity());
    }
    return {};
}

std::string paddedText(double value, std::size_t digits) {
    std::string text = numberText(value);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::string serialNumberText(double value) {
    std::array<char, 16> buffer{};
    const auto [end, code] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                           static_cast<std::uint32_t>(value), 16);
    std::string text(buffer.data(), code == std::errc{} ? end : buffer.data());
    for (char& letter : text) {
        letter = isLetter(letter) ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return "\"" + std::string(8 - std::min<std::size_t>(8, text.size()), '0') + text + "\"";
}

} // namespace

std::string quotedYaml(std::string_view text) {
    if (isPlain(text)) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string scalarYaml(std::string_view text) {
    return isQuantity(text) ? std::string(text) : quotedYaml(text);
}

std::string timeText(SampleTime time) {
    // A sample is 0.4 ms long: four digits always do, unless the time is beyond a double's.
    constexpr int kDigitsMax = 9;
    const double seconds = secondsOf(time);
    for (int digits = 0; digits <= kDigitsMax; ++digits) {
        const std::string text = fixedText(seconds, digits);
        const std::optional<double> read = parseNumber(text);
        if (read && samplesOf(*read) == time) {
            return text + " s";
        }
    }
    return numberText(seconds) + " s";
}

std::string durationText(SampleTime time) {
    constexpr SampleTime kMinute = 60 * SampleTime{kSamplesPerSecond};
    if (time > 0 && time % (60 * kMinute) == 0) {
        return std::to_string(time / (60 * kMinute)) + " h";
    }
    if (time > 0 && time % kMinute == 0) {
        return std::to_string(time / kMinute) + " min";
    }
    return timeText(time);
}

std::string exactText(const ValueRule& rule, double value) {
    switch (rule.kind) {
    case ValueRule::Kind::Level: {
        const std::string percent = searchedText(rule, value * 100.0, value, "%");
        return percent.empty() ? numberText(value) + " pu" : percent;
    }
    case ValueRule::Kind::Serial:
        return serialNumberText(value);
    case ValueRule::Kind::Password:
        return "\"" + paddedText(value, 5) + "\"";
    case ValueRule::Kind::PowerFactor:
        return powerFactorText(value);
    default:
        return valueText(rule, value);
    }
}

std::string powerFactorText(double laggingDeg) {
    constexpr int kDigitsMax = 6;
    const double cosine = sineCosineTurns(laggingDeg / 360.0).cosine;
    if (laggingDeg == 0.0 && !std::signbit(laggingDeg)) {
        return "1";
    }
    if (cosine < 0.0 || cosine > 1.0) {
        return {};
    }
    for (int digits = 0; digits <= kDigitsMax; ++digits) {
        const std::string number = fixedText(cosine, digits);
        const std::string text = number + (laggingDeg < 0.0 ? " leading" : " lagging");
        const Result<double> read = parsePowerFactor(text);
        if (read && *read == laggingDeg) {
            return text;
        }
    }
    return {};
}

std::string flowMap(const YamlPairs& pairs) {
    std::string text;
    for (const auto& [key, value] : pairs) {
        text += (text.empty() ? "" : ", ") + key + ": " + value;
    }
    return "{" + text + "}";
}

std::string flowList(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) {
        text += (text.empty() ? "" : ", ") + item;
    }
    return "[" + text + "]";
}

std::string wrappedFlow(std::string_view text, std::size_t indent) {
    std::string result;
    while (indent + text.size() > kLineLength) {
        std::size_t breakAt = std::string_view::npos;
        bool isQuoted = false;
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) {
                isQuoted = !isQuoted;
            }
            if (!isQuoted && text[i] == ',' && text[i + 1] == ' ') {
                if (indent + i >= kLineLength && breakAt != std::string_view::npos) {
                    break;
                }
                breakAt = i + 1;
            }
        }
        if (breakAt == std::string_view::npos) {
            break;
        }
        result += std::string(text.substr(0, breakAt)) + "\n" + std::string(indent, ' ');
        text.remove_prefix(breakAt + 1);
    }
    return result + std::string(text);
}

} // namespace meter::sim
