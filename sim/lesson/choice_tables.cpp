// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/choice_tables.hpp"

#include "sim/faults/fault_presets.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {

namespace {

constexpr std::string_view kMistakeSource = "installation mistake";

std::vector<std::string> allFaults() {
    const std::vector<std::string_view> names = faultNames();
    return {names.begin(), names.end()};
}

/// The labels under which the glass lists them (guide, alerts).
std::vector<std::string> alerts() {
    return {"PLOSS", "LOWPF", "F ERR", "I OVR", "V OVR", "PULSE"};
}

std::vector<std::string> systemTypes() {
    return {"1L-1n", "2L", "2L-1n", "3L", "3L-1n"};
}

std::vector<std::string> registers() {
    std::vector<std::string> names;
    for (const RegisterText& text : registerTexts()) {
        const std::string name(text.name);
        if (!name.starts_with("reserved") && std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

struct Table {
    std::string_view name;
    std::vector<std::string> (*entries)();
};

constexpr std::array kTables = {
    Table{"wiring-mistakes", &wiringMistakes}, Table{"faults", &allFaults},
    Table{"alerts", &alerts}, Table{"system-types", &systemTypes}, Table{"registers", &registers}};

constexpr std::array<std::string_view, kTables.size()> kNames = {
    "wiring-mistakes", "faults", "alerts", "system-types", "registers"};

} // namespace

std::vector<std::string> wiringMistakes() {
    std::vector<std::string> names;
    for (const FaultPreset& preset : faultPresets()) {
        if (preset.source == kMistakeSource) {
            names.emplace_back(preset.name);
        }
    }
    return names;
}

std::span<const std::string_view> choiceTableNames() {
    return kNames;
}

std::optional<std::vector<std::string>> choiceTable(std::string_view name) {
    const auto table = std::ranges::find(kTables, name, &Table::name);
    return table == kTables.end() ? std::nullopt : std::optional(table->entries());
}

} // namespace meter::sim
