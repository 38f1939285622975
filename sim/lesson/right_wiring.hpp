// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether an installation is as its job sheet wants it: every lead, rope and fuse right. The
// disconnect is another matter.

#include "core/settings/settings.hpp"
#include "sim/installation/installation.hpp"

#include <string>
#include <vector>

namespace meter::sim {

/// What is wrong, in words ("lead B is on A"); empty: it is right. `planned` is the lesson's
/// installation without hidden faults: its ratings are those of the sheet; another CT or PT is
/// right, too, once the meter is set to it.
[[nodiscard]] std::vector<std::string> wiringMistakesOf(const Installation& installation,
                                                        const Installation& planned,
                                                        const Settings& settings);

} // namespace meter::sim
