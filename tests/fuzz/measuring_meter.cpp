// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/measuring_meter.hpp"

#include "tests/support/signals.hpp"

namespace meter::test {

MeasuringMeter::MeasuringMeter()
    : m_meter({.nvStorage = m_memory, .serial = *this, .display = *this, .contacts = *this}, {}) {
    m_meter.powerUp(0);
    TestSignal signal;
    for (std::size_t phase = 0; phase < 3; ++phase) {
        const double angleDeg = -120.0 * static_cast<double>(phase);
        signal.voltage[phase] = {{.order = 1.0, .rms = 277.0, .angleDeg = angleDeg}};
        signal.current[phase] = {{.order = 1.0, .rms = 0.5, .angleDeg = angleDeg - 25.0}};
    }
    m_meter.onSamples(signal.frames(0, 2 * kSamplesPerSecond));
    m_fresh = m_meter.state();
}

void MeasuringMeter::reset() {
    m_meter.restore(m_fresh);
    m_lastSent.clear();
    m_sentCount = 0;
}

MeasuringMeter::Kept MeasuringMeter::kept() const {
    const Readings& readings = m_meter.readings();
    return {.settings = readings.settings,
            .energyResetCount = readings.energyResetCount,
            .powerUpCount = readings.powerUpCount,
            .energyUnits = readings.energy.real.units,
            .isSubintervalRequested = m_meter.state().isSubintervalRequested,
            .isMaxResetRequested = m_meter.state().isMaxResetRequested,
            .memoryWrites = m_memory.writeCount()};
}

void MeasuringMeter::send(std::span<const std::byte> frame) {
    m_lastSent.assign(frame.begin(), frame.end());
    ++m_sentCount;
}

MeasuringMeter& theMeter() {
    static MeasuringMeter meter;
    return meter;
}

} // namespace meter::test
