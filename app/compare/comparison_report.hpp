// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A comparison as text, JSON, JUnit XML (a testcase for each aspect) and a page.

#include "app/compare/comparison.hpp"

#include <string>

namespace meter::app {

[[nodiscard]] std::string textOfComparison(const Comparison& comparison);
/// {a, b, moments, same, compared: {aspect: count}, differences: [{aspect, subject, a, b, detail}]}
[[nodiscard]] std::string jsonOfComparison(const Comparison& comparison);
[[nodiscard]] std::string junitOfComparison(const Comparison& comparison);
[[nodiscard]] std::string htmlOfComparison(const Comparison& comparison);

} // namespace meter::app
