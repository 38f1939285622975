// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The installer's hand tools: a clamp on a conductor, a voltmeter between two points, a
// phase-sequence tester. They show what is really there.

#include "sim/base/result.hpp"
#include "sim/truth/conductors.hpp"

#include <string>
#include <string_view>

namespace meter::sim {

enum class HandTool { Clamp, Voltmeter, Rotation };

[[nodiscard]] std::string_view nameOf(HandTool tool); ///< clamp, voltmeter, rotation.
/// An error names the tools.
[[nodiscard]] Result<HandTool> handToolNamed(std::string_view name);

struct ToolReading {
    HandTool tool = HandTool::Clamp;
    std::string at;     ///< As asked: "A", "A-N", "VA-VN", "A-B-C".
    double value = 0.0; ///< A or V; 0 of the sequence.
    std::string text;   ///< "48.3 A", "277.0 V", "A-B-C", "A-C-B", "a phase is missing".

    friend bool operator==(const ToolReading&, const ToolReading&) = default;
};

/// `at`: clamp A, B, C or N; voltmeter two points (A, B, C, N; with V before them the meter's
/// terminals) such as A-N or VA-N; rotation three points, or nothing for A-B-C. An error says
/// what is wrong with it.
[[nodiscard]] Result<ToolReading>
measureWith(HandTool tool, std::string_view at, const World& world);

} // namespace meter::sim
