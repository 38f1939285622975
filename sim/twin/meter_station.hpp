// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A simulated meter on the simulated line. Its time goes on with the line's: what a character
// finds is what the meter measured by then. It answers by its own strict framer, t1.5 and t3.5
// included, and sends with the baud rate and parity that it has as the answer begins. The line
// faults of its scenario act on what it is asked; those that name other units do not reach
// their stations.

#include "core/modbus/rtu_framer.hpp"
#include "sim/line/answer_plan.hpp"
#include "sim/line/serial_line.hpp"
#include "sim/twin/simulation.hpp"

#include <cstdint>

namespace meter::sim {

class MeterStation final : public LineStation {
public:
    /// The simulation outlives the line; its listener on the line is taken. `answerDelayUs`: how
    /// long after 3.5 characters of silence an answer begins.
    MeterStation(SerialLine& line, Simulation& simulation, LineUs answerDelayUs);
    MeterStation(const MeterStation&) = delete;
    MeterStation& operator=(const MeterStation&) = delete;

    [[nodiscard]] LineFormat format() const override;
    void onCharacter(std::byte received, LineUs nowUs, bool hasLineError) override;
    void onSilence(LineUs nowUs) override;

    /// Brings the meter to the line's time. Noise of its line faults that is due begins then,
    /// if nobody talks.
    void followLine();

    [[nodiscard]] Simulation& simulation() { return m_simulation; }

private:
    void runTo(LineUs nowUs);
    [[nodiscard]] LineVerdict judge(std::span<const std::byte> frame);
    void answer(std::span<const std::byte> frame);
    void send(std::span<const std::byte> bytes, LineUs beginUs);
    void sendNoise();
    [[nodiscard]] LineFaultActor actor();

    SerialLine& m_line;
    Simulation& m_simulation;
    SampleTime m_firstSample; ///< What the line's time 0 is in the simulation.
    LineUs m_answerDelayUs;
    SerialLine::StationIndex m_index;
    LineFormat m_framerFormat{.baudRate = 0};
    modbus::RtuFramer m_framer; ///< Hears what the meter's own one hears, for the faults.
    LineUs m_lastUs = 0;        ///< End of the character that was heard last.
    std::vector<std::byte> m_frame;
    std::optional<LineRequest> m_request; ///< Judged, and not answered yet; refers to the frame.
    AnswerPlan m_plan;
};

} // namespace meter::sim
