// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_checks.hpp"

#include "sim/base/quantity.hpp"
#include "sim/base/sim_time.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace meter::sim {

void checkTimes(const Scenario& scenario, Errors& errors) {
    if (!scenario.duration) {
        return;
    }
    const std::string end = " after the end of the scenario (duration " +
                            numberText(secondsOf(*scenario.duration)) + " s)";
    for (const TimelineEntry& entry : scenario.timeline) {
        if (entry.at > *scenario.duration) {
            errors.push_back({"this would happen" + end, entry.place});
        }
    }
    for (const Expectation& expectation : scenario.expect) {
        if (expectation.to > *scenario.duration) {
            errors.push_back({"this would be checked" + end, expectation.place});
        }
    }
}

void sortByPlace(Errors& errors) {
    std::vector<std::string> files;
    for (const Error& error : errors) {
        if (std::ranges::find(files, error.place.file) == files.end()) {
            files.push_back(error.place.file);
        }
    }
    // Found order settles ties, as a stable sort would (libstdc++'s warns under clang).
    std::vector<std::tuple<std::ptrdiff_t, int, int, std::size_t>> order;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        const Place& place = errors[i].place;
        order.emplace_back(std::ranges::find(files, place.file) - files.begin(), place.line,
                           place.column, i);
    }
    std::ranges::sort(order);
    Errors sorted;
    for (const auto& entry : order) {
        sorted.push_back(std::move(errors[std::get<3>(entry)]));
    }
    errors = std::move(sorted);
}

} // namespace meter::sim
