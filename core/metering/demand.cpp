// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metering/demand.hpp"

#include "core/settings/setting_table.hpp"

namespace meter {

namespace {

constexpr SampleTime kGateSamples = SampleTime{10} * kSamplesPerSecond;

} // namespace

void DemandMeter::restart(DemandValues& values) {
    *this = DemandMeter{};
    values.present = PowerTriple{};
}

void DemandMeter::addCycle(const PowerTriple& powers,
                           const Settings& settings,
                           bool closeRequested,
                           bool resetMaxRequested,
                           DemandValues& values) {
    for (std::size_t index = 0; index < kPowerCount; ++index) {
        m_running.sum[index] += powers[index];
    }
    ++m_running.lengthS;

    const std::uint32_t lengthS = settings.demandSubintervalLengthS; // 0: sync to comms.
    const bool isFull = lengthS != 0U && m_running.lengthS >= lengthS;
    m_hasClosedSubinterval = isFull || closeRequested;
    if (m_hasClosedSubinterval) {
        closeSubinterval(settings, values);
    }
    if (resetMaxRequested) {
        values.max = values.present;
    }
}

void DemandMeter::closeSubinterval(const Settings& settings, DemandValues& values) {
    for (std::size_t index = m_completed.size() - 1; index > 0; --index) {
        m_completed[index] = m_completed[index - 1];
    }
    m_completed[0] = m_running;
    m_running = Subinterval{};
    if (m_completedCount < m_completed.size()) {
        ++m_completedCount;
    }

    const bool isSyncedToComms = settings.demandSubintervalLengthS == 0;
    const std::size_t wantedCount = isSyncedToComms ? 1U : settings.demandSubintervals;
    const std::size_t count = wantedCount < m_completedCount ? wantedCount : m_completedCount;
    Subinterval interval{};
    for (std::size_t index = 0; index < count; ++index) {
        for (std::size_t power = 0; power < kPowerCount; ++power) {
            interval.sum[power] += m_completed[index].sum[power];
        }
        interval.lengthS += m_completed[index].lengthS;
    }
    for (std::size_t power = 0; power < kPowerCount; ++power) {
        const double mean = interval.sum[power] / interval.lengthS;
        values.present[power] = mean;
        values.max[power] = mean > values.max[power] ? mean : values.max[power];
    }
}

bool restartsDemand(const Settings& before, const Settings& after) {
    for (const SettingRow& row : kSettingTable) {
        if (row.has(SettingRow::kRestartsDemand) && row.get(before) != row.get(after)) {
            return true;
        }
    }
    return false;
}

bool CommandGate::tryAct(SampleTime now) {
    if (hasActed && now - lastActed < kGateSamples) {
        return false;
    }
    hasActed = true;
    lastActed = now;
    return true;
}

} // namespace meter
