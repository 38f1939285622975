// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/register_writes.hpp"

#include "sim/registers/register_units.hpp"

#include <cstddef>

namespace meter::sim {

std::vector<std::pair<std::uint16_t, std::uint16_t>> readRegisterWrites(YamlInput& input,
                                                                        const YAML::Node& node) {
    std::vector<std::pair<std::uint16_t, std::uint16_t>> writes;
    const std::size_t errorsBefore = input.errorCount();
    for (const YamlInput::Entry& entry : input.entriesOf(node, "`write`")) {
        const Result<RegisterChoice> choice = registerByNameOrNumber(entry.key);
        if (!choice) {
            input.fail(entry.keyNode, choice.error().text);
            continue;
        }
        const auto text = input.scalarOf(entry.value, "a value for the register");
        if (!text) {
            continue;
        }
        const Result<std::uint16_t> word = registerWord(*choice, *text);
        if (!word) {
            input.fail(entry.value, word.error().text);
            continue;
        }
        writes.emplace_back(choice->number, *word);
    }
    if (writes.empty() && input.errorCount() == errorsBefore) {
        input.fail(node, "`write` takes registers with values, such as `{129: 30078}`");
    }
    return writes;
}

} // namespace meter::sim
