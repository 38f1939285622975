// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One meter of a line as an overview of them all shows it.

#include "core/access/readings.hpp"

#include <string>

namespace meter::sim::live {

struct MeterSummary {
    std::string name; ///< Of its scenario.
    Factory factory{};
    Readings readings{};
    bool isPowered = false;
};

} // namespace meter::sim::live
