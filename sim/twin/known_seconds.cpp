// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/known_seconds.hpp"

#include <cstring>
#include <type_traits>

namespace meter::sim {

namespace {

/// Circles of 5 to 40 s were seen; one that is longer is never closed. 1.5 MB at most.
constexpr std::size_t kSecondCountMax = 64;

/// Bit by bit, which can tell apart what is equal (0 and −0, padding) but never the reverse.
bool isSame(const CycleMeter& one, const CycleMeter& other) {
    static_assert(std::is_trivially_copyable_v<CycleMeter>);
    return std::memcmp(static_cast<const void*>(&one), static_cast<const void*>(&other),
                       sizeof(CycleMeter)) == 0;
}

} // namespace

bool KnownSeconds::isWanted(const Second& second, const MeterState& meter) const {
    return second.beforeHz == meter.readings.cycle.frequencyHz &&
           isSame(second.before, meter.cycleMeter);
}

const Meter::KnownSecond* KnownSeconds::begin(const Signal& signal, const MeterState& meter) {
    if (signal != m_signal || meter.readings.settings != m_settings) {
        m_seconds.clear();
        m_signal = signal;
        m_settings = meter.readings.settings;
    }
    // From the likely one on, once round.
    for (std::size_t tried = 0; tried < m_seconds.size(); ++tried) {
        const std::size_t index = (m_next + tried) % m_seconds.size();
        if (isWanted(m_seconds[index], meter)) {
            m_next = index + 1;
            return &m_seconds[index].known;
        }
    }
    if (m_seconds.size() == kSecondCountMax) {
        m_seconds.clear();
    }
    m_seconds.push_back(
        {.before = meter.cycleMeter, .beforeHz = meter.readings.cycle.frequencyHz, .known = {}});
    m_isUnderWay = true;
    return nullptr;
}

void KnownSeconds::ended(const MeterState& meter) {
    if (!m_isUnderWay) {
        return;
    }
    m_isUnderWay = false;
    if (meter.readings.settings != m_settings) {
        m_seconds.clear(); // The panel stored something meanwhile.
        return;
    }
    m_seconds.back().known = {.after = meter.cycleMeter, .cycle = meter.readings.cycle};
}

} // namespace meter::sim
