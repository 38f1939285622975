// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metering/pulse_output.hpp"

#include "core/base/assert.hpp"

namespace meter {

namespace {

constexpr std::int64_t kFifthsPerSample = 5;
constexpr std::uint64_t kSecondsPerHour = 3600;
/// Closure and pause of the same length: a duration of 500 ms carries one pulse a second.
constexpr std::uint64_t kPulsesPerSecondTimesMs = 500;

constexpr std::int64_t fifthsOf(std::uint16_t durationMs) {
    return durationMs * (kSamplesPerSecond * kFifthsPerSample) / 1000;
}

static_assert(fifthsOf(10) == 126 && fifthsOf(25) == 315, "10 ms = 25.2, 25 ms = 63 samples");

/// First sample at or after an exact time.
constexpr SampleTime sampleAtOrAfter(std::int64_t fifths) {
    return (fifths + kFifthsPerSample - 1) / kFifthsPerSample;
}

} // namespace

void PulseOutput::addCycle(double energyWs,
                           const Settings& settings,
                           const Configuration& configuration) {
    METER_ASSERT(settings.pulseEnergyWh > 0);
    const bool wasIdle = m_waitingCount == 0U;
    m_energy.add(energyWs);
    // Kept as energy, so that a backlog shrinks when the weight of a pulse is raised.
    m_pulseEnergyWs = settings.pulseEnergyWh * kSecondsPerHour;
    m_waitingCount = m_energy.units / m_pulseEnergyWs;
    if (wasIdle && m_waitingCount > 0U) {
        m_isArrivalUndated = true;
    }
    if (m_waitingCount > kPulsesPerSecondTimesMs / configuration.pulseDurationMs) {
        m_isOverrun = true;
    } else if (m_waitingCount == 0U) {
        m_isOverrun = false;
    }
}

std::uint32_t
PulseOutput::advance(SampleTime now, const Configuration& configuration, ContactsOut* contacts) {
    if (m_isArrivalUndated) {
        m_isArrivalUndated = false;
        m_arrivalFifths = now * kFifthsPerSample;
    }
    std::uint32_t closureCount = 0;
    for (SampleTime at = nextEdge(); at <= now; at = nextEdge()) {
        if (m_isClosed) {
            open();
        } else {
            close(configuration);
            ++closureCount;
        }
        if (contacts != nullptr) {
            contacts->setEnergyPulse(m_isClosed, at);
        }
    }
    return closureCount;
}

SampleTime PulseOutput::nextEdge() const {
    if (m_isArrivalUndated) {
        return std::numeric_limits<SampleTime>::min(); // advance() is due now, to date it.
    }
    if (m_isClosed) {
        return sampleAtOrAfter(m_edgeFifths);
    }
    return m_waitingCount > 0U ? sampleAtOrAfter(closingFifths()) : kNever;
}

std::int64_t PulseOutput::closingFifths() const {
    return m_edgeFifths > m_arrivalFifths ? m_edgeFifths : m_arrivalFifths;
}

void PulseOutput::close(const Configuration& configuration) {
    m_closureFifths = fifthsOf(configuration.pulseDurationMs);
    m_edgeFifths = closingFifths() + m_closureFifths;
    m_isClosed = true;
    m_energy.units -= m_pulseEnergyWs;
    --m_waitingCount;
    if (m_waitingCount == 0U) {
        m_isOverrun = false;
    }
}

void PulseOutput::open() {
    // The pause is as long as the closure was, also if the duration has changed meanwhile.
    m_edgeFifths += m_closureFifths;
    m_isClosed = false;
}

void PulseOutput::clear() {
    m_energy = EnergyCounter{};
    m_waitingCount = 0;
    m_isOverrun = false;
    m_isArrivalUndated = false;
}

void PulseOutput::powerFail(SampleTime now, ContactsOut* contacts) {
    if (m_isClosed && contacts != nullptr) {
        contacts->setEnergyPulse(false, now);
    }
    *this = PulseOutput{};
}

} // namespace meter
