// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// States of all meters of a line at moments of the past, thinned out with age so that they fit
// into a fixed room: dense lately, sparse long ago. What lies between two of them is reached by
// simulating again.

#include "sim/base/sim_time.hpp"
#include "sim/twin/simulation.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace meter::sim::live {

using GroupState = std::vector<std::shared_ptr<const Simulation::State>>; ///< One per meter.

[[nodiscard]] GroupState stateOf(const std::vector<Simulation>& meters);
/// About what a state occupies.
[[nodiscard]] std::size_t sizeOf(const GroupState& state);

class History final {
public:
    static constexpr std::size_t kRoomMax = 48U << 20U; ///< Bytes, whatever the meters need.
    /// So many moments have to fit in; the past of more meters than that is not kept.
    static constexpr std::size_t kMomentsMin = 8;

    explicit History(std::size_t room = kRoomMax) : m_room(room) {}

    /// It is time to keep a moment: each second, less often if a state is large.
    [[nodiscard]] bool isDue(SampleTime now) const;
    /// Keeps it if it is due.
    void offer(SampleTime now, const std::vector<Simulation>& meters);

    struct Moment {
        SampleTime at = 0;
        GroupState state;
        std::size_t size = 0; ///< Bytes, about.
    };

    /// The latest one at or before a time; null if none reaches back so far.
    [[nodiscard]] const Moment* latestUntil(SampleTime time) const;
    [[nodiscard]] std::optional<SampleTime> oldest() const;

    /// False: there are too many meters to keep their past.
    [[nodiscard]] bool isKept() const { return m_isKept; }

    [[nodiscard]] std::size_t count() const { return m_moments.size(); }

    void forgetAfter(SampleTime time);

    void forgetAll();

private:
    void thinOut();

    std::size_t m_room;
    std::vector<Moment> m_moments; ///< Ascending.
    SampleTime m_interval = kSamplesPerSecond;
    std::size_t m_size = 0; ///< Of all moments.
    bool m_isKept = true;
};

} // namespace meter::sim::live
