// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/reading_rules.hpp"

#include "sim/base/quantity.hpp"
#include "sim/judge/register_facts.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace meter::sim {
namespace {

using Outcome = Exchange::Outcome;

constexpr std::size_t kKeysMax = 256; ///< Of what is remembered by request or register.
constexpr std::size_t kPollMax = 128;
constexpr std::uint32_t kAlertRegister = 146;
constexpr std::uint32_t kFirstScale = 138;
constexpr std::uint32_t kVersionRegister = 7001;
constexpr std::int64_t kUsPerSecond = 1'000'000;
/// A second less the jitter of timers.
constexpr std::int64_t kRenewalUs = 900'000;
constexpr int kFastMin = 3;
constexpr int kRunMin = 3; ///< Single reads in a row.
constexpr std::uint64_t kStaleMin = 3;
constexpr std::uint64_t kStraddlingMin = 2;
constexpr double kFloatCounts = 16'777'216.0;         // 2^24
constexpr double kNearRollOver = 0.95 * 4294967296.0; // 2^32
constexpr std::size_t kFrameOverhead = 13; ///< Characters of a read but for its data: 8 and 5.
constexpr std::size_t kSilences = 7;       ///< Characters: 3.5 before each of the two.

std::string keyOf(const Exchange& exchange) {
    std::string key(1, static_cast<char>(exchange.unit));
    for (const std::byte byte : exchange.pdu()) {
        key += static_cast<char>(byte);
    }
    return key;
}

std::int64_t meterUsOf(const Exchange& exchange) {
    return exchange.request.meterTime * kUsPerSecond / kSamplesPerSecond;
}

std::uint32_t placeOf(std::uint8_t unit, std::uint32_t number) {
    return static_cast<std::uint32_t>(unit) << 16U | number;
}

/// Numbers of another way to count, sent as they are.
bool isOtherCounting(const Exchange& read) {
    const std::uint32_t address = read.first - 1;
    return (address >= 30'000 && address < 30'400) || (address >= 40'000 && address < 40'400);
}

std::optional<std::uint32_t> longAt(const Exchange& read, std::uint32_t number) {
    const auto high = read.word(number);
    const auto low = read.word(number + 1);
    return high && low ? std::optional(static_cast<std::uint32_t>(*high) << 16U | *low)
                       : std::nullopt;
}

} // namespace

void ReadingRules::onExchange(const Exchange& exchange, Finder& finder) {
    m_hasRequest = true;
    m_isIdentified = m_isIdentified || exchange.function == 0x11 || exchange.function == 0x2B ||
                     exchange.reads(kVersionRegister);
    if (!exchange.isRead() || exchange.count == 0) {
        m_run = {};
        return;
    }
    if (isOtherCounting(exchange)) {
        m_otherCounting.add(exchange);
        return;
    }
    m_hasMeasured = m_hasMeasured || isAnyMeasured(exchange.first, exchange.last());
    m_hasAlerts = m_hasAlerts || exchange.reads(kAlertRegister);
    judgeDefined(exchange, finder);
    if (exchange.outcome == Outcome::Refused) {
        return;
    }
    judgeHalves(exchange);
    judgeScales(exchange);
    judgePace(exchange, finder);
    judgeSingles(exchange, finder);
    judgeEnergies(exchange);
    judgePoll(exchange, finder);
}

void ReadingRules::onGap() {
    m_halves.clear();
    m_repetitions.clear();
    m_run = {};
    m_poll.clear();
    m_isPollTorn = false;
}

// J01, J02 -----------------------------------------------------------------------------------

void ReadingRules::judgeHalves(const Exchange& read) {
    const auto firstPair = pairAt(read.first);
    const auto lastPair = pairAt(read.last());
    bool hasPair = false;
    for (std::uint32_t number = read.first; number <= read.last() && !hasPair; ++number) {
        hasPair = pairAt(number).has_value();
    }
    m_pairReads += hasPair ? 1 : 0;
    const bool isCutBefore = firstPair && *firstPair < read.first;
    const bool isCutBehind = lastPair && *lastPair == read.last();
    const bool isStraddling = isCutBefore && isCutBehind;
    if (isStraddling) {
        m_straddling.add(read);
    }
    if (isCutBefore) {
        noteHalf(read, *firstPair, true, isStraddling);
    }
    if (isCutBehind) {
        noteHalf(read, *lastPair, false, isStraddling);
    }
}

void ReadingRules::noteHalf(const Exchange& read,
                            std::uint32_t pair,
                            bool isSecond,
                            bool isStraddling) {
    if (m_halves.size() >= kKeysMax) {
        m_halves.clear();
    }
    Halves& halves = m_halves[placeOf(read.unit, pair)];
    halves.isSeen[isSecond ? 1 : 0] = true;
    halves.isStraddling = halves.isStraddling || isStraddling;
    if (halves.isSeen[0] && halves.isSeen[1]) {
        JudgeEvidence& evidence = halves.isStraddling ? m_splitByAddress : m_split;
        evidence.show(halves.frame);
        evidence.add(read);
        halves = {};
        return;
    }
    halves.frame = read.request;
}

void ReadingRules::concludeAddresses(Finder& finder) const {
    const bool isOff =
        m_straddling.count >= kStraddlingMin && 2 * m_straddling.count >= m_pairReads;
    JudgeEvidence& wrong = finder.at(JudgeRule::WrongAddresses);
    JudgeEvidence& split = finder.at(JudgeRule::SplitValue);
    wrong.merge(m_otherCounting);
    split.merge(m_split);
    if (isOff) {
        wrong.merge(m_straddling);
    } else {
        split.merge(m_splitByAddress);
    }
    if (m_pairReads > 0) {
        finder.kept(JudgeRule::SplitValue);
        finder.kept(JudgeRule::WrongAddresses);
    }
}

// J03 ----------------------------------------------------------------------------------------

void ReadingRules::judgeScales(const Exchange& read) {
    const auto scaleNow = [&read](std::size_t index) -> std::optional<int> {
        if (!read.request.scales) {
            return std::nullopt;
        }
        const ScaleFactors& now = *read.request.scales;
        return std::array{now.current, now.voltage, now.power, now.energy}[index];
    };
    std::array<bool, 4> isNeeded{};
    for (std::uint32_t number = read.first; number <= read.last(); ++number) {
        if (const auto scale = scaleOf(number)) {
            isNeeded[*scale - kFirstScale] = true;
        }
    }
    for (std::size_t i = 0; i < m_scales.size(); ++i) {
        Scale& scale = m_scales[i];
        if (read.reads(kFirstScale + static_cast<std::uint32_t>(i))) {
            scale.isRead = true;
            scale.known = scaleNow(i);
            scale.stale = {};
        }
        if (!isNeeded[i]) {
            continue;
        }
        scale.reads.add(read);
        if (scale.isRead && scale.known && scaleNow(i) != scale.known) {
            scale.stale.add(read);
        }
    }
}

void ReadingRules::concludeScales(Finder& finder) const {
    for (const Scale& scale : m_scales) {
        if (scale.reads.count > 0 && !scale.isRead) {
            finder.at(JudgeRule::NoScales).merge(scale.reads);
        } else if (scale.stale.count >= kStaleMin) {
            finder.at(JudgeRule::NoScales).merge(scale.stale);
        }
        if (scale.reads.count > 0) {
            finder.kept(JudgeRule::NoScales);
        }
    }
}

// J11 ----------------------------------------------------------------------------------------

void ReadingRules::judgePace(const Exchange& read, Finder& finder) {
    if (!isAnyMeasured(read.first, read.last())) {
        return;
    }
    if (m_repetitions.size() >= kKeysMax) {
        m_repetitions.clear();
    }
    const auto [place, isNew] = m_repetitions.try_emplace(keyOf(read));
    Repetition& repetition = place->second;
    if (!isNew && repetition.wasAnswered) {
        const bool hasMeterTime = repetition.meterUs != 0 || read.request.meterTime != 0;
        const std::int64_t passedUs =
            hasMeterTime ? meterUsOf(read) - repetition.meterUs : read.beginUs - repetition.wallUs;
        repetition.fastCount = passedUs < kRenewalUs ? repetition.fastCount + 1 : 0;
        if (repetition.fastCount >= kFastMin) {
            finder.at(JudgeRule::TooFast).add(read);
        }
        finder.kept(JudgeRule::TooFast);
    }
    repetition.meterUs = meterUsOf(read);
    repetition.wallUs = read.beginUs;
    repetition.wasAnswered = read.outcome == Outcome::Answered;
}

// J12 ----------------------------------------------------------------------------------------

void ReadingRules::judgeSingles(const Exchange& read, Finder& finder) {
    if (!isOneValue(read.first, read.count)) {
        m_run = {};
        if (isOneRead(read.first, read.last())) {
            finder.kept(JudgeRule::OneByOne);
        }
        return;
    }
    const bool isNext = m_run.size > 0 && m_run.unit == read.unit && read.first > m_run.last &&
                        isOneRead(m_run.first, read.last());
    if (!isNext) {
        m_run = {read.unit, read.first, read.last(), 1};
        return;
    }
    m_run.last = read.last();
    ++m_run.size;
    if (m_run.size >= kRunMin) {
        finder.at(JudgeRule::OneByOne).add(read);
        m_savedCount += m_run.size == kRunMin ? kRunMin - 1 : 1;
    }
}

// J15 ----------------------------------------------------------------------------------------

void ReadingRules::judgeDefined(const Exchange& read, Finder& finder) {
    bool isUndefined = read.exception == 2;
    for (std::uint32_t number = read.first; number <= read.last() && !isUndefined; ++number) {
        isUndefined = registerRowAt(number) == nullptr;
    }
    // Within a longer read a reserved register costs nothing.
    if (isUndefined || isReserved(read.first) || isReserved(read.last())) {
        finder.at(JudgeRule::Undefined).add(read);
    }
    finder.kept(JudgeRule::Undefined);
}

// J17 ----------------------------------------------------------------------------------------

void ReadingRules::judgeEnergies(const Exchange& read) {
    for (std::uint32_t number = read.first; number < read.last(); ++number) {
        if (!isEnergy(number) || pairAt(number) != number) {
            continue;
        }
        const auto raw = longAt(read, number);
        const bool isFloat = registerRowAt(number)->format == RegisterFormat::Float;
        (isFloat ? m_hasFloatEnergy : m_hasIntegerEnergy) = true;
        if (!raw) {
            continue;
        }
        if (!isFloat && static_cast<double>(*raw) >= kNearRollOver) {
            m_nearRollOver.add(read);
        }
        if (isFloat && read.request.scales) {
            const double counts = static_cast<double>(std::bit_cast<float>(*raw)) /
                                  std::pow(10.0, read.request.scales->energy);
            if (counts >= kFloatCounts) {
                m_beyondFloat.add(read);
            }
        }
    }
}

void ReadingRules::concludeEnergies(Finder& finder) const {
    if (!m_hasFloatEnergy) {
        finder.at(JudgeRule::Resolution).merge(m_nearRollOver);
    }
    if (!m_hasIntegerEnergy) {
        finder.at(JudgeRule::Resolution).merge(m_beyondFloat);
    }
    if (m_hasFloatEnergy || m_hasIntegerEnergy) {
        finder.kept(JudgeRule::Resolution);
    }
}

// J21 ----------------------------------------------------------------------------------------

void ReadingRules::judgePoll(const Exchange& read, Finder& finder) {
    if (read.request.meterTime == 0 || read.outcome != Outcome::Answered ||
        !isAnyMeasured(read.first, read.last())) {
        return;
    }
    PolledRead now{keyOf(read), read.unit, read.first, read.last(),
                   read.request.meterTime / kSamplesPerSecond};
    if (m_poll.size() >= kPollMax ||
        std::ranges::find(m_poll, now.key, &PolledRead::key) != m_poll.end()) {
        m_poll.clear(); // The poll begins anew with its first request.
        m_isPollTorn = false;
        finder.kept(JudgeRule::TornPoll);
    }
    for (const PolledRead& before : m_poll) {
        const bool isOther =
            before.unit == now.unit && before.second != now.second &&
            isOneRead(std::min(before.first, now.first), std::max(before.last, now.last));
        if (isOther && !m_isPollTorn) {
            m_isPollTorn = true;
            finder.at(JudgeRule::TornPoll).add(read);
        }
    }
    m_poll.push_back(std::move(now));
}

// --------------------------------------------------------------------------------------------

void ReadingRules::conclude(const JudgeLine& line, Finder& finder) const {
    concludeAddresses(finder);
    concludeScales(finder);
    concludeEnergies(finder);
    if (m_hasMeasured) {
        finder.at(JudgeRule::NoAlerts).count += m_hasAlerts ? 0 : 1;
        finder.kept(JudgeRule::NoAlerts);
    }
    if (m_hasRequest) {
        finder.at(JudgeRule::NotIdentified).count += m_isIdentified ? 0 : 1;
        finder.kept(JudgeRule::NotIdentified);
    }
    if (m_savedCount > 0) {
        const double bits = line.parity == Parity::None ? 10.0 : 11.0;
        const double saved = static_cast<double>(kFrameOverhead + kSilences) * bits * 1000.0 /
                             static_cast<double>(line.baudRate) * static_cast<double>(m_savedCount);
        finder.cost[static_cast<std::size_t>(JudgeRule::OneByOne)] =
            std::to_string(m_savedCount) +
            " requests could have been left out: " + numberText(std::round(saved)) +
            " ms of the line at " + std::to_string(line.baudRate) + " baud";
    }
}

} // namespace meter::sim
