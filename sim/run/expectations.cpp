// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/expectations.hpp"

#include "sim/base/quantity.hpp"
#include "sim/run/masters_on_line.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace meter::sim {

namespace {

using When = Expectation::When;

/// Of polls in a span only its end tells.
bool isCounted(const Expectation& expectation) {
    return expectation.ofMaster && expectation.ofMaster->what != MasterExpectation::What::Sees;
}

std::string secondsText(SampleTime time) {
    return numberText(secondsOf(time)) + " s";
}

} // namespace

ExpectationJudge::ExpectationJudge(const Scenario& scenario) : m_factory(scenario.meter) {
    for (const Expectation& expectation : scenario.expect) {
        Case item{.expectation = expectation, .isSettled = false, .result = {}};
        item.result.text = expectation.text;
        item.result.place = expectation.place;
        m_cases.push_back(std::move(item));
    }
}

std::vector<SampleTime> ExpectationJudge::oddMoments() const {
    std::vector<SampleTime> moments;
    for (const Case& item : m_cases) {
        const SampleTime at = item.expectation.to;
        if (item.expectation.when == When::At && (at == 0 || at % kSamplesPerSecond != 0)) {
            moments.push_back(at);
        }
    }
    std::ranges::sort(moments);
    const auto repeated = std::ranges::unique(moments);
    moments.erase(repeated.begin(), repeated.end());
    return moments;
}

bool ExpectationJudge::isDone() const {
    return std::ranges::all_of(m_cases, &Case::isSettled);
}

void ExpectationJudge::onSecond(const Simulation& simulation) {
    judgeDue(simulation, true);
}

void ExpectationJudge::onMoment(const Simulation& simulation) {
    judgeDue(simulation, false);
}

void ExpectationJudge::judgeDue(const Simulation& simulation, bool isWholeSecond) {
    const SampleTime now = simulation.now();
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        Case& item = m_cases[i];
        const Expectation& expectation = item.expectation;
        const bool isMoment = expectation.when == When::At;
        const bool isDue = isMoment
                               ? expectation.to == now
                               : isWholeSecond && now >= expectation.from && now <= expectation.to;
        if (!item.isSettled && isDue) {
            judge(item, simulation);
            if (item.isSettled) {
                m_newlySettled.push_back(i);
            }
        }
    }
    if (isDone()) {
        m_look.reset();
    }
}

Verdict ExpectationJudge::verdictOf(const Case& item, const Simulation& simulation) {
    if (!item.expectation.ofMaster) {
        if (!m_look) {
            m_look.emplace(m_factory);
        }
        return m_look->verdictOf(item.expectation, simulation);
    }
    if (m_masters == nullptr) {
        return {false, "masters are played in `run` only"};
    }
    return m_masters->verdictOf(item.expectation, static_cast<std::size_t>(&item - m_cases.data()));
}

void ExpectationJudge::judge(Case& item, const Simulation& simulation) {
    const SampleTime now = simulation.now();
    const SampleTime nextSecond = (now / kSamplesPerSecond + 1) * kSamplesPerSecond;
    const bool isLast = nextSecond > item.expectation.to;
    if (isCounted(item.expectation) && !isLast) {
        return;
    }
    const Verdict verdict = verdictOf(item, simulation);
    item.result.at = now;
    item.result.hasHeld = verdict.holds;
    item.result.seen = verdict.seen;
    switch (item.expectation.when) {
    case When::At:
        item.isSettled = true;
        break;
    case When::FromTo:
        item.isSettled = !verdict.holds || isLast;
        break;
    case When::By:
        item.isSettled = verdict.holds || isLast;
        break;
    }
}

std::vector<std::size_t> ExpectationJudge::takeSettled() {
    return std::exchange(m_newlySettled, {});
}

std::vector<ExpectationStanding> ExpectationJudge::standings() const {
    using State = ExpectationStanding::State;
    std::vector<ExpectationStanding> standings;
    standings.reserve(m_cases.size());
    for (const Case& item : m_cases) {
        const State settled = item.result.hasHeld ? State::Held : State::Failed;
        standings.push_back({.state = item.isSettled ? settled : State::Pending,
                             .from = item.expectation.from,
                             .to = item.expectation.to,
                             .text = item.result.text,
                             .seen = item.result.seen,
                             .at = item.result.at});
    }
    return standings;
}

void ExpectationJudge::reopen(SampleTime time) {
    for (Case& item : m_cases) {
        if (item.result.at > time) {
            item.isSettled = false;
            item.result.hasHeld = false;
            item.result.at = 0;
            item.result.seen.clear();
        }
    }
    m_look.reset();
    m_newlySettled.clear();
}

std::vector<ExpectationResult> ExpectationJudge::finish(SampleTime now) {
    std::vector<ExpectationResult> results;
    results.reserve(m_cases.size());
    for (Case& item : m_cases) {
        if (!item.isSettled) {
            item.result.hasHeld = false;
            item.result.at = now;
            item.result.seen = "not checked to its end: the run ended at " + secondsText(now);
        }
        results.push_back(item.result);
    }
    return results;
}

} // namespace meter::sim
