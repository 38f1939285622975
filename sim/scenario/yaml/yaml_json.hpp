// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A YAML document as JSON, for readers that have no library for YAML: maps and lists as they
// are, every value a text as it was written.

#include "sim/base/result.hpp"

#include <string>

namespace meter::sim {

[[nodiscard]] std::expected<std::string, Errors> jsonOfYaml(const std::string& text,
                                                            const std::string& name);

} // namespace meter::sim
