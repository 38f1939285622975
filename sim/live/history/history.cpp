// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/history/history.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace meter::sim::live {
namespace {

/// Copying more than this much for each second of meter time would be felt at high speed.
constexpr std::size_t kSizePerSecondMax = 1U << 20U;

} // namespace

GroupState stateOf(const std::vector<Simulation>& meters) {
    GroupState state;
    state.reserve(meters.size());
    for (const Simulation& meter : meters) {
        state.push_back(meter.snapshot());
    }
    return state;
}

std::size_t sizeOf(const GroupState& state) {
    std::size_t size = 0;
    for (const auto& one : state) {
        size += Simulation::sizeOf(*one);
    }
    return size;
}

bool History::isDue(SampleTime now) const {
    return m_isKept && (m_moments.empty() || now >= m_moments.back().at + m_interval);
}

void History::offer(SampleTime now, const std::vector<Simulation>& meters) {
    if (!isDue(now)) {
        return;
    }
    // The meters are much alike: nobody copies thousands to see that they are too many.
    m_isKept =
        Simulation::sizeOf(*meters.front().snapshot()) * meters.size() <= m_room / kMomentsMin;
    if (!m_isKept) {
        forgetAll();
        return;
    }
    Moment moment = {.at = now, .state = stateOf(meters), .size = 0};
    moment.size = sizeOf(moment.state);
    m_interval = kSamplesPerSecond * static_cast<SampleTime>(1 + moment.size / kSizePerSecondMax);
    m_size += moment.size;
    m_moments.push_back(std::move(moment));
    thinOut();
}

/// Gives up the moment whose loss leaves the gap that is smallest for its age: the density of
/// what stays falls with one over the age. The first one stays, so that all of the past can be
/// reached, and the last one.
void History::thinOut() {
    while (m_size > m_room && m_moments.size() > 2) {
        const SampleTime now = m_moments.back().at;
        std::size_t least = 1;
        double leastGap = 2.0;
        for (std::size_t i = 1; i + 1 < m_moments.size(); ++i) {
            const auto gap = static_cast<double>(m_moments[i + 1].at - m_moments[i - 1].at);
            const auto age = static_cast<double>(now - m_moments[i - 1].at);
            if (gap / age < leastGap) {
                leastGap = gap / age;
                least = i;
            }
        }
        m_size -= m_moments[least].size;
        m_moments.erase(m_moments.begin() + static_cast<std::ptrdiff_t>(least));
    }
}

const History::Moment* History::latestUntil(SampleTime time) const {
    const auto following = std::ranges::upper_bound(m_moments, time, {}, &Moment::at);
    return following == m_moments.begin() ? nullptr : &*std::prev(following);
}

std::optional<SampleTime> History::oldest() const {
    return m_moments.empty() ? std::nullopt : std::optional(m_moments.front().at);
}

void History::forgetAfter(SampleTime time) {
    while (!m_moments.empty() && m_moments.back().at > time) {
        m_size -= m_moments.back().size;
        m_moments.pop_back();
    }
}

void History::forgetAll() {
    m_moments.clear();
    m_size = 0;
}

} // namespace meter::sim::live
