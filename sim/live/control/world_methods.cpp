// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Methods on the world around a meter: its values, its faults, its power.
#include "sim/keys/parameter_path.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/live/control/control_methods.hpp"
#include "sim/scenario/yaml/entry_reader.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace meter::sim::live {
namespace {

using Leaves = std::vector<std::pair<std::string, double>>;

/// Of the three ways to write a supply only the one that holds.
bool isHidden(const WorldKey& key, const World& world) {
    constexpr std::string_view kSupply = "installation.control_power";
    if (key.isInternal || !key.path.starts_with(kSupply)) {
        return key.isInternal;
    }
    const std::string_view form = key.path.substr(kSupply.size());
    switch (world.installation.controlPower.kind) {
    case ControlPowerKind::OwnDc:
        return form != ".dc";
    case ControlPowerKind::FromService:
        return form != ".from";
    case ControlPowerKind::OwnAc:
        break;
    }
    return !form.empty();
}

void addKey(const WorldKey& key, const World& world, Leaves& leaves) {
    const std::span<const std::string_view> names = indexNames(key, world.installation.service);
    if (names.empty()) {
        leaves.emplace_back(key.path, key.get(world, 0));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        leaves.emplace_back(std::string(key.path) + "." + std::string(names[i]), key.get(world, i));
    }
}

void addSpectrum(const SpectrumKey& key, World& world, Leaves& leaves) {
    const std::span<const std::string_view> names =
        spectrumPhaseNames(key, world.installation.service);
    for (std::size_t phase = 0; phase < names.size(); ++phase) {
        const auto add = [&](const std::string& order, double level, double angleDeg) {
            const std::string leaf =
                std::string(key.path) + "." + std::string(names[phase]) + "." + order;
            leaves.emplace_back(leaf + ".level", level);
            leaves.emplace_back(leaf + ".angle", angleDeg);
        };
        if (key.harmonics != nullptr) {
            for (const Harmonic& one : (*key.harmonics(world))[phase]) {
                add(std::to_string(one.order), one.level, one.angleDeg);
            }
        } else {
            for (const Interharmonic& one : (*key.interharmonics(world))[phase]) {
                add(numberText(one.frequencyHz), one.level, one.angleDeg);
            }
        }
    }
}

Leaves allLeaves(World world) {
    Leaves leaves;
    for (const WorldKey& key : worldKeys()) {
        if (!isHidden(key, world)) {
            addKey(key, world, leaves);
        }
    }
    for (const SpectrumKey& key : spectrumKeys()) {
        addSpectrum(key, world, leaves);
    }
    return leaves;
}

/// What a key names: itself, its phases, or all that begins with it.
Result<Leaves> leavesOf(const Leaves& all, const World& world, const std::string& key) {
    Leaves found;
    for (const auto& leaf : all) {
        if (leaf.first == key || leaf.first.starts_with(key + ".")) {
            found.push_back(leaf);
        }
    }
    if (!found.empty()) {
        return found;
    }
    // A harmonic that is not there has the level 0; what is none has a message of its own.
    const Result<ParameterPath> path = resolveParameter(key, world.installation.service);
    if (!path) {
        return std::unexpected(path.error());
    }
    for (const std::size_t index : path->indices()) {
        const std::string leaf = path->leaf(index, world.installation.service);
        found.emplace_back(leaf, parameter(world, leaf).value_or(0.0));
    }
    return found;
}

std::string problemsOf(const std::vector<std::string>& problems) {
    std::string text;
    for (const std::string& problem : problems) {
        text += (text.empty() ? "" : "; ") + problem;
    }
    return text;
}

Json withFor(ControlCall& call, Json entry) {
    for (const char* const name : {"for", "ramp"}) {
        if (call.has(name)) {
            entry[name] = call.value(name);
        }
    }
    return entry;
}

std::string faultList(const Simulation& meter) {
    std::string names;
    for (const ActiveFault& fault : meter.faults()) {
        names += (names.empty() ? "" : ", ") + fault.name;
    }
    return names.empty() ? "none does" : "those that do: " + names;
}

} // namespace

RpcOutcome performEntry(ControlCall& call, const Json& entry) {
    Simulation& meter = call.meter();
    const auto read = readTimelineEntry(meter.scenario(), meter.world(), rpcText(entry));
    if (!read) {
        return wrongParameters(read.error());
    }
    const std::vector<std::string> problems = meter.perform(*read);
    if (!problems.empty()) {
        return refused(problemsOf(problems));
    }
    Json result = timed(call);
    if (const auto* const set = std::get_if<SetAction>(&read->action)) {
        Json values = Json::object();
        for (const auto& [key, value] : set->values) {
            values[key] = parameterText(key, value);
        }
        result["values"] = std::move(values);
    }
    return result;
}

RpcOutcome getParameters(ControlCall& call) {
    const Result<bool> isReal = call.isOn("with_faults", false);
    if (!isReal) {
        return wrongParameter(isReal.error().text);
    }
    const World world = *isReal ? call.meter().faultyWorld() : call.meter().world();
    const Leaves all = allLeaves(world);
    Leaves wanted;
    for (const std::string& key : call.words("keys")) {
        const Result<Leaves> found = leavesOf(all, world, key);
        if (!found) {
            return wrongParameter(found.error().text);
        }
        wanted.insert(wanted.end(), found->begin(), found->end());
    }
    Json values = Json::object();
    Json numbers = Json::object();
    for (const auto& [key, value] : call.has("keys") ? wanted : all) {
        values[key] = parameterText(key, value);
        numbers[key] = value;
    }
    Json result = timed(call);
    result["values"] = std::move(values);
    result["numbers"] = std::move(numbers);
    return result;
}

RpcOutcome setParameters(ControlCall& call) {
    Json values = call.free();
    if (const std::optional<std::string> key = call.text("key")) {
        if (!call.has("value")) {
            return wrongParameter("`value` is missing: what `key` gets, such as \"70 %\"");
        }
        values[*key] = call.value("value");
    }
    return performEntry(call, withFor(call, {{"set", values}}));
}

RpcOutcome applyFaultNow(ControlCall& call) {
    Json entry = {{"apply", call.value("fault")}};
    for (const auto& [name, value] : call.free().items()) {
        entry[name] = value;
    }
    return performEntry(call, withFor(call, std::move(entry)));
}

RpcOutcome clearFaultsNow(ControlCall& call) {
    Simulation& meter = call.meter();
    std::string name = call.text("fault").value_or("");
    if (name == "all") {
        name.clear();
    }
    const std::size_t before = meter.faults().size() + meter.lineFaults().size();
    if (!meter.clearFaults(name) && !name.empty()) {
        return refused("no fault `" + name.substr(0, 40) + "` acts; " + faultList(meter));
    }
    if (name.empty()) {
        meter.clearLineFaults(std::nullopt);
    }
    Json result = timed(call);
    result["cleared"] = before - (meter.faults().size() + meter.lineFaults().size());
    return result;
}

RpcOutcome switchPower(ControlCall& call) {
    const Result<bool> isOn = call.isOn("state", true);
    if (!isOn) {
        return wrongParameter("`state`: write on or off");
    }
    return performEntry(call, withFor(call, {{"power", *isOn ? "on" : "off"}}));
}

RpcOutcome disturbLine(ControlCall& call) {
    const Result<bool> isCleared = call.isOn("clear", false);
    if (!isCleared) {
        return wrongParameter(isCleared.error().text);
    }
    if (*isCleared) {
        call.meter().clearLineFaults(std::nullopt);
    }
    if (!call.free().empty()) {
        return performEntry(call, withFor(call, {{"line", call.free()}}));
    }
    Json result = timed(call);
    result["acting"] = call.meter().lineFaults().size();
    return result;
}

} // namespace meter::sim::live
