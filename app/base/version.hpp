// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The version of the build: that of the project and, where git knows it, the commit.

#include <string>

namespace meter::app {

/// "0.1.0 (1a2b3c4)"
[[nodiscard]] std::string versionText();

} // namespace meter::app
