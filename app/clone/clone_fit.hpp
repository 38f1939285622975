// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Source and load so that the twin reads what the meter read: a first reckoning from V, I, P, Q
// and S of each phase, then a few turns of playing it and correcting what is off.

#include "app/clone/meter_survey.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace meter::app {

/// The fundamental of a phase's load as its registers tell: what the rest of the current is
/// counts as a fifth harmonic.
struct PhaseLoad {
    double currentA = 0.0;
    double laggingDeg = 0.0;
    double harmonicLevel = 0.0; ///< As a fraction of the fundamental.
};

/// `phase` is 0, 1 or 2. Zero where the meter has no such phase.
[[nodiscard]] PhaseLoad phaseLoadOf(const MeterSurvey& survey, std::size_t phase);

/// Changes the scenario's source and load; system type and ratings are set.
void fitWorld(const MeterSurvey& survey, sim::Scenario& scenario);

/// What the scenario's twin reads beyond 0.1 % and one count of the survey, a sentence each.
[[nodiscard]] std::vector<std::string> judgeFit(const MeterSurvey& survey,
                                                const sim::Scenario& scenario);

} // namespace meter::app
