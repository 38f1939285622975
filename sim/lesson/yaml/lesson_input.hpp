// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the readers of a lesson's parts share: the YAML of the file with its mistakes, the
// scenario that keys and percents refer to, and the small values that lessons are made of.

#include "sim/lesson/lesson.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct LessonInput {
    YamlInput& yaml;
    const Scenario& scenario;
    double nominalFrequencyHz = 60.0;

    /// One string, or a map by language; one without `en` is a mistake.
    [[nodiscard]] LocalText textOf(const YAML::Node& node, std::string_view what) const;
    /// None, and an error, if it is not a whole number in this range.
    [[nodiscard]] std::optional<int>
    wholeOf(const YAML::Node& node, int min, int max, std::string_view what) const;
    /// "80 %" as 80.
    [[nodiscard]] std::optional<double> percentOf(const YAML::Node& node,
                                                  std::string_view what) const;
    /// Place of the word among those known; an error says which there are.
    [[nodiscard]] std::optional<std::size_t> wordOf(const YAML::Node& node,
                                                    std::string_view what,
                                                    std::span<const std::string_view> known) const;
    /// Texts of a list, or of one value.
    [[nodiscard]] std::vector<std::string> wordsOf(const YAML::Node& node,
                                                   std::string_view what) const;
    /// What one entry of a timeline with this verb says; none, and an error, if it is wrong.
    [[nodiscard]] std::optional<TimelineAction> actionOf(const std::string& verb,
                                                         const YAML::Node& value) const;
    /// Settings of the serial line.
    [[nodiscard]] std::optional<std::uint16_t> baudOf(const YAML::Node& node) const;
    [[nodiscard]] std::optional<Parity> parityOf(const YAML::Node& node) const;
    [[nodiscard]] std::optional<std::uint16_t> registerOf(const YAML::Node& node) const;
    /// "voltage_an", "293", "138:4": a whole register, or so many words from there on.
    [[nodiscard]] std::optional<ReadStep::Span> spanOf(const YAML::Node& node) const;
};

} // namespace meter::sim
