// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace meter::app {
namespace {

constexpr double kDurationMaxMs = 1e12; // About 30 years: far from any overflow below.

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

std::size_t editDistance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i] = i;
    }
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

std::string HostPort::text() const {
    const bool isIpv6 = host.find(':') != std::string::npos;
    return (isIpv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

sim::Result<HostPort> hostPortOf(std::string_view text) {
    const std::string quoted = "'" + std::string(text) + "'";
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) {
        return wrong(quoted + " is not HOST:PORT, as in 127.0.0.1:1502");
    }
    std::string_view host = text.substr(0, colon);
    const std::string_view portText = text.substr(colon + 1);
    if (host.front() == '[') {
        if (host.size() < 3 || host.back() != ']') {
            return wrong(quoted + " is not [IPV6]:PORT, as in [::1]:1502");
        }
        host = host.substr(1, host.size() - 2);
    } else if (host.find(':') != std::string_view::npos) {
        return wrong(quoted + ": an IPv6 address stands in brackets, as in [::1]:1502");
    }
    unsigned port = 0;
    const char* const end = portText.data() + portText.size();
    const auto parsed = std::from_chars(portText.data(), end, port);
    if (portText.empty() || parsed.ec != std::errc{} || parsed.ptr != end || port > 65535U) {
        return wrong(quoted + ": the port is a number from 0 (any free one) to 65535");
    }
    return HostPort{.host = std::string(host), .port = static_cast<std::uint16_t>(port)};
}

bool isLoopback(std::string_view host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

sim::Result<std::chrono::milliseconds> wallDurationOf(std::string_view text) {
    using Unit = std::pair<std::string_view, double>;
    constexpr std::array<Unit, 5> kUnits = {Unit{"ms", 1.0}, Unit{"min", 60'000.0},
                                            Unit{"s", 1000.0}, Unit{"h", 3'600'000.0},
                                            Unit{"", 1000.0}};
    const std::string_view whole = trimmed(text);
    const auto unitAt = whole.find_first_not_of("0123456789.");
    const std::string_view unit =
        unitAt == std::string_view::npos ? std::string_view{} : trimmed(whole.substr(unitAt));
    const sim::Result<double> number = numberOf(trimmed(whole.substr(0, unitAt)));
    for (const auto& [name, ms] : kUnits) {
        if (unit == name && number && *number * ms <= kDurationMaxMs) {
            return std::chrono::milliseconds(std::llround(*number * ms));
        }
    }
    return wrong("'" + std::string(text) + "' is not a duration; write it as in 500 ms, 10 s, " +
                 "2 min or 1 h");
}

sim::Result<double> numberOf(std::string_view text) {
    const char* const end = text.data() + text.size();
    if (text.starts_with("0x") || text.starts_with("0X")) {
        std::uint32_t whole = 0;
        const auto parsed = std::from_chars(text.data() + 2, end, whole, 16);
        if (parsed.ec == std::errc{} && parsed.ptr == end) {
            return static_cast<double>(whole);
        }
    } else {
        double value = 0.0;
        const auto parsed = std::from_chars(text.data(), end, value);
        if (!text.empty() && parsed.ec == std::errc{} && parsed.ptr == end &&
            std::isfinite(value)) {
            return value;
        }
    }
    return wrong("'" + std::string(text) + "' is not a number");
}

std::string nearestWord(std::string_view word, const std::vector<std::string>& known) {
    std::string best;
    // A third of the letters wrong is a slip; more is another word.
    std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string textOf(double value, int digits) {
    std::array<char, 64> buffer{};
    const auto written = digits > 0
                             ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                             std::chars_format::general, digits)
                             : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), written.ptr};
}

} // namespace meter::app
