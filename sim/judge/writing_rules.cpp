// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/writing_rules.hpp"

#include "sim/judge/register_facts.hpp"

#include <algorithm>

namespace meter::sim {
namespace {

using Outcome = Exchange::Outcome;

constexpr std::size_t kKeysMax = 256;
constexpr int kRefusalMin = 3;
constexpr std::uint8_t kAcknowledge = 5; ///< Exceptions that mean: later.
constexpr std::uint8_t kBusy = 6;
constexpr std::uint32_t kCommandRegister = 129;
constexpr std::uint16_t kClearEnergies = 30'078;
constexpr std::uint16_t kNewSubinterval = 21'211;
constexpr std::uint16_t kResetDemand = 21'212;
constexpr std::int64_t kCommandPauseUs = 10'000'000;
constexpr std::uint64_t kSameMin = 2;
constexpr int kSingleRunMin = 3;
/// Less than any time-out, more than a master needs to go on.
constexpr std::int64_t kAwaitedUs = 50'000;
/// More than any time-out: what comes later is a new broadcast.
constexpr std::int64_t kAwaitedMaxUs = 10'000'000;
constexpr std::int64_t kUsPerSecond = 1'000'000;

std::string keyOf(const Exchange& exchange) {
    std::string key(1, static_cast<char>(exchange.unit));
    for (const std::byte byte : exchange.pdu()) {
        key += static_cast<char>(byte);
    }
    return key;
}

std::uint32_t placeOf(const Exchange& exchange, std::uint32_t word) {
    return static_cast<std::uint32_t>(exchange.unit) << 16U | word;
}

/// Of the meter where it is known: what it counts its ten seconds by.
std::int64_t timeUs(const Exchange& exchange) {
    const SampleTime samples = exchange.request.meterTime;
    return samples != 0 ? samples * kUsPerSecond / kSamplesPerSecond : exchange.beginUs;
}

template <typename Map>
void bound(Map& map) {
    if (map.size() >= kKeysMax) {
        map.clear();
    }
}

} // namespace

void WritingRules::onExchange(const Exchange& exchange, Finder& finder) {
    judgeRefusal(exchange, finder);
    judgeBroadcast(exchange, finder);
    judgeConfiguration(exchange);
    if (exchange.isWrite()) {
        judgeCommand(exchange, finder);
        judgeFunction(exchange, finder);
    } else {
        m_single.reset();
    }
}

void WritingRules::onGap() {
    m_broadcast.reset();
    m_single.reset();
}

void WritingRules::judgeRefusal(const Exchange& exchange, Finder& finder) {
    const bool isLater = exchange.exception == kAcknowledge || exchange.exception == kBusy;
    if (exchange.outcome != Outcome::Refused) {
        m_refusals.erase(keyOf(exchange));
        return;
    }
    if (isLater) {
        return;
    }
    finder.kept(JudgeRule::RepeatedRefusal);
    bound(m_refusals);
    if (++m_refusals[keyOf(exchange)] >= kRefusalMin) {
        finder.at(JudgeRule::RepeatedRefusal).add(exchange);
    }
}

void WritingRules::judgeCommand(const Exchange& write, Finder& finder) {
    const auto word = write.word(kCommandRegister);
    const bool isAccepted =
        write.outcome == Outcome::Answered || write.outcome == Outcome::Unanswered;
    if (!word || !isAccepted) {
        return;
    }
    finder.kept(JudgeRule::CommandTooOften);
    bound(m_commandUs);
    const auto [last, isFirst] = m_commandUs.try_emplace(placeOf(write, *word), timeUs(write));
    const bool isPaced = *word == kNewSubinterval || *word == kResetDemand;
    const bool isEarly = isPaced && timeUs(write) - last->second < kCommandPauseUs;
    if (!isFirst && (isEarly || *word == kClearEnergies)) {
        finder.at(JudgeRule::CommandTooOften).add(write);
    }
    last->second = timeUs(write);
}

void WritingRules::judgeConfiguration(const Exchange& exchange) {
    if (exchange.outcome != Outcome::Answered || exchange.count == 0) {
        return;
    }
    bool isSame = exchange.isWrite();
    bool isAny = false;
    for (std::uint32_t number = exchange.first; number <= exchange.last(); ++number) {
        const auto word = exchange.word(number);
        if (!word || !isConfiguration(number)) {
            continue;
        }
        isAny = true;
        bound(m_standing);
        const auto [standing, isNew] = m_standing.try_emplace(placeOf(exchange, number), *word);
        isSame = isSame && !isNew && standing->second == *word;
        standing->second = *word;
    }
    if (exchange.isWrite() && isAny) {
        m_hasConfigured = true;
        if (isSame) {
            m_sameAgain.add(exchange);
        }
    }
}

/// Several single writes to neighbours, or a write of several that is one.
void WritingRules::judgeFunction(const Exchange& write, Finder& finder) {
    finder.kept(JudgeRule::WriteFunction);
    if (write.function == 16) {
        m_single.reset();
        if (write.count == 1) {
            finder.at(JudgeRule::WriteFunction).add(write);
        }
        return;
    }
    const bool isNext =
        m_single && m_single->unit == write.unit && write.first == m_single->first + 1;
    m_singleRun = isNext ? m_singleRun + 1 : 1;
    if (m_singleRun >= kSingleRunMin) {
        finder.at(JudgeRule::WriteFunction).add(write);
    }
    m_single = write;
}

void WritingRules::judgeBroadcast(const Exchange& exchange, Finder& finder) {
    if (m_broadcast && exchange.isSerial) {
        const bool isAgain = std::ranges::equal(exchange.pdu(), m_broadcast->pdu());
        const std::int64_t waitedUs = exchange.beginUs - m_broadcast->endUs;
        if (isAgain && waitedUs >= kAwaitedUs && waitedUs <= kAwaitedMaxUs) {
            JudgeEvidence& evidence = finder.at(JudgeRule::BroadcastAwaited);
            evidence.show(m_broadcast->request);
            evidence.add(exchange);
        }
        m_broadcast.reset();
    }
    if (exchange.outcome != Outcome::Unanswered || !exchange.isSerial) {
        return;
    }
    finder.kept(JudgeRule::BroadcastAwaited);
    if (exchange.isRead()) {
        finder.at(JudgeRule::BroadcastAwaited).add(exchange); // There is nothing else to want.
    }
    m_broadcast = exchange;
}

void WritingRules::conclude(Finder& finder) const {
    if (m_sameAgain.count >= kSameMin) {
        finder.at(JudgeRule::WriteSameValue).merge(m_sameAgain);
    }
    if (m_hasConfigured) {
        finder.kept(JudgeRule::WriteSameValue);
    }
}

} // namespace meter::sim
