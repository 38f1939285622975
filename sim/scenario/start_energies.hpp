// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a meter has counted in its life before the scenario: an image in its memory, as it would
// have left it at its last loss of power.

#include "core/ports/nv_storage.hpp"
#include "sim/scenario/scenario.hpp"

namespace meter::sim {

/// Where `energies` or `counters` were said and nothing is stored yet. A memory that refuses is the
/// meter's to find out.
void storeStartEnergies(const Scenario& scenario, NvStorage& storage);

} // namespace meter::sim
