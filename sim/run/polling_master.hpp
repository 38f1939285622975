// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A master of a scenario on the simulated line: polls when its time comes, waits for the answer,
// tries again, gives up; keeps what it last got. Virtual time alone decides.

#include "sim/judge/master_judge.hpp"
#include "sim/line/serial_line.hpp"
#include "sim/registers/read_plan.hpp"
#include "sim/registers/register_value.hpp"
#include "sim/run/master_record.hpp"
#include "sim/traffic/traffic_frame.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meter::sim {

/// How a poll ended.
struct PollEnd {
    LineUs beginUs = 0; ///< First byte sent.
    LineUs endUs = 0;   ///< Last byte received, or when the master gave up.
    std::optional<MasterFailure> failure;
};

class PollingMaster final : public LineStation {
public:
    PollingMaster(SerialLine& line, const ScenarioMaster& plan, const LineFormat& format);
    PollingMaster(const PollingMaster&) = delete;
    PollingMaster& operator=(const PollingMaster&) = delete;

    [[nodiscard]] LineFormat format() const override { return m_format; }

    void onCharacter(std::byte received, LineUs nowUs, bool hasLineError) override;
    void onSilence(LineUs nowUs) override;

    /// Two sent at once.
    void onCollision() { m_hasCollided = true; }

    /// When act() is due.
    [[nodiscard]] LineUs dueUs() const;
    void act(LineUs nowUs);

    void onPollEnd(std::function<void(const PollEnd&)> listener) {
        m_onPollEnd = std::move(listener);
    }

    /// The scale factors that the meter has now, for the judge.
    void setScales(std::function<ScaleFactors()> scales) { m_scales = std::move(scales); }

    [[nodiscard]] const ScenarioMaster& plan() const { return m_plan; }

    /// What the first unit answered last, whole polls only; empty before the first one.
    [[nodiscard]] const std::vector<MeterValue>& values() const { return m_values; }

    /// By name or number; null: the master has not got it.
    [[nodiscard]] const MeterValue* valueOf(const std::string& name) const;

    [[nodiscard]] const MasterRecord& record() const { return m_record; }

    [[nodiscard]] JudgeReport verdict() const { return m_judge.report(); }

    void finish() { m_judge.finish(); }

private:
    void beginPoll(LineUs nowUs);
    void nextUnit(LineUs nowUs);
    void nextStep(LineUs nowUs);
    void ask(LineUs nowUs);
    void send(LineUs nowUs);
    void take(const std::vector<std::byte>& answer, LineUs nowUs);
    void fail(MasterFailure kind, std::string reason, LineUs nowUs);
    void endPoll(const std::optional<MasterFailure>& failure, LineUs nowUs);
    void note(MasterFrame frame);
    [[nodiscard]] TrafficFrame
    frameOf(const std::vector<std::byte>& bytes, LineUs beginUs, LineUs endUs);
    void noteHeard();
    [[nodiscard]] MasterFailure kindOfHeard(std::string& reason) const;
    [[nodiscard]] bool isRaw() const;

    [[nodiscard]] std::uint8_t unit() const { return m_plan.units[m_unit]; }

    SerialLine& m_line;
    ScenarioMaster m_plan;
    LineFormat m_format;
    SerialLine::StationIndex m_index;
    MasterRecord m_record;
    MasterJudge m_judge;
    std::function<void(const PollEnd&)> m_onPollEnd;
    std::function<ScaleFactors()> m_scales;

    LineUs m_nextPollUs;
    bool m_isAsking = false;
    std::size_t m_unit = 0;
    std::size_t m_step = 0;
    std::vector<RegisterRange> m_ranges; ///< Of a read that are still to be asked.
    RegisterWords m_words;               ///< Of this poll and unit.
    std::vector<std::byte> m_pdu;        ///< Empty: raw.
    std::vector<std::byte> m_frame;
    int m_tries = 0;
    LineUs m_pollBeginUs = 0;
    LineUs m_deadlineUs = 0;
    std::vector<std::byte> m_heard;
    LineUs m_heardBeginUs = 0;
    LineUs m_heardEndUs = 0;
    bool m_hasHeardError = false;
    bool m_hasCollided = false;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_request = 0; ///< Sequence of the request that waits.
    std::deque<MasterFrame> m_recent;
    std::vector<MeterValue> m_values;
};

} // namespace meter::sim
