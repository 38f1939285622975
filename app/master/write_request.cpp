// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/write_request.hpp"

#include "app/base/text_values.hpp"
#include "sim/registers/read_plan.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/registers/register_value.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>
#include <utility>

namespace meter::app {
namespace {

constexpr int kNumberMax = 65536; // Protocol address 65535.
constexpr std::size_t kWriteCountMax = 123;

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    const bool isWhole = !text.empty() && parsed.ec == std::errc{} && parsed.ptr == end;
    return isWhole ? std::optional(value) : std::nullopt;
}

/// "1..32000" in steps of 0.01 is "0.01..320".
std::string inUnit(std::string_view range, int exponent) {
    if (exponent == 0) {
        return std::string(range);
    }
    std::string text;
    while (!range.empty()) {
        int number = 0;
        const auto parsed = std::from_chars(range.data(), range.data() + range.size(), number);
        if (parsed.ec == std::errc{}) {
            text += textOf(number * std::pow(10.0, exponent), 6);
            range.remove_prefix(static_cast<std::size_t>(parsed.ptr - range.data()));
        } else {
            text += range.front();
            range.remove_prefix(1);
        }
    }
    return text;
}

/// The word that a person gave for a register by number.
sim::Result<std::uint16_t> wordIn(std::string_view text, const WriteRequest& request) {
    const auto value = numberOf(text);
    if (value && *value == std::floor(*value) && *value >= 0.0 && *value <= 65535.0) {
        return static_cast<std::uint16_t>(*value);
    }
    const std::string range = rangeTextOf(request);
    return wrong("'" + std::string(text) + "': a register takes a whole number from 0 to 65535" +
                 (range.empty() ? "" : "; " + range));
}

sim::Result<double> valueIn(std::string_view text, const NamedRegister& target) {
    if (const auto number = numberOf(text)) {
        return number;
    }
    return sim::registerQuantity({target.row->number, target, true}, text);
}

sim::Result<WriteRequest>
namedRequest(std::string_view text, std::string_view subject, std::string_view value) {
    const auto target = registerPairNamed(subject).integer;
    if (!target) {
        // The sentence for a name that is not known, and the one that may be meant.
        const auto asked = sim::readRequestOf(subject);
        return wrong(asked ? "'" + std::string(subject) + "' is read-only" : asked.error().text);
    }
    WriteRequest request{.number = target->row->number,
                         .name = std::string(target->text->name),
                         .value = 0.0,
                         .unit = std::string(target->text->unit),
                         .word = 0,
                         .isByName = true};
    if (!target->row->isWritable()) {
        return wrong("'" + std::string(text) + "': " + request.name + " is read-only");
    }
    const auto given = valueIn(value, *target);
    if (!given) {
        return wrong("'" + std::string(text) + "': " + given.error().text);
    }
    const auto word = wordOf(*target->row, *given, ScaleFactors{});
    if (!word) {
        return wrong("'" + std::string(text) + "': " + rangeTextOf(request));
    }
    request.value = *given;
    request.word = *word;
    return request;
}

sim::Result<WriteRequest>
numberedRequest(std::string_view text, int number, std::string_view value) {
    if (number < 1 || number >= kNumberMax) {
        return wrong("register " + std::to_string(number) + " is not between 1 and 65535");
    }
    WriteRequest request;
    request.number = static_cast<std::uint16_t>(number);
    const auto target = namedRegisterAt(request.number);
    if (target) {
        request.name = std::string(target->text->name);
    }
    const auto word = wordIn(value, request);
    if (!word) {
        return wrong("'" + std::string(text) + "': " + word.error().text);
    }
    request.word = *word;
    request.value = *word;
    if (target && target->row->isWritable()) {
        const std::array words = {*word};
        request.value = valueOf(*target->row, words, ScaleFactors{}).value_or(*word);
        request.unit = std::string(target->text->unit);
    }
    return request;
}

} // namespace

sim::Result<WriteRequest> writeRequestOf(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return wrong("'" + std::string(text) + "' is not NAME=VALUE, as in system_type=31");
    }
    const std::string_view subject = text.substr(0, equals);
    const std::string_view value = text.substr(equals + 1);
    if (std::string hint = sim::otherCountingHint(subject); !hint.empty()) {
        return wrong(std::move(hint));
    }
    const std::optional<int> number = wholeNumber(subject);
    return number ? numberedRequest(text, *number, value) : namedRequest(text, subject, value);
}

std::string rangeTextOf(const WriteRequest& request) {
    const auto target = namedRegisterAt(request.number);
    if (!target || !target->row->isWritable() || target->text->range.empty()) {
        return {};
    }
    const int exponent = decimalExponentOf(*target->row, ScaleFactors{});
    const std::string unit(target->text->unit);
    if (request.isByName) {
        return request.name + " takes " + inUnit(target->text->range, exponent) +
               (unit.empty() ? "" : " " + unit);
    }
    const std::string words =
        "register " + std::to_string(request.number) + " takes " + std::string(target->text->range);
    return exponent == 0 ? words + (unit.empty() ? "" : " " + unit)
                         : words + " in steps of " + textOf(std::pow(10.0, exponent), 6) + " " +
                               unit + "; " + request.name + " takes the value itself";
}

std::vector<WriteBlock> writeBlocksOf(const std::vector<WriteRequest>& requests, bool isJoined) {
    std::vector<WriteBlock> blocks;
    for (const WriteRequest& request : requests) {
        const bool isNext = isJoined && !blocks.empty() &&
                            blocks.back().words.size() < kWriteCountMax &&
                            blocks.back().number + blocks.back().words.size() == request.number;
        if (!isNext) {
            blocks.push_back({.number = request.number, .words = {}, .requests = {}});
        }
        blocks.back().words.push_back(request.word);
        blocks.back().requests.push_back(request);
    }
    return blocks;
}

} // namespace meter::app
