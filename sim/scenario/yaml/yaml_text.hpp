// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values as YAML that the scenario reader reads back to the very same bits. Texts are chosen
// for people first: the shortest form that is exact.

#include "sim/base/sim_time.hpp"
#include "sim/keys/value_rule.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meter::sim {

/// A plain word where YAML takes it as one, otherwise in double quotes.
[[nodiscard]] std::string quotedYaml(std::string_view text);

/// The same for values such as `70 %` or `-20 deg`, which may begin with a digit.
[[nodiscard]] std::string scalarYaml(std::string_view text);

/// Seconds with as few digits as read back to this sample: "0.0333 s".
[[nodiscard]] std::string timeText(SampleTime time);
/// The same in whole hours or minutes where it is some: "2 min".
[[nodiscard]] std::string durationText(SampleTime time);

/// valueText() made exact: a level that no percentage gives is written in `pu`.
[[nodiscard]] std::string exactText(const ValueRule& rule, double value);

/// A power factor that reads back to these degrees, or an empty text if none of a few digits
/// does.
[[nodiscard]] std::string powerFactorText(double laggingDeg);

/// Keys with values that are YAML already, in their order.
using YamlPairs = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] std::string flowMap(const YamlPairs& pairs);
[[nodiscard]] std::string flowList(const std::vector<std::string>& items);

/// `text` behind `indent` columns, broken behind commas where it is longer than a line.
[[nodiscard]] std::string wrappedFlow(std::string_view text, std::size_t indent);

} // namespace meter::sim
