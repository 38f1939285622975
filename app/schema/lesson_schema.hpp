// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The JSON Schema (draft-07) of a lesson file, for editors. It catches what can be found without
// knowing the rest of the file; `lesson check` tells the rest.

#include <string>

namespace meter::app {

[[nodiscard]] std::string lessonSchema();

} // namespace meter::app
