// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table of the keys under `meter:`: what leaves the factory with the unit and what its
// installer has set up.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/value_rule.hpp"

#include <span>
#include <string_view>

namespace meter::sim {

struct MeterKey {
    std::string_view path; ///< Below `meter`: "phase_loss.voltage".
    ValueRule rule;
    double (*get)(const Scenario&);
    void (*set)(Scenario&, double);
    std::string_view meaning;
};

[[nodiscard]] std::span<const MeterKey> meterKeys();

} // namespace meter::sim
