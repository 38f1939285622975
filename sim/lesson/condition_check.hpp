// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether a condition of a task holds now, as far as the twin alone can tell: registers, glass,
// wiring, settings, agreement with the truth. What has happened (shown, asked, keys) is the
// judge's to remember.

#include "sim/lesson/lesson.hpp"
#include "sim/run/expectation_look.hpp"

namespace meter::sim {

class Simulation;

/// A state that lasts, as against something that happens at a moment.
[[nodiscard]] bool isLasting(const Condition& condition);

class ConditionCheck final {
public:
    explicit ConditionCheck(const Lesson& lesson);

    /// True for a condition that only the judge can tell.
    [[nodiscard]] bool holds(const Condition& condition, const Simulation& simulation);

    /// The value that a register shows, in the unit of the point map; none: invalid.
    [[nodiscard]] std::optional<double> reading(const std::string& registerName,
                                                const Simulation& simulation);

    void forget() { m_look.forget(); }

private:
    bool agrees(const AgreesCondition& condition, const Simulation& simulation);

    const Lesson& m_lesson;
    ExpectationLook m_look;
    RegisterReader m_reader;
};

} // namespace meter::sim
