// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was found about a master, as a small value for every kind of report and for viewers.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

enum class JudgeSeverity : std::uint8_t { Error, Warning, Advice };

struct JudgeFinding {
    std::string rule; ///< "J03".
    JudgeSeverity severity = JudgeSeverity::Advice;
    std::string title;                ///< What is seen, in a few words.
    std::uint64_t count = 0;          ///< How often.
    std::vector<std::string> frames;  ///< Some that show it, in hexadecimal.
    std::vector<std::uint64_t> shown; ///< Their sequence numbers in the traffic; 0: unknown.
    std::string cost;                 ///< What it costs.
    std::string advice;               ///< What a good master does.
};

struct JudgeReport {
    int score = 100;                    ///< 0 to 100.
    std::uint64_t requests = 0;         ///< That were judged.
    std::vector<JudgeFinding> findings; ///< By rule.
    std::vector<std::string> good;      ///< What is well done.

    /// Of this severity.
    [[nodiscard]] bool has(JudgeSeverity severity) const;
    [[nodiscard]] const JudgeFinding* finding(std::string_view rule) const; ///< Null: not found.
};

[[nodiscard]] std::string_view severityText(JudgeSeverity severity);

} // namespace meter::sim
