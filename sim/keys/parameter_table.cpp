// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/keys/parameter_table.hpp"

#include "sim/keys/parameter_path.hpp"
#include "sim/keys/rope_text.hpp"
#include "sim/keys/world_keys.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace meter::sim {

namespace {

std::unexpected<Error> refused(std::string text) {
    return std::unexpected(Error{std::move(text)});
}

std::optional<Error> ropeError(Service service, double code) {
    const Rope rope = ropeOfCode(code);
    for (std::size_t index = 0; index < rope.turns.size(); ++index) {
        const auto conductor = static_cast<Conductor>(index);
        if (rope.turns[index] != 0 && !hasConductor(service, conductor)) {
            return Error{"a " + std::string(nameOf(service)) + " service has no conductor " +
                         ropeText(ropeCode(conductor)) + "; use one that it has, or `open`"};
        }
    }
    return std::nullopt;
}

/// A voltage lead, rope or supply on a conductor that the service does not have.
std::optional<Error> conductorError(const WorldKey& key, Service service, double code) {
    if (key.path == "installation.ct_leads") {
        return ropeError(service, code);
    }
    const bool isLead = key.indexing == Indexing::Terminal;
    if (isLead && !hasConductor(service, static_cast<Conductor>(static_cast<int>(code)))) {
        return Error{"a " + std::string(nameOf(service)) + " service has no conductor " +
                     valueText(key.rule, code) + "; use one that it has, or `open`"};
    }
    if (key.path == "installation.control_power.from") {
        const int pair = static_cast<int>(code);
        if (!hasConductor(service, static_cast<Conductor>(pair / 8)) ||
            !hasConductor(service, static_cast<Conductor>(pair % 8))) {
            return Error{"a " + std::string(nameOf(service)) + " service has no " +
                         valueText(key.rule, code)};
        }
    }
    return std::nullopt;
}

double spectrumValue(const World& world, const ParameterPath& path, std::size_t phase) {
    // The accessors are for writing too; nothing is written here.
    World& writable = const_cast<World&>(world); // NOLINT(*-const-cast)
    if (path.spectrum->harmonics != nullptr) {
        for (const Harmonic& entry : (*path.spectrum->harmonics(writable))[phase]) {
            if (entry.order == static_cast<int>(path.order)) {
                return path.isAngle ? entry.angleDeg : entry.level;
            }
        }
        return 0.0;
    }
    for (const Interharmonic& entry : (*path.spectrum->interharmonics(writable))[phase]) {
        if (entry.frequencyHz == path.order) {
            return path.isAngle ? entry.angleDeg : entry.level;
        }
    }
    return 0.0;
}

template <typename Entry>
void setEntry(std::vector<Entry>& entries,
              auto Entry::*at,
              const ParameterPath& path,
              double value) {
    using At = std::remove_reference_t<decltype(Entry{}.*at)>;
    const At order = static_cast<At>(path.order);
    auto place = std::ranges::lower_bound(entries, order, {}, at);
    if (place == entries.end() || (*place).*at != order) {
        Entry fresh{};
        fresh.*at = order;
        fresh.level = 0.0;
        place = entries.insert(place, fresh);
    }
    (path.isAngle ? place->angleDeg : place->level) = value;
    if (place->level == 0.0 && place->angleDeg == 0.0) {
        entries.erase(place);
    }
}

void setSpectrumValue(World& world, const ParameterPath& path, std::size_t phase, double value) {
    if (path.spectrum->harmonics != nullptr) {
        setEntry((*path.spectrum->harmonics(world))[phase], &Harmonic::order, path, value);
        return;
    }
    setEntry((*path.spectrum->interharmonics(world))[phase], &Interharmonic::frequencyHz, path,
             value);
}

double valueAt(const World& world, const ParameterPath& path, std::size_t index) {
    return path.key != nullptr ? path.key->get(world, index) : spectrumValue(world, path, index);
}

const ValueRule& ruleOf(const ParameterPath& path) {
    if (path.key != nullptr) {
        return path.key->rule;
    }
    return path.isAngle ? angleRule() : levelRule();
}

ParameterValues supplyValues(const ParameterPath& path, double value) {
    const std::string base = "installation.control_power.";
    if (path.key->path.ends_with(".ratio")) {
        return {{base + "ratio", value}};
    }
    if (path.key->path.ends_with(".from")) {
        return {{base + "kind", static_cast<double>(ControlPowerKind::FromService)},
                {base + "pair", value}};
    }
    const bool isDc = path.key->path.ends_with(".dc");
    return {{base + "kind",
             static_cast<double>(isDc ? ControlPowerKind::OwnDc : ControlPowerKind::OwnAc)},
            {base + "voltage", value}};
}

bool isWrittenSupply(const ParameterPath& path) {
    return path.key != nullptr && !path.key->isInternal &&
           path.key->path.starts_with("installation.control_power");
}

Result<ParameterValues> parseWritten(const World& world,
                                     const std::string& dottedKey,
                                     std::string_view text,
                                     bool isRelativeAllowed) {
    const Service service = world.installation.service;
    const Result<ParameterPath> path = resolveParameter(dottedKey, service);
    if (!path) {
        return std::unexpected(path.error());
    }
    const ValueRule& rule = ruleOf(*path);
    const bool isPowerFactor = rule.kind == ValueRule::Kind::PowerFactor;
    ParameterValues values;
    for (const std::size_t index : path->indices()) {
        ValueContext context;
        if (isRelativeAllowed && !isPowerFactor) {
            context.percentBase = valueAt(world, *path, index);
        }
        const Result<double> value = parseValue(rule, text, context);
        if (!value) {
            return std::unexpected(value.error());
        }
        if (path->key != nullptr) {
            if (auto error = conductorError(*path->key, service, *value)) {
                return std::unexpected(*error);
            }
        }
        if (isWrittenSupply(*path)) {
            return supplyValues(*path, *value);
        }
        values.emplace_back(isPowerFactor ? "load.phase." + path->indexName(index, service)
                                          : path->leaf(index, service),
                            *value);
    }
    return values;
}

} // namespace

Result<void> setParameter(World& world, const std::string& dottedKey, double value) {
    const Result<ParameterPath> path = resolveParameter(dottedKey, world.installation.service);
    if (!path) {
        return std::unexpected(path.error());
    }
    if (std::optional<Error> error = rangeError(ruleOf(*path), value)) {
        return refused(dottedKey + ": " + error->text);
    }
    if (path->key != nullptr) {
        if (auto error = conductorError(*path->key, world.installation.service, value)) {
            return refused(dottedKey + ": " + error->text);
        }
    }
    for (const std::size_t index : path->indices()) {
        if (path->key != nullptr) {
            path->key->set(world, index, value);
        } else {
            setSpectrumValue(world, *path, index, value);
        }
    }
    return {};
}

std::optional<double> parameter(const World& world, const std::string& dottedKey) {
    const Result<ParameterPath> path = resolveParameter(dottedKey, world.installation.service);
    if (!path) {
        return std::nullopt;
    }
    std::optional<double> common;
    for (const std::size_t index : path->indices()) {
        const double value = valueAt(world, *path, index);
        if (common && *common != value) {
            return std::nullopt;
        }
        common = value;
    }
    return common;
}

std::vector<std::string> parameterKeys() {
    std::vector<std::string> keys;
    for (const WorldKey& key : worldKeys()) {
        if (key.isInternal) {
            continue;
        }
        if (key.indexing == Indexing::One) {
            keys.emplace_back(key.path);
            continue;
        }
        for (const std::string_view name : indexNames(key, Service::Wye)) {
            keys.push_back(std::string(key.path) + "." + std::string(name));
        }
    }
    return keys;
}

bool isParameterContinuous(const std::string& dottedKey) {
    const Result<ParameterPath> path = resolveParameter(dottedKey, std::nullopt);
    return path && ruleOf(*path).kind != ValueRule::Kind::Choice &&
           ruleOf(*path).kind != ValueRule::Kind::Switch &&
           ruleOf(*path).kind != ValueRule::Kind::Rope;
}

std::string parameterText(const std::string& dottedKey, double value) {
    const Result<ParameterPath> path = resolveParameter(dottedKey, std::nullopt);
    return path ? valueText(ruleOf(*path), value) : numberText(value);
}

Result<ParameterValues>
parseParameter(const World& world, const std::string& dottedKey, std::string_view text) {
    return parseWritten(world, dottedKey, text, true);
}

Result<ParameterValues>
parseInitialParameter(const World& world, const std::string& dottedKey, std::string_view text) {
    return parseWritten(world, dottedKey, text, false);
}

} // namespace meter::sim
