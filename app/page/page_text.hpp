// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Scenarios and lessons as the page of app/web takes them, which has no library for YAML and no
// files: JSON of all that they say, with the texts of the files that they name.

#include "sim/base/result.hpp"

#include <string>
#include <vector>

namespace meter::app {

/// A JSON list of {kind, name, text, digest, files}: `text` is JSON in a text; `digest` is that
/// of a lesson's file, which its results name.
[[nodiscard]] std::expected<std::string, sim::Errors>
pageJson(const std::vector<std::string>& files);

/// ADDRESS?scenario=… of each, a line each. An error: it is a lesson, or it names a file.
[[nodiscard]] std::expected<std::string, sim::Errors>
pageLinks(const std::vector<std::string>& files, const std::string& address);

} // namespace meter::app
