// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/meter_station.hpp"

namespace meter::sim {

namespace {

/// The last sample at or before a time: 2520 samples are a million microseconds.
SampleTime sampleAt(LineUs timeUs) {
    constexpr LineUs kSamplesReduced = 63;
    constexpr LineUs kMicrosecondsReduced = 25'000;
    static_assert(kSamplesReduced * 1'000'000 == kMicrosecondsReduced * kSamplesPerSecond);
    return static_cast<SampleTime>(timeUs * kSamplesReduced / kMicrosecondsReduced);
}

} // namespace

MeterStation::MeterStation(SerialLine& line, Simulation& simulation, LineUs answerDelayUs)
    : m_line(line)
    , m_simulation(simulation)
    , m_firstSample(simulation.now() - sampleAt(line.now()))
    , m_answerDelayUs(answerDelayUs)
    , m_index(line.attach(*this)) {
    m_simulation.setLineListener([this](std::span<const std::byte> frame) {
        m_line.transmit(m_index, {.beginUs = m_line.now() + m_answerDelayUs,
                                  .format = format(),
                                  .bytes = {frame.begin(), frame.end()},
                                  .damagedIndex = {}});
    });
}

LineFormat MeterStation::format() const {
    return lineFormatOf(m_simulation.meter().readings().settings);
}

void MeterStation::onCharacter(std::byte received, LineUs nowUs, bool hasLineError) {
    runTo(nowUs);
    m_simulation.meter().onByte(received, nowUs, hasLineError);
}

void MeterStation::onSilence(LineUs nowUs) {
    runTo(nowUs);
    m_simulation.meter().onLineIdle(nowUs);
}

void MeterStation::followLine() {
    runTo(m_line.now());
}

void MeterStation::runTo(LineUs nowUs) {
    m_simulation.runUntil(m_firstSample + sampleAt(nowUs));
}

} // namespace meter::sim
