// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/line_rules.hpp"

#include "core/modbus/rtu_framer.hpp"
#include "sim/line/master_pdu.hpp"
#include "sim/traffic/probable_bytes.hpp"

#include <algorithm>

namespace meter::sim {
namespace {

using Outcome = Exchange::Outcome;

constexpr std::size_t kConnectionsMax = 256;
constexpr std::size_t kRtuOverhead = 3; ///< Address and CRC.
constexpr int kShortMin = 3;
constexpr std::size_t kCrowdMin = 5; ///< One more than four.
constexpr std::int64_t kActiveUs = 5'000'000;
constexpr int kFailureMin = 5;
/// Frames that noise alone may have garbled.
constexpr std::uint64_t kGarbledMin = 3;
/// A pause after a failure is longer than this, whatever the time-out was.
constexpr std::int64_t kPauseUs = 1'000'000;
constexpr int kSameTransactionMin = 5;
constexpr std::uint32_t kInFlightMax = 16;
constexpr std::uint8_t kUnitOfDirectServer = 0xFF;

/// Exceptions that report trouble of the meter or the line, not a wrong request.
bool isTrouble(const Exchange& exchange) {
    constexpr std::array<std::uint8_t, 5> kCodes = {4, 5, 6, 0x0A, 0x0B};
    return exchange.outcome == Outcome::Failed ||
           (exchange.outcome == Outcome::Refused &&
            std::ranges::find(kCodes, exchange.exception) != kCodes.end());
}

} // namespace

void LineRules::onExchange(const Exchange& exchange, const JudgeLine& line, Finder& finder) {
    finder.kept(JudgeRule::WrongLine);
    if (exchange.isSerial) {
        judgePatience(exchange, line, finder);
        judgeSilence(exchange, line, finder);
    }
    if (!exchange.request.peer.empty()) {
        judgeConnections(exchange, finder);
    }
    judgeFailures(exchange, finder);
    if (exchange.isTcp) {
        judgeTransactions(exchange, finder);
        finder.kept(JudgeRule::SlowFetch);
        const bool isDirect = exchange.unit == 0 || exchange.unit == kUnitOfDirectServer;
        if (isDirect && exchange.outcome == Outcome::Answered) {
            finder.at(JudgeRule::DirectUnit).add(exchange);
        }
        finder.kept(JudgeRule::DirectUnit);
    }
    m_previous = exchange;
}

void LineRules::onGap() {
    m_previous.reset();
    m_connections.clear();
    m_newest.reset();
    m_shortCount = m_failureCount = 0;
}

/// J07. Of an exchange that failed: how long its longest answer may take.
void LineRules::judgePatience(const Exchange& exchange,
                              const JudgeLine& line,
                              Finder& finder) const {
    const bool isWaiting =
        m_previous && m_previous->isSerial && m_previous->outcome != Outcome::Unanswered;
    if (!isWaiting) {
        return;
    }
    finder.kept(JudgeRule::Impatient);
    if (m_previous->outcome != Outcome::Failed || m_previous->answer) {
        return;
    }
    const modbus::LineTiming timing = modbus::lineTimingOf(line.baudRate, line.parity);
    const std::size_t size = answerSizeMax(m_previous->pdu()) + kRtuOverhead;
    const std::int64_t dueUs =
        timing.silenceUs + static_cast<std::int64_t>(size) * timing.characterUs;
    if (exchange.beginUs - m_previous->endUs < dueUs) {
        JudgeEvidence& evidence = finder.at(JudgeRule::Impatient);
        evidence.show(m_previous->request);
        evidence.add(exchange);
    }
}

void LineRules::judgeSilence(const Exchange& exchange,
                             const JudgeLine& line,
                             Finder& finder) const {
    const modbus::LineTiming timing = modbus::lineTimingOf(line.baudRate, line.parity);
    JudgeEvidence& evidence = finder.at(JudgeRule::NoSilence);
    if (exchange.pauseMaxUs > timing.gapUs + line.jitterUs) {
        evidence.add(exchange);
        return;
    }
    if (!m_previous || !m_previous->isSerial) {
        return;
    }
    finder.kept(JudgeRule::NoSilence);
    const bool isTimed = m_previous->answer ? m_previous->answer->durationUs > 0 : true;
    const std::int64_t endUs =
        m_previous->answerEndUs != 0 ? m_previous->answerEndUs : m_previous->endUs;
    const std::int64_t silenceUs = exchange.beginUs - endUs;
    if (isTimed && silenceUs < static_cast<std::int64_t>(timing.silenceUs)) {
        evidence.add(exchange);
    }
}

/// J13: one request a connection, or many connections at once.
void LineRules::judgeConnections(const Exchange& exchange, Finder& finder) {
    if (m_connections.size() >= kConnectionsMax) {
        m_connections.clear();
    }
    if (m_newest && *m_newest != exchange.connection && exchange.connection > *m_newest) {
        const auto before = m_connections.find(*m_newest);
        const bool wasShort = before != m_connections.end() && before->second.requests == 1;
        m_shortCount = wasShort ? m_shortCount + 1 : 0;
        if (m_shortCount >= kShortMin) {
            finder.at(JudgeRule::NoPause).add(exchange);
        }
    }
    m_newest = std::max(m_newest.value_or(0), exchange.connection);
    Connection& own = m_connections[exchange.connection];
    own.lastUs = exchange.beginUs;
    if (++own.requests > 1) {
        finder.kept(JudgeRule::NoPause);
    }
    const auto active = static_cast<std::size_t>(
        std::ranges::count_if(m_connections, [&exchange](const auto& entry) {
            // One that was left behind is none: a busy one has asked several times.
            return entry.second.requests > 1 && exchange.beginUs - entry.second.lastUs < kActiveUs;
        }));
    if (active >= kCrowdMin && !m_isCrowdReported) {
        m_isCrowdReported = true;
        finder.at(JudgeRule::NoPause).add(exchange);
    }
}

void LineRules::judgeFailures(const Exchange& exchange, Finder& finder) {
    if (!isTrouble(exchange)) {
        m_failureCount = 0;
        return;
    }
    const bool isAtOnce =
        m_previous && isTrouble(*m_previous) && exchange.beginUs - m_previous->beginUs < kPauseUs;
    m_failureCount = isAtOnce ? m_failureCount + 1 : 0;
    if (m_failureCount >= kFailureMin) {
        finder.at(JudgeRule::NoPause).add(exchange);
    }
}

void LineRules::judgeTransactions(const Exchange& exchange, Finder& finder) {
    Connection& own = m_connections[exchange.connection];
    const bool isSame = own.transaction == exchange.transaction;
    own.transaction = exchange.transaction;
    own.sameCount = isSame ? own.sameCount + 1 : 1;
    if (own.sameCount >= kSameTransactionMin || exchange.inFlight > kInFlightMax) {
        finder.at(JudgeRule::Transactions).add(exchange);
    } else if (own.requests >= kSameTransactionMin) {
        finder.kept(JudgeRule::Transactions);
    }
}

void LineRules::onStray(const Stray& stray, Finder& finder) {
    const TrafficFrame& frame = stray.frame;
    if (frame.remark == kSlowFetchRemark || frame.remark == kCutFetchRemark) {
        finder.at(JudgeRule::SlowFetch).add(frame);
        return;
    }
    if (frame.remark == kInFlightRemark) {
        finder.at(JudgeRule::Transactions).add(frame);
        return;
    }
    if (frame.bytes.empty() || frame.remark == kEchoRemark) {
        return;
    }
    if (frame.remark == kSendingRemark || frame.remark == kTogetherRemark) {
        if (stray.isSerial) {
            finder.at(JudgeRule::Impatient).add(frame);
        }
        return;
    }
    const ProbableKind kind = probableKindOf(frame.bytes, frame.framing);
    if (frame.remark.starts_with(kNotUnderstoodRemark) || isOtherProtocol(kind)) {
        finder.at(JudgeRule::WrongLine).add(frame);
    } else if (kind != ProbableKind::Unfinished && kind != ProbableKind::Answer) {
        m_garbled.add(frame);
    }
}

void LineRules::conclude(Finder& finder) const {
    if (m_garbled.count >= kGarbledMin) {
        finder.at(JudgeRule::WrongLine).merge(m_garbled);
    }
}

} // namespace meter::sim
