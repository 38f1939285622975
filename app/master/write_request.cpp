// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/register_request.hpp"

#include "app/base/text_values.hpp"
#include "sim/registers/register_value.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

namespace meter::app {
namespace {

constexpr int kNumberMax = 65536; // Protocol address 65535.

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

std::unexpected<sim::Error> unknownName(std::string_view name) {
    std::string text = "no register is called '" + std::string(name) + "'";
    const std::string_view nearest = nearestRegisterName(name);
    text += nearest.empty() ? "; metertwin-cli registers lists them"
                            : "; did you mean '" + std::string(nearest) + "'?";
    return wrong(std::move(text));
}

sim::Result<std::uint16_t> registerNumber(int number) {
    if (number < 1 || number >= kNumberMax) {
        return wrong("register " + std::to_string(number) + " is not between 1 and 65535");
    }
    return static_cast<std::uint16_t>(number);
}

} // namespace

sim::Result<ReadRequest> readRequestOf(std::string_view text) {
    const auto colon = text.find(':');
    const std::string_view subject = text.substr(0, colon);
    std::optional<int> count;
    if (colon != std::string_view::npos) {
        count = wholeNumber(text.substr(colon + 1));
        if (!count || *count < 1 || *count >= kNumberMax) {
            return wrong("'" + std::string(text) + "': the count behind ':' is a whole number " +
                         "of registers from 1 on");
        }
    }
    ReadRequest request;
    if (const auto number = wholeNumber(subject)) {
        const auto judged = registerNumber(*number);
        if (!judged) {
            return std::unexpected(judged.error());
        }
        request.number = *judged;
        const RegisterRow* const row = registerRowAt(request.number);
        const bool isValue = row != nullptr && row->number == request.number && row->words == 2;
        request.count = count.value_or(isValue ? 2 : 1);
    } else {
        const auto rows = registersNamed(subject);
        if (rows.empty()) {
            return unknownName(subject);
        }
        request.number = rows.front().row->number;
        request.count = count.value_or(1);
        request.name = count ? "" : std::string(subject);
    }
    if (request.number + request.count > kNumberMax) {
        return wrong("'" + std::string(text) + "' goes beyond register 65535");
    }
    return request;
}

sim::Result<WriteRequest> writeRequestOf(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return wrong("'" + std::string(text) + "' is not NAME=VALUE, as in system_type=31");
    }
    const std::string_view subject = text.substr(0, equals);
    const auto value = numberOf(text.substr(equals + 1));
    if (!value) {
        return wrong("'" + std::string(text) + "': " + value.error().text);
    }
    WriteRequest request;
    request.value = *value;
    std::optional<NamedRegister> target;
    const std::optional<int> number = wholeNumber(subject);
    if (number) {
        const auto judged = registerNumber(*number);
        if (!judged) {
            return std::unexpected(judged.error());
        }
        request.number = *judged;
        target = namedRegisterAt(request.number);
    } else {
        target = registerPairNamed(subject).integer;
        if (!target) {
            return unknownName(subject);
        }
        request.number = target->row->number;
    }
    if (target) {
        request.name = target->text->name;
        request.unit = target->text->unit;
    }
    if (target && target->row->isWritable()) {
        const auto word = wordOf(*target->row, *value, ScaleFactors{});
        if (!word) {
            return wrong("'" + std::string(text) + "': " + request.name + " takes " +
                         std::string(target->text->range) + " " + request.unit);
        }
        request.word = *word;
        return request;
    }
    if (!number) {
        return wrong("'" + std::string(text) + "': " + request.name + " is read-only");
    }
    const bool isWord = *value == std::floor(*value) && *value >= 0.0 && *value <= 65535.0;
    if (!isWord) {
        return wrong("'" + std::string(text) +
                     "': a register takes a whole number from 0 to 65535");
    }
    request.word = static_cast<std::uint16_t>(*value);
    return request;
}

} // namespace meter::app
