// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The key `replay`: a recording that is played instead of source and load.

#include "sim/replay/replay_signal.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <optional>

namespace meter::sim {

/// What the files of an `extends` chain say together, and where.
struct ReplayRequest {
    ReplayOptions options;
    YAML::Node at;
    YamlInput* input = nullptr;
    bool isRight = true; ///< As far as the scenario goes.
};

/// Puts what one file says over what its base said. `times` in cycles need a frequency.
void readReplay(YamlInput& input,
                const YAML::Node& node,
                double nominalFrequencyHz,
                std::optional<ReplayRequest>& request);

/// Reads the recording; its mistakes go to `errors` with their place in the recording.
void loadReplay(const ReplayRequest& request, Scenario& scenario, Errors& errors);

/// The timeline may not change what a recording stands for.
void checkReplayTimeline(const Scenario& scenario, Errors& errors);

} // namespace meter::sim
