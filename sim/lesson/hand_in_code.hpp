// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The code of a result: short enough to be read out or written down, and printed on the
// certificate. Whoever has the result file and the code can tell that they belong together.

#include "sim/lesson/lesson_result.hpp"

#include <string>
#include <string_view>

namespace meter::sim {

/// 16 letters and digits in groups of four, "7K3M-…": 80 bits of HMAC-SHA-256 with the lesson's
/// digest as the key and the result's as the message, in Crockford's alphabet, which has no I,
/// L, O and U. Empty for a result without a digest.
[[nodiscard]] std::string handInCode(const LessonResult& result);

/// As people write it: without the dashes, in small letters, with O for 0 and I or L for 1.
[[nodiscard]] bool isSameCode(std::string_view left, std::string_view right);

} // namespace meter::sim
