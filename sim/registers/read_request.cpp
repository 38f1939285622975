// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/registers/read_plan.hpp"
#include "sim/registers/register_names.hpp"

#include <array>
#include <charconv>
#include <system_error>
#include <utility>

namespace meter::sim {
namespace {

constexpr int kNumberMax = 65536; // Protocol address 65535.

std::unexpected<Error> wrong(std::string text) {
    return std::unexpected(Error{.text = std::move(text), .place = {}});
}

std::optional<int> wholeNumber(std::string_view text, int base = 10) {
    int value = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value, base);
    const bool isWhole = !text.empty() && parsed.ec == std::errc{} && parsed.ptr == end;
    return isWhole ? std::optional(value) : std::nullopt;
}

/// The register that a text means in another way to count; 0: none.
int otherCounting(std::string_view text) {
    const bool isPrefixed = text.size() > 2 && (text[1] == 'x' || text[1] == 'X');
    if (isPrefixed && text[0] == '0') {
        const auto address = wholeNumber(text.substr(2), 16);
        return address ? *address + 1 : 0;
    }
    if (isPrefixed && (text[0] == '4' || text[0] == '3')) {
        return wholeNumber(text.substr(2)).value_or(0);
    }

    /// Holding registers begin with a 4, input registers with a 3, in five digits or six.
    struct Series {
        int first;
        int last;
    };

    constexpr std::array<Series, 4> kSeries = {
        {{30001, 39999}, {40001, 49999}, {300001, 365536}, {400001, 465536}}};
    const int number = wholeNumber(text).value_or(0);
    for (const Series& series : kSeries) {
        if (number >= series.first && number <= series.last) {
            return number - series.first + 1;
        }
    }
    return 0;
}

Result<std::uint16_t> registerNumber(int number) {
    if (number < 1 || number >= kNumberMax) {
        return wrong("register " + std::to_string(number) + " is not between 1 and 65535");
    }
    return static_cast<std::uint16_t>(number);
}

} // namespace

std::string otherCountingHint(std::string_view text) {
    const int meant = otherCounting(text);
    return meant < 1 || meant >= kNumberMax
               ? std::string{}
               : "'" + std::string(text) + "': that is register " + std::to_string(meant) +
                     "; registers are named by the numbers of the guide, from 1 on";
}

Result<ReadRequest> readRequestOf(std::string_view text) {
    const auto colon = text.find(':');
    const std::string_view subject = text.substr(0, colon);
    if (std::string hint = otherCountingHint(subject); !hint.empty()) {
        return wrong(std::move(hint));
    }
    std::optional<int> count;
    if (colon != std::string_view::npos) {
        count = wholeNumber(text.substr(colon + 1));
        if (!count || *count < 1 || *count >= kNumberMax) {
            return wrong("'" + std::string(text) + "': the count after ':' is a whole number " +
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
            const std::string_view nearest = nearestRegisterName(subject);
            return wrong("no register is called '" + std::string(subject) + "'" +
                         (nearest.empty() ? "; metertwin-cli registers lists them"
                                          : "; did you mean '" + std::string(nearest) + "'?"));
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

} // namespace meter::sim
