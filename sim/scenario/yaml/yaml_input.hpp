// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A YAML document as the scenario readers see it: text in, a node out, every mistake with its
// place. Nothing that a file holds may throw past this point.

#include "sim/base/result.hpp"
#include "sim/base/sim_time.hpp"

#include <yaml-cpp/yaml.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

/// Collects the mistakes of one file, in whatever order they are found.
class YamlInput final {
public:
    YamlInput(std::string file, Errors& errors);

    /// The one document of the text; none (and an error) if there is no readable one.
    [[nodiscard]] std::optional<YAML::Node> parse(const std::string& text);

    void fail(const YAML::Node& at, std::string text);
    [[nodiscard]] Place placeOf(const YAML::Node& node) const;

    [[nodiscard]] const std::string& file() const { return m_file; }

    [[nodiscard]] std::size_t errorCount() const { return m_errors.size(); }

    struct Entry {
        std::string key;
        YAML::Node keyNode;
        YAML::Node value;
    };

    /// The entries of a map; keys that are no words are mistakes (a second key of one name was
    /// told by parse(), and is left out). Nothing
    /// (absent value) is an empty map. `what` names it: "`source`".
    [[nodiscard]] std::vector<Entry> entriesOf(const YAML::Node& map, std::string_view what);

    /// The text of a plain value; none (and an error) for a list, a map or nothing.
    [[nodiscard]] std::optional<std::string> scalarOf(const YAML::Node& node,
                                                      std::string_view expected);
    /// A time in seconds; cycles need the nominal frequency.
    [[nodiscard]] std::optional<double> timeOf(const YAML::Node& node, double nominalFrequencyHz);
    /// The same in samples, of which it takes at least one.
    [[nodiscard]] std::optional<SampleTime> positiveTimeOf(const YAML::Node& node,
                                                           double nominalFrequencyHz);

    void
    unknownKey(const Entry& entry, std::string_view where, std::span<const std::string_view> known);

private:
    [[nodiscard]] std::optional<YAML::Node> parseWithinLimits(const std::string& text);
    [[nodiscard]] Place placeOfMark(const YAML::Mark& mark) const;

    std::string m_file;
    Errors& m_errors;
};

} // namespace meter::sim
