// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Events of an attempt as JSON objects of a result, and back.

#include "sim/lesson/lesson_event.hpp"

#include <string>

namespace meter::sim {

/// `{"at": 2520, "do": "{at: 1 s, press: [plus]}"}`, `{"at": …, "answer": {…}}` …
[[nodiscard]] Result<std::string> eventText(const LessonEvent& event, const Scenario& scenario);

[[nodiscard]] Result<LessonEvent> readEvent(const std::string& json, const Scenario& scenario);

} // namespace meter::sim
