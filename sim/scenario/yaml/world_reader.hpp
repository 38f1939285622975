// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sections of a scenario that hold values: meter, installation, source, load, line. Driven
// by the tables of meter_keys and world_keys.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/profile_reader.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <set>
#include <string>

namespace meter::sim {

/// One value of one key, as written.
struct WrittenValue {
    std::string key; ///< Dotted.
    std::string text;
    YAML::Node keyAt;
    YAML::Node at;
};

/// Breaks maps and lists of the world's keys down: "source.voltage" {B: 70 %} is
/// "source.voltage.B" 70 %. Unknown keys are reported and left out.
[[nodiscard]] std::vector<WrittenValue>
flattened(YamlInput& input, const YamlInput::Entry& entry, const std::string& prefix);

/// What a service is like before the file says anything.
[[nodiscard]] World defaultWorld(Service service);

void readMeterSection(YamlInput& input,
                      const YAML::Node& node,
                      Scenario& scenario,
                      std::set<std::string>& written);

/// `section` is source, load, installation or line. `written` collects the keys that were set.
/// Profiles are not read yet, since they need the whole scenario.
void readWorldSection(YamlInput& input,
                      const std::string& section,
                      const YAML::Node& node,
                      Scenario& scenario,
                      std::set<std::string>& written,
                      WrittenProfiles& profiles);

} // namespace meter::sim
