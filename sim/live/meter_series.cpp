// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/meter_series.hpp"

#include "sim/base/random.hpp"

#include <string>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr double kLoadLow = 0.5; ///< Never more than in the scenario: CTs are chosen for that.
constexpr double kLoadHigh = 1.0;

Scenario member(const Scenario& first, int index) {
    Scenario scenario = first;
    const std::string number = std::to_string(index + 1);
    scenario.name += " " + number;
    // As many bits as a scenario can say, so that a recording of this meter can be read.
    constexpr unsigned kSeedBits = 53;
    scenario.seed = streamOf(first.seed, "meter " + number) >> (64U - kSeedBits);
    Settings& settings = scenario.meter.installerSettings;
    settings.modbusAddress =
        static_cast<std::uint8_t>((settings.modbusAddress - 1 + index) % kMeterCountMax + 1);
    scenario.meter.serialNumber += static_cast<std::uint32_t>(index);
    Random random(streamOf(scenario.seed, "load of a series"));
    const double factor = random.uniform(kLoadLow, kLoadHigh);
    for (double& current : scenario.world.load.currentA) {
        current *= factor;
    }
    scenario.loadProfile = scenario.loadProfile.scaled(factor);
    scenario.loadProfileRequest = {}; // What is in the file is another load.
    return scenario;
}

} // namespace

Result<std::vector<Scenario>> meterSeries(const Scenario& first, int count) {
    if (count < 1 || count > kMeterCountMax) {
        return std::unexpected(Error{std::to_string(count) + " is not between 1 and " +
                                     std::to_string(kMeterCountMax)});
    }
    const int address = first.meter.installerSettings.modbusAddress;
    const int last = address + count - 1;
    if (last > kMeterCountMax) {
        return std::unexpected(
            Error{std::to_string(count) + " meters from address " + std::to_string(address) +
                  " on would end at " + std::to_string(last) +
                  ", and 247 is the last; begin lower (meter.address) or ask for fewer"});
    }
    std::vector<Scenario> scenarios;
    scenarios.reserve(static_cast<std::size_t>(count));
    scenarios.push_back(first);
    for (int i = 1; i < count; ++i) {
        scenarios.push_back(member(first, i));
    }
    return scenarios;
}

Result<std::vector<Scenario>> meterFleet(const Scenario& first, int begin, int count) {
    if (begin < 0 || begin > kSeriesNumberMax) {
        return std::unexpected(Error{std::to_string(begin) + " is not between 0 and " +
                                     std::to_string(kSeriesNumberMax)});
    }
    if (count < 1 || count > kFleetCountMax) {
        return std::unexpected(Error{std::to_string(count) + " is not between 1 and " +
                                     std::to_string(kFleetCountMax)});
    }
    std::vector<Scenario> scenarios;
    scenarios.reserve(static_cast<std::size_t>(count));
    for (int i = begin; i < begin + count; ++i) {
        scenarios.push_back(i == 0 ? first : member(first, i));
    }
    return scenarios;
}

} // namespace meter::sim::live
