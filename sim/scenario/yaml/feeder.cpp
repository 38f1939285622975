// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/feeder.hpp"

#include "sim/base/sim_time.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, 1> kFleetKeys = {"feeder"};

bool isOfSource(std::string_view key) {
    return key.starts_with("source.");
}

/// Whatever the fault changes, while it comes, acts and goes, is the source.
bool actsOnSourceOnly(const FaultStep& step, const World& world) {
    const ActiveFault fault = begun("", step, 0, world);
    std::vector<SampleTime> moments = fault.bends;
    moments.push_back(0);
    moments.push_back(kSamplesPerSecond);
    if (fault.end) {
        moments.push_back(*fault.end - 1);
    }
    return std::ranges::all_of(moments, [&](SampleTime moment) {
        const SampleTime at = std::max(moment, fault.begin);
        World laid = world;
        layFaults({fault}, at, at, laid);
        laid.source = world.source;
        return laid == world;
    });
}

/// The names of faults that entries apply.
std::set<std::string> appliedBy(const std::vector<TimelineEntry>& entries) {
    std::set<std::string> names;
    for (const TimelineEntry& entry : entries) {
        if (const auto* const apply = std::get_if<ApplyAction>(&entry.action)) {
            names.insert(apply->name);
        }
    }
    return names;
}

/// Of one entry what is shared; none if nothing is.
std::optional<TimelineEntry> sharedPart(const TimelineEntry& entry, const World& world) {
    if (const auto* const set = std::get_if<SetAction>(&entry.action)) {
        SetAction shared = *set;
        std::erase_if(shared.values, [](const auto& value) { return !isOfSource(value.first); });
        TimelineEntry part = entry;
        part.action = shared;
        return shared.values.empty() ? std::nullopt : std::optional(part);
    }
    const auto* const apply = std::get_if<ApplyAction>(&entry.action);
    const bool isShared =
        apply != nullptr && std::ranges::all_of(apply->steps, [&world](const FaultStep& step) {
            return actsOnSourceOnly(step, world);
        });
    return isShared ? std::optional(entry) : std::nullopt;
}

/// `clear` of shared faults, each by its name: `all` would end a twin's own.
std::vector<TimelineEntry> sharedClears(const TimelineEntry& entry,
                                        const std::set<std::string>& applied) {
    std::vector<TimelineEntry> clears;
    const std::string& wanted = std::get<ClearAction>(entry.action).name;
    for (const std::string& name : applied) {
        if (wanted.empty() || wanted == name) {
            clears.push_back(entry);
            clears.back().action = ClearAction{.name = name};
        }
    }
    return clears;
}

} // namespace

std::string readFeederName(YamlInput& input, const YAML::Node& fleet) {
    const std::size_t errorsBefore = input.errorCount();
    std::string name;
    for (const YamlInput::Entry& entry : input.entriesOf(fleet, "`fleet`")) {
        if (entry.key != "feeder") {
            input.unknownKey(entry, "`fleet`", kFleetKeys);
            continue;
        }
        name = input.scalarOf(entry.value, "the name of a scenario file").value_or("");
    }
    if (name.empty() && input.errorCount() == errorsBefore) {
        input.fail(fleet, "`fleet` needs a `feeder`, the scenario whose source all twins share, "
                          "such as `{feeder: feeder.yaml}`");
    }
    return name;
}

std::vector<TimelineEntry> feederTimeline(const Scenario& feeder, Errors& warnings) {
    std::vector<TimelineEntry> shared;
    std::size_t own = 0;
    std::optional<Place> firstOwn;
    for (const TimelineEntry& entry : feeder.timeline) {
        std::vector<TimelineEntry> parts;
        if (std::holds_alternative<ClearAction>(entry.action)) {
            parts = sharedClears(entry, appliedBy(shared));
        } else if (auto part = sharedPart(entry, feeder.world)) {
            parts.push_back(*std::move(part));
        }
        if (parts.empty()) {
            ++own;
            firstOwn = firstOwn.value_or(entry.place);
        }
        shared.insert(shared.end(), parts.begin(), parts.end());
    }
    if (own > 0) {
        warnings.push_back({"a feeder shares what its timeline does to the source alone; " +
                                std::to_string(own) + (own == 1 ? " entry" : " entries") +
                                " did something else and was left out, this one first",
                            *firstOwn});
    }
    return shared;
}

void checkOwnTimeline(const std::vector<TimelineEntry>& ofFeeder,
                      const std::vector<TimelineEntry>& own,
                      Errors& errors) {
    const std::set<std::string> theirs = appliedBy(ofFeeder);
    const std::set<std::string> ours = appliedBy(own);
    for (const TimelineEntry& entry : own) {
        if (const auto* const set = std::get_if<SetAction>(&entry.action)) {
            const auto found = std::ranges::find_if(
                set->values, [](const auto& value) { return isOfSource(value.first); });
            if (found != set->values.end()) {
                errors.push_back({"`" + found->first +
                                      "` comes from the feeder; set it there, or " +
                                      "lay a fault over it here (`apply`)",
                                  entry.place});
            }
        }
        const auto* const clear = std::get_if<ClearAction>(&entry.action);
        const bool isShared =
            clear != nullptr &&
            (clear->name.empty() ? !theirs.empty() : theirs.contains(clear->name));
        if (isShared) {
            errors.push_back(
                {"this would end faults of the feeder as well; end the fault of this "
                 "scenario by `for`, or clear it by a name that the feeder does not use",
                 entry.place});
        }
    }
    for (const TimelineEntry& entry : ofFeeder) {
        const auto* const clear = std::get_if<ClearAction>(&entry.action);
        if (clear != nullptr && ours.contains(clear->name)) {
            errors.push_back({"the feeder clears `" + clear->name +
                                  "`, which the scenario applies as well, so both would end; end "
                                  "it by `for`",
                              entry.place});
        }
    }
}

} // namespace meter::sim
