// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/expectations.hpp"

#include "sim/base/quantity.hpp"
#include "sim/device/glass_text.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace meter::sim {

namespace {

using When = Expectation::When;
using Subject = Expectation::Subject;

/// scenario.md: without `within`, exact for whole numbers and 1e-6 relative otherwise.
constexpr double kRelativeTolerance = 1e-6;
/// A tolerance is not missed by the rounding of the numbers that it is compared with.
constexpr double kRounding = 1e-12;

bool isEqual(double seen, double expected, std::optional<double> within) {
    const double size = std::fabs(expected);
    if (within) {
        return std::fabs(seen - expected) <= *within + size * kRounding;
    }
    if (expected == std::floor(expected)) {
        return seen == expected;
    }
    return std::fabs(seen - expected) <= size * kRelativeTolerance;
}

bool holdsNumerically(const Expectation& expectation, double seen) {
    if (expectation.equals && !isEqual(seen, *expectation.equals, expectation.within)) {
        return false;
    }
    if (expectation.above && !(seen > *expectation.above)) {
        return false;
    }
    if (expectation.below && !(seen < *expectation.below)) {
        return false;
    }
    return !expectation.between ||
           (seen >= expectation.between->first && seen <= expectation.between->second);
}

/// The value as the bits of its register: a signed one in two's complement. Any double is fine.
std::uint32_t bitsOf(double seen) {
    constexpr double kBeyond = 4294967296.0; // 2³²
    if (!(seen > -kBeyond && seen < kBeyond)) {
        return 0;
    }
    return static_cast<std::uint32_t>(static_cast<std::int64_t>(seen));
}

bool holdBits(const Expectation& expectation, double seen) {
    const std::uint32_t word = bitsOf(seen);
    return std::ranges::all_of(expectation.bits, [word](const std::pair<int, bool>& bit) {
        return ((word >> static_cast<unsigned>(bit.first)) & 1U) == (bit.second ? 1U : 0U);
    });
}

std::string bitList(double seen) {
    std::string text;
    for (unsigned bit = 0; bit < 16; ++bit) {
        if (((bitsOf(seen) >> bit) & 1U) != 0U) {
            text += (text.empty() ? "" : " ") + std::to_string(bit);
        }
    }
    return text.empty() ? "no bit set" : "bits set: " + text;
}

bool holdsOnGlass(const Expectation& expectation, const Glass& glass) {
    if (expectation.label && *expectation.label != labelText(glass)) {
        return false;
    }
    if (expectation.value && *expectation.value != valueText(glass)) {
        return false;
    }
    const std::vector<std::string> wanted = expectation.icons.value_or(std::vector<std::string>{});
    return std::ranges::all_of(wanted, [&glass](const std::string& name) {
        const std::optional<Icon> icon = iconOf(name);
        return icon && glass.has(*icon);
    });
}

std::string secondsText(SampleTime time) {
    return numberText(secondsOf(time)) + " s";
}

} // namespace

ExpectationJudge::ExpectationJudge(const Scenario& scenario) : m_reader(scenario.meter) {
    for (const Expectation& expectation : scenario.expect) {
        Case item{.expectation = expectation, .choice = {}, .isSettled = false, .result = {}};
        item.result.text = expectation.text;
        item.result.place = expectation.place;
        if (expectation.subject == Subject::Register) {
            if (const auto choice = registerByNameOrNumber(expectation.name)) {
                item.choice = *choice;
            }
        }
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
}

void ExpectationJudge::judge(Case& item, const Simulation& simulation) {
    const SampleTime now = simulation.now();
    const Verdict verdict = verdictOf(item, simulation);
    const SampleTime nextSecond = (now / kSamplesPerSecond + 1) * kSamplesPerSecond;
    const bool isLast = nextSecond > item.expectation.to;
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

ExpectationJudge::Verdict ExpectationJudge::verdictOf(const Case& item,
                                                      const Simulation& simulation) {
    const Expectation& expectation = item.expectation;
    if (expectation.subject == Subject::Register) {
        return verdictOfRegister(item, simulation);
    }
    if (expectation.subject == Subject::Display) {
        const Glass& glass = simulation.meter().glass();
        return {holdsOnGlass(expectation, glass), glassText(glass)};
    }
    const ContactLog::Values& contacts = simulation.contacts().values();
    const bool isAlarm = expectation.name == "alarm";
    const bool isClosed = isAlarm ? contacts.isAlarmClosed : contacts.isEnergyPulseClosed;
    const bool isStateRight = !expectation.isClosed || *expectation.isClosed == isClosed;
    std::string seen = isClosed ? "closed" : "open";
    if (!isAlarm) {
        seen += ", " + std::to_string(contacts.energyPulses) + " pulses";
    }
    const auto pulses = static_cast<double>(contacts.energyPulses);
    return {isStateRight && (isAlarm || holdsNumerically(expectation, pulses)), seen};
}

ExpectationJudge::Verdict ExpectationJudge::verdictOfRegister(const Case& item,
                                                              const Simulation& simulation) {
    if (!item.choice) {
        return {false, "there is no such register"};
    }
    if (m_lookedAt != simulation.now()) {
        m_reader.look(simulation.meter());
        m_lookedAt = simulation.now();
    }
    const Expectation& expectation = item.expectation;
    const RegisterReading reading = m_reader.read(*item.choice);
    const bool isValidityRight = !expectation.isValid || *expectation.isValid == reading.isValid();
    if (!reading.isValid()) {
        const bool hasOnlyValidity = !expectation.equals && !expectation.above &&
                                     !expectation.below && !expectation.between &&
                                     expectation.bits.empty();
        return {isValidityRight && hasOnlyValidity && expectation.isValid.has_value(),
                reading.state == RegisterReading::State::NoAnswer ? "no answer" : "invalid"};
    }
    std::string seen = readingText(reading);
    if (item.choice->named && !item.choice->named->text->unit.empty()) {
        seen += " " + std::string(item.choice->named->text->unit);
    }
    if (!expectation.bits.empty()) {
        seen += " (" + bitList(reading.value) + ")";
    }
    return {isValidityRight && holdsNumerically(expectation, reading.value) &&
                holdBits(expectation, reading.value),
            seen};
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
    m_lookedAt = -1;
    m_newlySettled.clear();
}

std::vector<ExpectationResult> ExpectationJudge::finish(SampleTime now) {
    std::vector<ExpectationResult> results;
    results.reserve(m_cases.size());
    for (Case& item : m_cases) {
        if (!item.isSettled) {
            item.result.hasHeld = false;
            item.result.at = now;
            item.result.seen = "not judged to its end: the run was over at " + secondsText(now);
        }
        results.push_back(item.result);
    }
    return results;
}

} // namespace meter::sim
