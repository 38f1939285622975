// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The timeline's `press`: keys of the meter, one after another, held, or edge by edge.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace meter::sim {

inline constexpr std::array<std::string_view, 4> kKeyWords = {"plus", "minus", "left", "right"};
inline constexpr std::array<Key, 4> kKeysByWord = {Key::Plus, Key::Minus, Key::Left, Key::Right};

/// None, and an error, if the node names no keys.
[[nodiscard]] std::optional<PressAction>
readPress(YamlInput& input, const YAML::Node& node, double nominalFrequencyHz);

} // namespace meter::sim
