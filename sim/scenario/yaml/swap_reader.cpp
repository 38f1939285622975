// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/swap_reader.hpp"

#include "core/settings/settings_rules.hpp"
#include "sim/scenario/meter_keys.hpp"
#include "sim/scenario/yaml/world_reader.hpp"

#include <set>

namespace meter::sim {

std::optional<SwapAction>
readSwap(YamlInput& input, const YAML::Node& node, const Scenario& scenario) {
    const std::size_t errorsBefore = input.errorCount();
    Scenario other = scenario;
    other.startEnergies = {};
    other.startCounters = {};
    std::set<std::string> written;
    readMeterSection(input, node, other, written);
    if (input.errorCount() != errorsBefore) {
        return std::nullopt;
    }
    if (!written.contains("meter.serial")) {
        input.fail(node, "which meter comes instead? Name its serial number, such as `{serial: "
                         "4E36C14D}`");
        return std::nullopt;
    }
    Settings before = other.meter.installerSettings;
    before.systemVoltageV = 0;
    before.pulseEnergyWh = 0;
    if (validate(other.meter.installerSettings, before) != Status::Ok) {
        input.fail(node, "the other meter refuses these settings: its voltage or pulse energy "
                         "does not fit the rest; name them too");
        return std::nullopt;
    }
    SwapAction action;
    for (const MeterKey& key : meterKeys()) {
        if (written.contains("meter." + std::string(key.path))) {
            action.values.emplace_back(key.path, key.get(other));
        }
    }
    return action;
}

} // namespace meter::sim
