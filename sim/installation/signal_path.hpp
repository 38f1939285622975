// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the world to the meter's inputs: service, leads, ropes, PT and CT ratings and input
// errors, folded into the coefficients of one recipe (signal_recipe.hpp).

#include "sim/grid/known_directions.hpp"
#include "sim/grid/signal_recipe.hpp"
#include "sim/installation/input_stage.hpp"
#include "sim/installation/installation.hpp"

namespace meter::sim {

/// Real matrices from the source's three voltages and the load's three currents to what is
/// wanted: terminal A, B, C against N (before the PT), the supply, the inputs of the CTs.
struct Wiring {
    PerPhase<PerPhase<double>> terminals{}; ///< [terminal][source voltage]
    PerPhase<bool> isTerminalLive{};        ///< On a conductor.
    PerPhase<double> supply{};              ///< [source voltage]
    PerPhase<PerPhase<double>> ropes{};     ///< [CT input][line current]
};

[[nodiscard]] Wiring wiringOf(const Installation& installation);

/// `nominalV` is what noise is a fraction of: the source's voltages as the scenario begins.
[[nodiscard]] SignalRecipe
recipeOf(const World& world, const PerPhase<double>& nominalV, const InputErrors& errors);
/// The same, quicker for whoever makes one after the other: `directions` are kept between them.
[[nodiscard]] SignalRecipe recipeOf(const World& world,
                                    const PerPhase<double>& nominalV,
                                    const InputErrors& errors,
                                    KnownDirections& directions);

} // namespace meter::sim
