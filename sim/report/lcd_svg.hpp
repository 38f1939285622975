// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A picture of the glass that needs nothing else: one svg element with its own colours.

#include "core/ports/glass.hpp"

#include <string>

namespace meter::sim {

/// Its name for screen readers is what the glass says (glassText).
[[nodiscard]] std::string lcdSvg(const Glass& glass);

} // namespace meter::sim
