// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The JSON Schema (draft-07, which editors understand best) of a scenario file, made from the
// tables that the reader uses. It catches what can be found without knowing the rest of the file;
// `check` tells the rest.

#include <string>

namespace meter::app {

[[nodiscard]] std::string scenarioSchema();

} // namespace meter::app
