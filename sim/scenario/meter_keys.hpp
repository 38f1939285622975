// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table of the keys under `meter:`: what leaves the factory with the unit and what its
// installer has set up.

#include "sim/keys/value_rule.hpp"
#include "sim/scenario/scenario.hpp"

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

/// The meter that a swap brings: as the scenario's own, but for what the swap says and for
/// energies, which are 0 unless it names them.
[[nodiscard]] Scenario withMeter(const Scenario& scenario, const SwapAction& swap);

} // namespace meter::sim
