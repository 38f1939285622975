// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE table of the rules by which a meter judges its master: names, severities, and what is said
// of each. docs/masters.md has a section for every row.

#include "sim/judge/judge_report.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace meter::sim {

enum class JudgeRule : std::uint8_t {
    SplitValue,       ///< J01
    WrongAddresses,   ///< J02
    NoScales,         ///< J03
    RepeatedRefusal,  ///< J04
    CommandTooOften,  ///< J05
    WriteSameValue,   ///< J06
    Impatient,        ///< J07
    NoSilence,        ///< J08
    BroadcastAwaited, ///< J09
    WrongLine,        ///< J10
    TooFast,          ///< J11
    OneByOne,         ///< J12
    NoPause,          ///< J13
    NoAlerts,         ///< J14
    Undefined,        ///< J15
    Transactions,     ///< J16
    Resolution,       ///< J17
    WriteFunction,    ///< J18
    SlowFetch,        ///< J19
    NotIdentified,    ///< J20
    TornPoll,         ///< J21
    DirectUnit,       ///< J22
};

inline constexpr std::size_t kJudgeRuleCount = 22;

struct JudgeRuleText {
    std::string_view name; ///< "J01".
    JudgeSeverity severity;
    std::string_view title;
    std::string_view cost;
    std::string_view advice;
    std::string_view good; ///< Said of a master that could have broken the rule and has not.
};

[[nodiscard]] const JudgeRuleText& judgeRuleText(JudgeRule rule);
[[nodiscard]] std::span<const JudgeRuleText> judgeRuleTexts();

} // namespace meter::sim
