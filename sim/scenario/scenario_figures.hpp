// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures that follow from a scenario: how long it lasts, and what a cycle of it is.

#include "sim/scenario/scenario.hpp"

namespace meter::sim {

/// How long a run lasts: the scenario's duration; one that goes on for ever ends 2 s after
/// the last entry of its timeline and expectations.
[[nodiscard]] SampleTime runDuration(const Scenario& scenario);

/// The frequency that `cycles` count: 50 or 60 Hz for a source near them, else its own.
[[nodiscard]] double nominalFrequencyHz(const Scenario& scenario);

/// Where an entry has done its last known thing; of an endless repetition, the first round.
[[nodiscard]] SampleTime endOf(const TimelineEntry& entry);

} // namespace meter::sim
