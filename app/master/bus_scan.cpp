// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/bus_scan.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

namespace meter::app {
namespace {

constexpr int kUnitMax = 247;
constexpr std::array<int, 6> kBauds = {1200, 2400, 4800, 9600, 19200, 38400};
constexpr std::array<const char*, 3> kParities = {"none", "even", "odd"};

std::vector<std::string_view> partsOf(std::string_view text) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto comma = text.find(',');
        parts.push_back(text.substr(0, comma));
        if (comma == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(comma + 1);
    }
}

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    return isWhole && !text.empty() ? std::optional(value) : std::nullopt;
}

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

} // namespace

sim::Result<std::vector<int>> unitListOf(std::string_view text) {
    std::set<int> units;
    for (const std::string_view part : partsOf(text)) {
        const auto dash = part.find('-');
        const auto first = wholeNumber(part.substr(0, dash));
        const auto last =
            dash == std::string_view::npos ? first : wholeNumber(part.substr(dash + 1));
        if (!first || !last || *first < 1 || *first > *last || *last > kUnitMax) {
            return wrong("--units: '" + std::string(part) +
                         "' is not an address or range from 1 to 247, as in 1-247 or 1,5,10-12");
        }
        for (int unit = *first; unit <= *last; ++unit) {
            units.insert(unit);
        }
    }
    return std::vector<int>(units.begin(), units.end());
}

sim::Result<std::vector<int>> baudListOf(std::string_view text) {
    if (text == "all") {
        return std::vector<int>(kBauds.begin(), kBauds.end());
    }
    std::vector<int> bauds;
    for (const std::string_view part : partsOf(text)) {
        const auto baud = wholeNumber(part);
        if (!baud || std::ranges::find(kBauds, *baud) == kBauds.end()) {
            return wrong("--bauds: '" + std::string(part) +
                         "' is none of 1200, 2400, 4800, 9600, 19200, 38400, all");
        }
        bauds.push_back(*baud);
    }
    return bauds;
}

sim::Result<std::vector<std::string>> parityListOf(std::string_view text) {
    if (text == "all") {
        return std::vector<std::string>(kParities.begin(), kParities.end());
    }
    std::vector<std::string> parities;
    for (const std::string_view part : partsOf(text)) {
        if (std::ranges::find(kParities, part) == kParities.end()) {
            return wrong("--parities: '" + std::string(part) + "' is none of none, even, odd, all");
        }
        parities.emplace_back(part);
    }
    return parities;
}

const char* nameOf(UnitState state) {
    constexpr std::array<const char*, 3> kNames = {"meter", "refusal", "nonsense"};
    return kNames.at(static_cast<std::size_t>(state));
}

namespace {

constexpr int kGatewayPath = 10; // Exceptions by which a gateway says that nobody is there.
constexpr int kGatewayTarget = 11;

/// None: nobody. An error: the other side is gone.
sim::Result<std::optional<FoundUnit>> probe(ModbusMaster& master, int unit) {
    auto answer = master.read(1, 1);
    if (!answer && answer.error().kind == MasterError::Kind::Lost) {
        // Some gateways close the connection rather than say that nobody is there.
        if (const sim::Result<void> again = master.reconnect(); !again) {
            return std::unexpected(again.error());
        }
        answer = master.read(1, 1);
    }
    FoundUnit found{.unit = unit, .parity = {}, .identity = {}};
    if (answer) {
        return found;
    }
    const MasterError& failure = answer.error();
    if (failure.kind == MasterError::Kind::Garbled) {
        found.state = UnitState::Nonsense;
        return found;
    }
    if (failure.kind != MasterError::Kind::Exception || failure.exception == kGatewayPath ||
        failure.exception == kGatewayTarget) {
        return std::nullopt;
    }
    found.state = UnitState::Refusal;
    found.exception = failure.exception;
    return found;
}

} // namespace

sim::Result<void> scanUnits(ModbusMaster& master,
                            const std::vector<int>& units,
                            const std::function<bool(int unit)>& asked,
                            const std::function<bool(FoundUnit)>& found) {
    for (const int unit : units) {
        if (!asked(unit)) {
            return {};
        }
        master.setUnit(unit);
        auto probed = probe(master, unit);
        if (!probed) {
            return std::unexpected(probed.error());
        }
        if (!*probed) {
            continue;
        }
        FoundUnit one = std::move(**probed);
        if (one.state != UnitState::Nonsense) {
            if (auto report = master.reportId()) {
                one.identity.report = std::move(*report);
            }
            if (auto objects = master.deviceIdentification()) {
                one.identity.objects = std::move(*objects);
            }
        }
        if (!found(std::move(one))) {
            return {};
        }
    }
    return {};
}

} // namespace meter::app
