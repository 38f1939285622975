// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a master on the simulated line did and saw, as values for reports. Bounded however long a
// run is. Times are microseconds from the start of the scenario.

#include "sim/judge/judge_report.hpp"
#include "sim/scenario/scenario_master.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace meter::sim {

/// One frame, sent or heard by the master.
struct MasterFrame {
    std::uint64_t atUs = 0;
    bool isSent = false;
    std::vector<std::byte> bytes;
};

/// A poll that failed after its retries.
struct MasterFailed {
    std::uint64_t beginUs = 0;
    std::uint64_t endUs = 0;
    std::uint8_t unit = 0;
    MasterFailure kind = MasterFailure::Timeout;
    std::string reason;              ///< In words.
    std::vector<MasterFrame> frames; ///< The last ones up to then.
};

/// A value at the end of the run, as the master last got it and as the meter held it.
struct MasterSeen {
    std::string name; ///< Of the register, or its number.
    std::string unit;
    std::string seen; ///< "invalid" if the meter said so.
    std::string held;
};

struct MasterRecord {
    static constexpr std::size_t kFailuresMax = 20;

    std::string name;
    std::uint64_t answered = 0; ///< Polls.
    std::array<std::uint64_t, kMasterFailureNames.size()> failed{};
    std::uint64_t latencyMinUs = 0; ///< Of answered polls.
    std::uint64_t latencyMaxUs = 0;
    std::uint64_t latencySumUs = 0;
    std::vector<MasterFailed> failures; ///< The first ones.
    std::vector<MasterSeen> seen;       ///< Of the first unit.
    JudgeReport verdict;                ///< What a meter finds about it.

    [[nodiscard]] std::uint64_t failureCount() const {
        std::uint64_t count = 0;
        for (const std::uint64_t one : failed) {
            count += one;
        }
        return count;
    }
};

} // namespace meter::sim
