// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stimulus/world_difference.hpp"

#include "sim/base/quantity.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/keys/world_keys.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace meter::sim {

namespace {

constexpr std::string_view kServiceKey = "installation.service";

/// Second names of what other keys say already.
constexpr std::array<std::string_view, 4> kAliases = {"load.pf", "installation.control_power",
                                                      "installation.control_power.dc",
                                                      "installation.control_power.from"};

std::size_t countOf(Indexing indexing) {
    switch (indexing) {
    case Indexing::One:
        return 1;
    case Indexing::Terminal:
        return kTerminalCount;
    default:
        return kPhaseCount;
    }
}

template <typename Entry>
void tidyLines(std::vector<Entry>& lines, auto Entry::* at) {
    std::erase_if(lines,
                  [](const Entry& line) { return line.level == 0.0 && line.angleDeg == 0.0; });
    std::ranges::sort(lines, {}, at);
}

/// Level and angle of each line that one of two spectra has.
template <typename Entry>
struct Lines {
    const std::vector<Entry>& entries;
    decltype(Entry{}.level) Entry::* part;

    [[nodiscard]] double at(double order, auto Entry::* key) const {
        for (const Entry& entry : entries) {
            if (static_cast<double>(entry.*key) == order) {
                return entry.*part;
            }
        }
        return 0.0;
    }
};

class DifferenceFinder final {
public:
    DifferenceFinder(const World& from, const World& to, Service names)
        : m_from(from), m_to(to), m_names(names) {}

    /// False if a value that differs has no name in this service.
    [[nodiscard]] bool find();

    [[nodiscard]] const ParameterValues& values() const { return m_values; }

private:
    [[nodiscard]] bool add(const WorldKey& key);
    [[nodiscard]] bool add(const SpectrumKey& key);
    template <typename Entry>
    [[nodiscard]] bool addLines(const SpectrumKey& key,
                                std::size_t phase,
                                const std::vector<Entry>& from,
                                const std::vector<Entry>& to,
                                auto Entry::* at);

    const World& m_from;
    const World& m_to;
    Service m_names;
    ParameterValues m_values;
};

bool DifferenceFinder::add(const WorldKey& key) {
    const std::span<const std::string_view> names = indexNames(key, m_names);
    for (std::size_t index = 0; index < countOf(key.indexing); ++index) {
        const double value = key.get(m_to, index);
        if (key.get(m_from, index) == value) {
            continue;
        }
        if (key.indexing == Indexing::One) {
            m_values.emplace_back(key.path, value);
            continue;
        }
        if (index >= names.size()) {
            return false;
        }
        m_values.emplace_back(std::string(key.path) + "." + std::string(names[index]), value);
    }
    return true;
}

template <typename Entry>
bool DifferenceFinder::addLines(const SpectrumKey& key,
                                std::size_t phase,
                                const std::vector<Entry>& from,
                                const std::vector<Entry>& to,
                                auto Entry::* at) {
    std::set<double> orders;
    for (const auto* const lines : {&from, &to}) {
        for (const Entry& entry : *lines) {
            orders.insert(static_cast<double>(entry.*at));
        }
    }
    const std::span<const std::string_view> names =
        phaseNames(key.path.starts_with("source."), m_names);
    for (const double order : orders) {
        for (const auto& [part, word] :
             {std::pair(&Entry::level, ".level"), std::pair(&Entry::angleDeg, ".angle")}) {
            const double value = Lines<Entry>{to, part}.at(order, at);
            if (Lines<Entry>{from, part}.at(order, at) == value) {
                continue;
            }
            if (phase >= names.size()) {
                return false;
            }
            m_values.emplace_back(std::string(key.path) + "." + std::string(names[phase]) + "." +
                                      numberText(order) + word,
                                  value);
        }
    }
    return true;
}

bool DifferenceFinder::add(const SpectrumKey& key) {
    // The accessors are for writing too; nothing is written here.
    World& from = const_cast<World&>(m_from); // NOLINT(*-const-cast)
    World& to = const_cast<World&>(m_to);     // NOLINT(*-const-cast)
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const bool isNamed =
            key.harmonics != nullptr
                ? addLines(key, phase, (*key.harmonics(from))[phase], (*key.harmonics(to))[phase],
                           &Harmonic::order)
                : addLines(key, phase, (*key.interharmonics(from))[phase],
                           (*key.interharmonics(to))[phase], &Interharmonic::frequencyHz);
        if (!isNamed) {
            return false;
        }
    }
    return true;
}

bool DifferenceFinder::find() {
    for (const WorldKey& key : worldKeys()) {
        const bool isAlias = std::ranges::find(kAliases, key.path) != kAliases.end();
        if (!isAlias && key.path != kServiceKey && !add(key)) {
            return false;
        }
    }
    return std::ranges::all_of(spectrumKeys(), [this](const SpectrumKey& key) { return add(key); });
}

SetAction serviceAction(Service service) {
    return {.values = {{std::string(kServiceKey), static_cast<double>(service)}}};
}

bool doesLead(const World& from, const World& to, const std::vector<TimelineAction>& actions) {
    World world = from;
    for (const TimelineAction& action : actions) {
        if (const auto* const power = std::get_if<PowerAction>(&action)) {
            world.installation.isControlPowerOn = power->isOn;
        }
        if (const auto* const set = std::get_if<SetAction>(&action)) {
            for (const auto& [key, value] : set->values) {
                if (!setParameter(world, key, value)) {
                    return false;
                }
            }
        }
    }
    return world == to;
}

} // namespace

World tidied(World world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        tidyLines(world.source.harmonics[phase], &Harmonic::order);
        tidyLines(world.load.harmonics[phase], &Harmonic::order);
        tidyLines(world.source.interharmonics[phase], &Interharmonic::frequencyHz);
    }
    return world;
}

std::optional<std::vector<TimelineAction>> actionsBetween(const World& from, const World& to) {
    std::vector<TimelineAction> head;
    if (from.installation.isControlPowerOn != to.installation.isControlPowerOn) {
        head.emplace_back(PowerAction{.isOn = to.installation.isControlPowerOn});
    }
    const Service before = from.installation.service;
    const Service after = to.installation.service;
    DifferenceFinder plain(from, to, after);
    if (before == after && plain.find()) {
        std::vector<TimelineAction> actions = head;
        if (!plain.values().empty()) {
            actions.emplace_back(SetAction{.values = plain.values()});
        }
        if (doesLead(from, to, actions)) {
            return actions;
        }
    }
    DifferenceFinder detour(from, to, Service::Wye);
    static_cast<void>(detour.find()); // A wye has a name for everything.
    std::vector<TimelineAction> actions = std::move(head);
    if (before != Service::Wye) {
        actions.emplace_back(serviceAction(Service::Wye));
    }
    if (!detour.values().empty()) {
        actions.emplace_back(SetAction{.values = detour.values()});
    }
    if (after != Service::Wye) {
        actions.emplace_back(serviceAction(after));
    }
    return doesLead(from, to, actions) ? std::optional(std::move(actions)) : std::nullopt;
}

} // namespace meter::sim
