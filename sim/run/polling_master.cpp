// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/polling_master.hpp"

#include "core/modbus/rtu_framer.hpp"
#include "sim/line/line_time.hpp"
#include "sim/line/master_pdu.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::size_t kHeardMax = 1024; ///< Four of the longest frames; the rest is not kept.
constexpr std::size_t kRecentMax = 8;   ///< Frames around a failure.
constexpr std::byte kRefusalBit{0x80};

JudgeLine judgeLineOf(const LineFormat& format) {
    // The simulated line tells times to the microsecond.
    return {.baudRate = format.baudRate, .parity = format.parity, .jitterUs = 0};
}

bool isNamed(const MeterValue& value, const std::string& name) {
    return value.name == name || std::to_string(value.number) == name;
}

} // namespace

PollingMaster::PollingMaster(SerialLine& line, const ScenarioMaster& plan, const LineFormat& format)
    : m_line(line)
    , m_plan(plan)
    , m_format(format)
    , m_index(line.attach(*this))
    , m_judge(judgeLineOf(format))
    , m_nextPollUs(plan.startUs) {
    m_record.name = plan.name;
}

const MeterValue* PollingMaster::valueOf(const std::string& name) const {
    const auto found = std::ranges::find_if(
        m_values, [&name](const MeterValue& value) { return isNamed(value, name); });
    return found == m_values.end() ? nullptr : &*found;
}

LineUs PollingMaster::dueUs() const {
    return m_isAsking ? m_deadlineUs : m_nextPollUs;
}

void PollingMaster::act(LineUs nowUs) {
    if (nowUs < dueUs()) {
        return;
    }
    if (!m_isAsking) {
        beginPoll(nowUs);
        return;
    }
    noteHeard();
    m_isAsking = false;
    if (m_tries <= m_plan.retries) {
        send(nowUs);
        return;
    }
    std::string reason;
    const MasterFailure kind = kindOfHeard(reason);
    fail(kind, std::move(reason), nowUs);
}

/// Polls that were missed because one took longer are left out.
void PollingMaster::beginPoll(LineUs nowUs) {
    while (m_nextPollUs <= nowUs) {
        m_nextPollUs += m_plan.everyUs;
    }
    m_unit = 0;
    nextUnit(nowUs);
}

void PollingMaster::nextUnit(LineUs nowUs) {
    m_step = 0;
    m_words = {};
    m_pollBeginUs = 0;
    nextStep(nowUs);
}

void PollingMaster::nextStep(LineUs nowUs) {
    for (; m_step < m_plan.steps.size(); ++m_step) {
        const auto* const reads = std::get_if<MasterRead>(&m_plan.steps[m_step]);
        if (reads == nullptr) {
            ask(nowUs);
            return;
        }
        m_ranges = missingRanges(*reads, m_words);
        if (!m_ranges.empty()) {
            ask(nowUs);
            return;
        }
        if (m_unit == 0) {
            for (MeterValue& value : sim::valuesOf(*reads, m_words)) {
                const auto known = std::ranges::find(m_values, value.number, &MeterValue::number);
                if (known == m_values.end()) {
                    m_values.push_back(std::move(value));
                } else {
                    *known = std::move(value);
                }
            }
        }
    }
    endPoll(std::nullopt, nowUs);
}

bool PollingMaster::isRaw() const {
    return std::holds_alternative<MasterRaw>(m_plan.steps[m_step]);
}

void PollingMaster::ask(LineUs nowUs) {
    const MasterStep& step = m_plan.steps[m_step];
    m_pdu.clear();
    if (const auto* const raw = std::get_if<MasterRaw>(&step)) {
        m_frame = *raw;
    } else {
        constexpr int kReadHoldingRegisters = 3;
        const auto* const write = std::get_if<MasterWrite>(&step);
        m_pdu = write != nullptr ? writeSinglePdu(write->first, write->second)
                                 : readPdu(kReadHoldingRegisters, m_ranges.front().number,
                                           m_ranges.front().count);
        m_frame = rtuFrame(unit(), m_pdu);
    }
    m_tries = 0;
    send(nowUs);
}

void PollingMaster::send(LineUs nowUs) {
    const LineUs silenceUs = modbus::lineTimingOf(m_format.baudRate).silenceUs;
    const LineUs beginUs = std::max(nowUs, m_heardEndUs + silenceUs);
    const LineUs endUs = m_line.transmit(
        m_index, {.beginUs = beginUs, .format = m_format, .bytes = m_frame, .damagedIndex = {}});
    if (m_pollBeginUs == 0) {
        m_pollBeginUs = beginUs;
    }
    ++m_tries;
    m_heard.clear();
    m_hasHeardError = m_hasCollided = false;
    m_isAsking = true;
    m_deadlineUs = endUs + m_plan.timeoutUs;
    note({.atUs = beginUs, .isSent = true, .bytes = m_frame});
    TrafficFrame frame = frameOf(m_frame, beginUs, endUs);
    m_request = frame.sequence;
    m_judge.onFrame(frame);
}

void PollingMaster::onCharacter(std::byte received, LineUs nowUs, bool hasLineError) {
    if (m_heard.empty()) {
        m_heardBeginUs = nowUs - modbus::lineTimingOf(m_format.baudRate).characterUs;
    }
    m_heardEndUs = nowUs;
    if (m_isAsking && m_heard.size() < kHeardMax) {
        m_heard.push_back(received);
        m_hasHeardError = m_hasHeardError || hasLineError;
    }
}

void PollingMaster::onSilence(LineUs nowUs) {
    constexpr std::size_t kFrameSizeMin = 4; // Address, function, CRC.
    if (!m_isAsking || m_heard.empty() || m_hasHeardError) {
        return; // Until the time-out something else may come.
    }
    if (isRaw()) {
        const bool isAnswer = m_heard.size() >= kFrameSizeMin && m_frame.size() >= 2 &&
                              modbus::hasValidCrc(m_heard) && m_heard[0] == m_frame[0] &&
                              (m_heard[1] & ~kRefusalBit) == m_frame[1];
        if (!isAnswer) {
            return;
        }
        noteHeard();
        m_isAsking = false;
        if ((m_heard[1] & kRefusalBit) != std::byte{0}) {
            fail(MasterFailure::Exception, exceptionText(std::to_integer<int>(m_heard[2])), nowUs);
            return;
        }
        ++m_step;
        nextStep(nowUs);
        return;
    }
    const std::optional<JudgedAnswer> answer = findAnswer(unit(), m_pdu, m_heard);
    if (!answer) {
        return;
    }
    noteHeard();
    m_isAsking = false;
    if (answer->kind == AnswerKind::Fits) {
        take(answer->pdu, nowUs);
    } else if (answer->kind == AnswerKind::Refusal) {
        fail(MasterFailure::Exception, exceptionText(answer->exception), nowUs);
    } else {
        fail(MasterFailure::Nonsense, answer->reason, nowUs);
    }
}

void PollingMaster::take(const std::vector<std::byte>& answer, LineUs nowUs) {
    if (std::holds_alternative<MasterRead>(m_plan.steps[m_step])) {
        m_words.put(m_ranges.front().number, wordsOf(answer)); // Then what is still missing.
    } else {
        ++m_step;
    }
    nextStep(nowUs);
}

/// How a try ended that brought no answer.
MasterFailure PollingMaster::kindOfHeard(std::string& reason) const {
    if (m_hasCollided) {
        reason = "two sent at once";
        return MasterFailure::Collision;
    }
    if (m_hasHeardError) {
        reason = "characters with line errors came";
        return MasterFailure::Crc;
    }
    const JudgedAnswer heard = judgeHeard(unit(), m_pdu, m_heard);
    reason = heard.reason.empty() ? "no answer came" : heard.reason;
    switch (heard.kind) {
    case AnswerKind::Silence:
        return MasterFailure::Timeout;
    case AnswerKind::BadCrc:
        return MasterFailure::Crc;
    default:
        return MasterFailure::Nonsense;
    }
}

void PollingMaster::fail(MasterFailure kind, std::string reason, LineUs nowUs) {
    if (m_record.failures.size() < MasterRecord::kFailuresMax) {
        m_record.failures.push_back({.beginUs = m_pollBeginUs,
                                     .endUs = nowUs,
                                     .unit = unit(),
                                     .kind = kind,
                                     .reason = std::move(reason),
                                     .frames = {m_recent.begin(), m_recent.end()}});
    }
    endPoll(kind, nowUs);
}

void PollingMaster::endPoll(const std::optional<MasterFailure>& failure, LineUs nowUs) {
    // An answer has ended with its last byte; the silence behind it only proves that.
    const LineUs endUs = failure ? nowUs : m_heardEndUs;
    if (failure) {
        ++m_record.failed[static_cast<std::size_t>(*failure)];
    } else {
        const LineUs latencyUs = endUs - m_pollBeginUs;
        m_record.latencyMinUs =
            m_record.answered == 0 ? latencyUs : std::min(m_record.latencyMinUs, latencyUs);
        m_record.latencyMaxUs = std::max(m_record.latencyMaxUs, latencyUs);
        m_record.latencySumUs += latencyUs;
        ++m_record.answered;
    }
    if (m_onPollEnd) {
        m_onPollEnd({.beginUs = m_pollBeginUs, .endUs = endUs, .failure = failure});
    }
    if (++m_unit < m_plan.units.size()) {
        nextUnit(nowUs);
    }
}

void PollingMaster::note(MasterFrame frame) {
    if (m_recent.size() == kRecentMax) {
        m_recent.pop_front();
    }
    m_recent.push_back(std::move(frame));
}

/// For the judge, which sees what a meter would see.
TrafficFrame
PollingMaster::frameOf(const std::vector<std::byte>& bytes, LineUs beginUs, LineUs endUs) {
    TrafficFrame frame;
    frame.sequence = ++m_sequence;
    frame.utcUs = static_cast<std::int64_t>(beginUs);
    frame.durationUs = static_cast<std::int64_t>(endUs - beginUs);
    frame.meterTime = sampleAt(beginUs);
    frame.framing = TrafficFraming::Rtu;
    frame.endpoint = m_plan.name;
    frame.bytes = bytes;
    if (m_scales) {
        frame.scales = m_scales();
    }
    return frame;
}

void PollingMaster::noteHeard() {
    if (m_heard.empty()) {
        return;
    }
    note({.atUs = m_heardBeginUs, .isSent = false, .bytes = m_heard});
    TrafficFrame frame = frameOf(m_heard, m_heardBeginUs, m_heardEndUs);
    frame.request = m_request;
    frame.direction = TrafficDirection::Answer;
    frame.isChanged = m_hasHeardError || !modbus::hasValidCrc(m_heard);
    m_judge.onFrame(frame);
}

} // namespace meter::sim
