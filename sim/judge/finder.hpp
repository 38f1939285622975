// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rules have found so far: how often, and a few frames that show it. Bounded, however
// long a master is watched.

#include "sim/judge/exchange.hpp"
#include "sim/judge/rule_table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace meter::sim {

struct JudgeEvidence {
    std::uint64_t count = 0;
    std::vector<TrafficFrame> frames; ///< The first ones.

    void add(const Exchange& exchange);
    void add(const TrafficFrame& frame);
    void show(const TrafficFrame& frame); ///< As add(), without counting.
    void merge(const JudgeEvidence& other);
};

struct Finder {
    std::array<JudgeEvidence, kJudgeRuleCount> found;
    std::array<bool, kJudgeRuleCount> couldBreak{}; ///< The master did what the rule is about.
    std::array<std::string, kJudgeRuleCount> cost;  ///< With figures, instead of the table's.

    [[nodiscard]] JudgeEvidence& at(JudgeRule rule) {
        return found[static_cast<std::size_t>(rule)];
    }

    [[nodiscard]] const JudgeEvidence& at(JudgeRule rule) const {
        return found[static_cast<std::size_t>(rule)];
    }

    void kept(JudgeRule rule) { couldBreak[static_cast<std::size_t>(rule)] = true; }

    void merge(const Finder& other);
};

/// How the line is set that serial masters speak on, and how exactly its times are known.
struct JudgeLine {
    std::uint32_t baudRate = 19'200;
    Parity parity = Parity::None;
    std::int64_t jitterUs = 2000; ///< Of pauses within a frame, where a host takes the times.

    friend bool operator==(const JudgeLine&, const JudgeLine&) = default;
};

} // namespace meter::sim
