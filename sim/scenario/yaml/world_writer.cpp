// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/world_writer.hpp"

#include "sim/keys/world_keys.hpp"
#include "sim/scenario/meter_keys.hpp"
#include "sim/scenario/yaml/world_reader.hpp"
#include "sim/scenario/yaml/yaml_text.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace meter::sim {

namespace {

/// Keys of one section in their order; "flicker.depth" goes into a map under `flicker`.
class Section final {
public:
    void add(std::string_view path, std::string text) {
        const std::size_t dot = path.find('.');
        const std::string head(path.substr(0, dot));
        auto entry = std::ranges::find(m_entries, head, &Entry::key);
        if (entry == m_entries.end()) {
            entry = m_entries.insert(m_entries.end(), {.key = head, .text = {}, .inner = {}});
        }
        if (dot == std::string_view::npos) {
            entry->text = std::move(text);
        } else {
            entry->inner.emplace_back(path.substr(dot + 1), std::move(text));
        }
    }

    [[nodiscard]] std::string text(const std::string& name) const {
        std::string result = m_entries.empty() ? "" : name + ":\n";
        for (const Entry& entry : m_entries) {
            const std::string value = entry.inner.empty() ? entry.text : flowMap(entry.inner);
            result += "  " + entry.key + ": " + wrappedFlow(value, 2 + entry.key.size() + 2) + "\n";
        }
        return result;
    }

private:
    struct Entry {
        std::string key;
        std::string text;
        YamlPairs inner;
    };

    std::vector<Entry> m_entries;
};

/// One value of each phase or terminal as a scenario says it: nothing, one for all, or a map of
/// those that differ from their defaults.
struct IndexedText {
    std::span<const std::string_view> names;
    std::function<bool(std::size_t)> isDefault;
    std::function<std::string(std::size_t)> text;

    [[nodiscard]] std::string all() const {
        YamlPairs differing;
        bool isOne = true;
        for (std::size_t index = 0; index < names.size(); ++index) {
            isOne = isOne && text(index) == text(0);
            if (!isDefault(index)) {
                differing.emplace_back(names[index], text(index));
            }
        }
        if (differing.empty()) {
            return {};
        }
        return isOne ? text(0) : flowMap(differing);
    }
};

class WorldWriter final {
public:
    explicit WorldWriter(const Scenario& scenario)
        : m_world(scenario.world), m_default(defaultOf(scenario)) {}

    [[nodiscard]] std::string section(const std::string& name);

    void addProfile(const std::string& name) { m_profile = name; }

private:
    static World defaultOf(const Scenario& scenario);
    void add(const WorldKey& key, std::string_view path);
    void addSupply();
    void addReversed(std::string_view path, const PerPhase<bool>& isReversed);
    void addLag();
    void addSpectrum(const SpectrumKey& key, std::string_view path);

    World m_world;
    World m_default;
    std::string m_profile;
    Section m_section;
};

World WorldWriter::defaultOf(const Scenario& scenario) {
    World world = defaultWorld(scenario.world.installation.service);
    const Settings& settings = scenario.meter.installerSettings;
    world.installation.ctRatingA = settings.ctPrimaryA;
    world.installation.ptRating = settings.ptRatioHundredths / 100.0;
    return world;
}

void WorldWriter::add(const WorldKey& key, std::string_view path) {
    if (key.path == "installation.service") {
        if (m_world.installation.service != Service::Wye) {
            m_section.add(path, exactText(key.rule, key.get(m_world, 0)));
        }
        return;
    }
    const auto isDefault = [&](std::size_t index) {
        return key.get(m_world, index) == key.get(m_default, index);
    };
    const auto text = [&](std::size_t index) {
        return exactText(key.rule, key.get(m_world, index));
    };
    if (key.indexing == Indexing::One) {
        if (!isDefault(0)) {
            m_section.add(path, text(0));
        }
        return;
    }
    const IndexedText indexed = {.names = indexNames(key, m_world.installation.service),
                                 .isDefault = isDefault,
                                 .text = text};
    if (std::string all = indexed.all(); !all.empty()) {
        m_section.add(path, std::move(all));
    }
}

void WorldWriter::addSupply() {
    const ControlPower& power = m_world.installation.controlPower;
    if (power == m_default.installation.controlPower) {
        return;
    }
    constexpr std::array<std::string_view, 3> kPaths = {"", ".dc", ".from"};
    const std::string_view form = kPaths[static_cast<std::size_t>(power.kind)];
    const WorldKey* const key = findWorldKey("installation.control_power" + std::string(form));
    m_section.add("control_power" + std::string(form), exactText(key->rule, key->get(m_world, 0)));
    if (power.kind == ControlPowerKind::FromService && power.ratio != 1.0) {
        m_section.add("control_power.ratio", numberText(power.ratio));
    }
}

void WorldWriter::addReversed(std::string_view path, const PerPhase<bool>& isReversed) {
    std::vector<std::string> inputs;
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        if (isReversed[input]) {
            inputs.emplace_back(1, static_cast<char>('A' + input));
        }
    }
    if (!inputs.empty()) {
        m_section.add(path, flowList(inputs));
    }
}

/// As power factors if they are some of few digits, otherwise as angles.
void WorldWriter::addLag() {
    const PerPhase<double>& lags = m_world.load.laggingDeg;
    const auto isDefault = [&](std::size_t phase) {
        return lags[phase] == 0.0;
    };
    const auto names = phaseNames(false, m_world.installation.service);
    const bool isFactor =
        std::ranges::none_of(lags, [](double lag) { return powerFactorText(lag).empty(); });
    const IndexedText factors = {
        .names = names, .isDefault = isDefault, .text = [&](std::size_t phase) {
            return isFactor ? powerFactorText(lags[phase]) : numberText(lags[phase]) + " deg";
        }};
    if (std::string all = factors.all(); !all.empty()) {
        m_section.add(isFactor ? "pf" : "phase", std::move(all));
    }
}

template <typename Entry>
std::string lineText(const std::vector<Entry>& lines, auto Entry::*at, std::string_view unit) {
    YamlPairs pairs;
    for (const Entry& line : lines) {
        const std::string level = exactText(levelRule(), line.level);
        const std::string text =
            line.angleDeg == 0.0
                ? level
                : flowMap({{"level", level}, {"angle", numberText(line.angleDeg) + " deg"}});
        pairs.emplace_back(numberText(static_cast<double>(line.*at)) + std::string(unit), text);
    }
    return flowMap(pairs);
}

void WorldWriter::addSpectrum(const SpectrumKey& key, std::string_view path) {
    const auto text = [&](std::size_t phase) {
        return key.harmonics != nullptr
                   ? lineText((*key.harmonics(m_world))[phase], &Harmonic::order, "")
                   : lineText((*key.interharmonics(m_world))[phase], &Interharmonic::frequencyHz,
                              " Hz");
    };
    const auto isDefault = [&](std::size_t phase) {
        return text(phase) == "{}";
    };
    const bool isSource = key.path.starts_with("source.");
    const IndexedText indexed = {.names = phaseNames(isSource, m_world.installation.service),
                                 .isDefault = isDefault,
                                 .text = text};
    if (std::string all = indexed.all(); !all.empty()) {
        m_section.add(path, std::move(all));
    }
}

std::string WorldWriter::section(const std::string& name) {
    const std::string prefix = name + ".";
    for (const WorldKey& key : worldKeys()) {
        if (!key.path.starts_with(prefix) || key.isInternal) {
            continue;
        }
        const std::string_view path = key.path.substr(prefix.size());
        if (path == "control_power") {
            addSupply();
        } else if (path == "ct_reversed") {
            addReversed(path, m_world.installation.ctReversed);
        } else if (path == "pt_reversed") {
            addReversed(path, m_world.installation.ptReversed);
        } else if (path == "pf") {
            addLag();
        } else if (!path.starts_with("control_power") && path != "phase") {
            add(key, path);
        }
    }
    for (const SpectrumKey& key : spectrumKeys()) {
        if (key.path.starts_with(prefix)) {
            addSpectrum(key, key.path.substr(prefix.size()));
        }
    }
    if (!m_profile.empty()) {
        m_section.add("profile", m_profile);
    }
    return m_section.text(name);
}

std::string sectionOf(const Scenario& scenario, const std::string& name) {
    return WorldWriter(scenario).section(name);
}

} // namespace

std::string meterSection(const Scenario& scenario) {
    const Scenario defaults;
    Section section;
    for (const MeterKey& key : meterKeys()) {
        const double value = key.get(scenario);
        if (value != key.get(defaults)) {
            section.add(key.path, exactText(key.rule, value));
        }
    }
    return section.text("meter");
}

std::string installationSection(const Scenario& scenario) {
    return sectionOf(scenario, "installation");
}

std::string lineSection(const Scenario& scenario) {
    return sectionOf(scenario, "line");
}

std::string sourceSection(const Scenario& scenario, const std::string& profile) {
    WorldWriter writer(scenario);
    writer.addProfile(profile);
    return writer.section("source");
}

std::string loadSection(const Scenario& scenario, const std::string& profile) {
    WorldWriter writer(scenario);
    writer.addProfile(profile);
    return writer.section("load");
}

} // namespace meter::sim
