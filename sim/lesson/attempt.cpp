// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/attempt.hpp"

#include "sim/base/random.hpp"
#include "sim/base/sha256.hpp"
#include "sim/faults/fault_call.hpp"
#include "sim/lesson/choice_tables.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"

#include <algorithm>

namespace meter::sim {

namespace {

constexpr std::uint64_t kSeedLimit = std::uint64_t{1} << 53U; ///< Exact in JSON.
constexpr int kDrawCountMax = 64; ///< Draws until a combination tells its faults apart.

World withFaults(const Scenario& scenario, const std::vector<std::string>& names) {
    World world = scenario.world;
    for (const std::string& name : names) {
        const FaultReading reading =
            readFault(name, {}, std::nullopt, scenario.world, nominalFrequencyHz(scenario));
        std::vector<ActiveFault> faults;
        for (const FaultStep& step : reading.action.steps) {
            faults.push_back(begun(name, step, 0, world));
        }
        layFaults(faults, 0, 0, world);
    }
    return world;
}

/// Each one shows: leaving any of them out would be another installation.
bool isDistinguishable(const Scenario& scenario, const std::vector<std::string>& names) {
    const World whole = withFaults(scenario, names);
    for (std::size_t left = 0; left < names.size(); ++left) {
        std::vector<std::string> fewer = names;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left));
        if (withFaults(scenario, fewer) == whole) {
            return false;
        }
    }
    return true;
}

/// No single fault of the list looks like the combination.
bool isNoSingleOne(const Lesson& lesson, const std::vector<std::string>& names) {
    if (names.size() < 2) {
        return true;
    }
    const World whole = withFaults(lesson.scenario, names);
    return std::ranges::none_of(lesson.hidden->from, [&](const std::string& name) {
        return withFaults(lesson.scenario, {name}) == whole;
    });
}

std::vector<std::string> someOf(const std::vector<std::string>& from, int count, Random& random) {
    std::vector<std::size_t> places(from.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = i;
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        std::swap(places[i], places[i + static_cast<std::size_t>(random.below(places.size() - i))]);
    }
    places.resize(static_cast<std::size_t>(count));
    std::ranges::sort(places);
    std::vector<std::string> names;
    for (const std::size_t place : places) {
        names.push_back(from[place]);
    }
    return names;
}

} // namespace

std::uint64_t attemptSeed(const std::string& learner, const Lesson& lesson, int number) {
    const Digest digest = sha256(learner + '\0' + lesson.digest + '\0' + std::to_string(number));
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        seed = (seed << 8U) | digest[i];
    }
    return seed % kSeedLimit;
}

std::vector<std::string> drawnFaults(const Lesson& lesson, std::uint64_t seed) {
    if (!lesson.hidden) {
        return {};
    }
    const HiddenFaults& hidden = *lesson.hidden;
    Random random(streamOf(seed, "hidden faults"));
    const auto span = static_cast<std::uint64_t>(hidden.atMost - hidden.atLeast + 1);
    const int count = hidden.atLeast + static_cast<int>(random.below(span));
    std::vector<std::string> names;
    for (int draw = 0; draw < kDrawCountMax; ++draw) {
        names = someOf(hidden.from, count, random);
        if (isDistinguishable(lesson.scenario, names) && isNoSingleOne(lesson, names)) {
            break;
        }
    }
    return names;
}

std::vector<std::string> hiddenAnswer(const std::vector<std::string>& drawn) {
    return drawn.empty() ? std::vector<std::string>{std::string(kCorrectWiring)} : drawn;
}

Scenario attemptScenario(const Lesson& lesson, std::uint64_t seed) {
    Scenario scenario = lesson.scenario;
    scenario.seed = seed;
    scenario.world = withFaults(lesson.scenario, drawnFaults(lesson, seed));
    return scenario;
}

} // namespace meter::sim
