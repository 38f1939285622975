// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A page has no files but those that it was handed over with: texts by name.

#include <map>
#include <string>

namespace meter::web {

/// By file name, without folders.
[[nodiscard]] std::map<std::string, std::string>& pageFiles();

} // namespace meter::web
