// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/world_reader.hpp"

#include "sim/keys/parameter_path.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/scenario/meter_keys.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {

namespace {

/// The paths that a section may hold, and whether phases or orders may follow them.
struct Catalog {
    std::vector<std::string> paths;
    bool isOpen;

    [[nodiscard]] bool knows(const std::string& key) const {
        return std::ranges::any_of(paths, [&](const std::string& path) {
            return path == key || path.starts_with(key + ".") ||
                   (isOpen && key.starts_with(path + "."));
        });
    }

    /// What may stand directly below a prefix.
    [[nodiscard]] std::vector<std::string> below(const std::string& prefix) const {
        std::vector<std::string> names;
        for (const std::string& path : paths) {
            if (!prefix.empty() && !path.starts_with(prefix + ".")) {
                continue;
            }
            const std::string rest = prefix.empty() ? path : path.substr(prefix.size() + 1);
            const std::string name = rest.substr(0, rest.find('.'));
            if (std::ranges::find(names, name) == names.end()) {
                names.push_back(name);
            }
        }
        return names;
    }
};

Catalog worldCatalog() {
    Catalog catalog{{}, true};
    for (const WorldKey& key : worldKeys()) {
        if (!key.isInternal) {
            catalog.paths.emplace_back(key.path);
        }
    }
    for (const SpectrumKey& key : spectrumKeys()) {
        catalog.paths.emplace_back(key.path);
    }
    return catalog;
}

Catalog meterCatalog() {
    Catalog catalog{{}, false};
    for (const MeterKey& key : meterKeys()) {
        catalog.paths.emplace_back(key.path);
    }
    return catalog;
}

class Flattener final {
public:
    Flattener(YamlInput& input, const Catalog& catalog) : m_input(input), m_catalog(catalog) {}

    void add(const YamlInput::Entry& entry, const std::string& prefix);

    [[nodiscard]] std::vector<WrittenValue> take() { return std::move(m_values); }

private:
    void addInputs(const YamlInput::Entry& entry, const std::string& key);
    void addRope(const YamlInput::Entry& entry, const std::string& key);
    std::string turnsOf(const YAML::Node& node);

    YamlInput& m_input;
    const Catalog& m_catalog;
    std::vector<WrittenValue> m_values;
};

void Flattener::add(const YamlInput::Entry& entry, const std::string& prefix) {
    const std::string key = prefix.empty() ? entry.key : prefix + "." + entry.key;
    if (!m_catalog.knows(key)) {
        const std::vector<std::string> names = m_catalog.below(prefix);
        const std::vector<std::string_view> known(names.begin(), names.end());
        m_input.unknownKey(entry, prefix.empty() ? "this map" : "`" + prefix + "`", known);
        return;
    }
    const bool isList = entry.value.IsSequence();
    if (isList && (key == "installation.ct_reversed" || key == "installation.pt_reversed")) {
        addInputs(entry, key);
        return;
    }
    if (key.starts_with("installation.ct_leads") &&
        (isList || (entry.value.IsMap() && entry.value["conductor"]))) {
        addRope(entry, key);
        return;
    }
    if (entry.value.IsMap()) {
        for (const YamlInput::Entry& inner : m_input.entriesOf(entry.value, "`" + key + "`")) {
            add(inner, key);
        }
        return;
    }
    const std::vector<std::string> inside = m_catalog.below(key);
    if (!inside.empty() && entry.value.IsNull()) {
        return; // "flicker:" with nothing below it says nothing.
    }
    const Result<ParameterPath> path = resolveParameter(key, std::nullopt);
    const std::string expected =
        path && path->key != nullptr ? describe(path->key->rule) : "a value";
    if (const auto text = m_input.scalarOf(entry.value, expected)) {
        m_values.push_back({key, *text, entry.keyNode, entry.value});
    }
}

void Flattener::addInputs(const YamlInput::Entry& entry, const std::string& key) {
    static constexpr std::array<std::string_view, 3> kInputs = {"A", "B", "C"};
    std::set<std::string> reversed;
    for (const YAML::Node& item : entry.value) {
        const auto name = m_input.scalarOf(item, "a list of CT inputs, such as `[B]`");
        if (name && std::ranges::find(kInputs, *name) == kInputs.end()) {
            m_input.fail(item,
                         "`" + name->substr(0, 60) + "` is not a CT input; they are A, B and C");
        } else if (name) {
            reversed.insert(*name);
        }
    }
    for (const std::string_view name : kInputs) {
        m_values.push_back({key + "." + std::string(name),
                            reversed.contains(std::string(name)) ? "true" : "false", entry.keyNode,
                            entry.value});
    }
}

/// "A", "-B", or {conductor: A, turns: 2}, as an item of a rope's list.
std::string Flattener::turnsOf(const YAML::Node& node) {
    static constexpr std::array<std::string_view, 2> kKeys = {"conductor", "turns"};
    if (!node.IsMap()) {
        return m_input.scalarOf(node, "a conductor, such as `A` or `-B`").value_or("");
    }
    std::string conductor;
    std::string turns;
    for (const YamlInput::Entry& entry : m_input.entriesOf(node, "a rope")) {
        if (std::ranges::find(kKeys, entry.key) == kKeys.end()) {
            m_input.unknownKey(entry, "a rope", kKeys);
            continue;
        }
        std::string& part = entry.key == "turns" ? turns : conductor;
        part = m_input.scalarOf(entry.value, "a conductor, and how many turns").value_or("");
    }
    const bool isNegative = conductor.starts_with('-') != turns.starts_with('-');
    const auto bare = [](const std::string& text) {
        return text.substr(text.starts_with('-') ? 1 : 0);
    };
    return (isNegative ? "-" : "") + bare(turns) + " " + bare(conductor);
}

/// A list, or one conductor with turns.
void Flattener::addRope(const YamlInput::Entry& entry, const std::string& key) {
    std::string text;
    if (entry.value.IsMap()) {
        text = turnsOf(entry.value);
    } else {
        for (const YAML::Node& item : entry.value) {
            text += (text.empty() ? "" : ", ") + turnsOf(item);
        }
    }
    m_values.push_back({key, "[" + text + "]", entry.keyNode, entry.value});
}

void clearSpectrum(const SpectrumKey& spectrum, const YAML::Node& value, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        bool isNamed = !value.IsMap() || value.size() == 0;
        for (const auto& item : value) {
            const std::string name = item.first.IsScalar() ? item.first.Scalar() : std::string{};
            const auto which = spectrumPhase(spectrum, name, world.installation.service);
            isNamed = isNamed || !which || *which == phase;
        }
        if (isNamed && spectrum.harmonics != nullptr) {
            (*spectrum.harmonics(world))[phase].clear();
        } else if (isNamed) {
            (*spectrum.interharmonics(world))[phase].clear();
        }
    }
}

void applyWritten(YamlInput& input, const WrittenValue& written, World& world) {
    if (written.key == "installation.service") {
        return; // Settled before everything else.
    }
    const auto path = resolveParameter(written.key, world.installation.service);
    if (!path) {
        input.fail(written.keyAt, path.error().text);
        return;
    }
    const Result<ParameterValues> values = parseInitialParameter(world, written.key, written.text);
    if (!values) {
        input.fail(written.at, values.error().text);
        return;
    }
    for (const auto& [key, value] : *values) {
        if (const Result<void> done = setParameter(world, key, value); !done) {
            input.fail(written.at, done.error().text);
            return;
        }
    }
}

void reportUnknown(YamlInput& input,
                   const YamlInput::Entry& entry,
                   const std::string& section,
                   const Catalog& catalog) {
    std::vector<std::string> names = catalog.below(section);
    if (section == "load" || section == "source") {
        names.emplace_back("profile");
    }
    input.unknownKey(entry, "`" + section + "`",
                     std::vector<std::string_view>(names.begin(), names.end()));
}

} // namespace

std::vector<WrittenValue>
flattened(YamlInput& input, const YamlInput::Entry& entry, const std::string& prefix) {
    const Catalog catalog = worldCatalog();
    Flattener flattener(input, catalog);
    flattener.add(entry, prefix);
    return flattener.take();
}

World defaultWorld(Service service) {
    World world;
    world.installation.service = service;
    const bool isSplit = service == Service::SplitPhase;
    if (isSplit) {
        world.source.angleDeg = {0.0, 180.0, 0.0};
    }
    const double voltageV = service == Service::HighLegDelta             ? 240.0
                            : isDelta(service)                           ? 480.0
                            : isSplit || service == Service::SinglePhase ? 120.0
                                                                         : 277.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        world.source.voltageV[phase] = hasPhase(service, phase) ? voltageV : 0.0;
        if (!hasPhase(service, phase)) {
            world.source.angleDeg[phase] = 0.0;
            world.installation.voltageLeads[phase] = Conductor::Open;
            world.installation.ctLeads[phase] = Conductor::Open;
        }
    }
    if (!hasConductor(service, Conductor::N)) {
        world.installation.voltageLeads[3] = Conductor::Open;
    }
    return world;
}

void readMeterSection(YamlInput& input,
                      const YAML::Node& node,
                      Scenario& scenario,
                      std::set<std::string>& written) {
    const Catalog catalog = meterCatalog();
    Flattener flattener(input, catalog);
    for (const YamlInput::Entry& entry : input.entriesOf(node, "`meter`")) {
        if (!catalog.knows(entry.key)) {
            const std::vector<std::string> names = catalog.below("");
            input.unknownKey(entry, "`meter`",
                             std::vector<std::string_view>(names.begin(), names.end()));
            continue;
        }
        flattener.add(entry, "");
    }
    for (const WrittenValue& value : flattener.take()) {
        const auto key = std::ranges::find(meterKeys(), value.key, &MeterKey::path);
        if (key == meterKeys().end()) {
            input.fail(value.at, "`" + value.key + "` takes keys with values");
            continue;
        }
        const Result<double> number = parseValue(key->rule, value.text, {});
        if (!number) {
            input.fail(value.at, number.error().text);
            continue;
        }
        key->set(scenario, *number);
        written.insert("meter." + value.key);
    }
}

void readWorldSection(YamlInput& input,
                      const std::string& section,
                      const YAML::Node& node,
                      Scenario& scenario,
                      std::set<std::string>& written,
                      WrittenProfiles& profiles) {
    const Catalog catalog = worldCatalog();
    Flattener flattener(input, catalog);
    bool hasPowerFactor = false;
    for (const YamlInput::Entry& entry : input.entriesOf(node, "`" + section + "`")) {
        const std::string path = section + "." + entry.key;
        if (path == "load.profile") {
            profiles.load = readProfileKeys(input, entry.value, false);
            continue;
        }
        if (path == "source.profile") {
            profiles.source = readProfileKeys(input, entry.value, true);
            continue;
        }
        if (!catalog.knows(path)) {
            reportUnknown(input, entry, section, catalog);
            continue;
        }
        if (path == "load.pf" || path == "load.phase") {
            if (hasPowerFactor) {
                input.fail(entry.keyNode, "`pf` and `phase` say the same thing; remove one");
                continue;
            }
            hasPowerFactor = true;
        }
        for (const SpectrumKey& spectrum : spectrumKeys()) {
            if (spectrum.path == path) {
                clearSpectrum(spectrum, entry.value, scenario.world);
            }
        }
        written.insert(path);
        flattener.add(entry, section);
    }
    for (const WrittenValue& value : flattener.take()) {
        applyWritten(input, value, scenario.world);
    }
}

} // namespace meter::sim
