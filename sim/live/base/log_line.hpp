// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line of the log: what happened at the edge, at a meter time.

#include "core/base/sample_time.hpp"

#include <string>

namespace meter::sim::live {

struct LogLine {
    SampleTime at = 0;
    std::string text;
};

} // namespace meter::sim::live
