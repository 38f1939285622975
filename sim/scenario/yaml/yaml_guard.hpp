// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Listens to yaml-cpp as it parses, and ends it at the first value beyond the limits, before a
// tree is made of anything. Aliases count as what they stand for. Notes keys that a map has
// twice, which the library lets pass.

#include "sim/base/result.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meter::sim {

/// Values of one file, each alias counted as what it stands for: a few lines of aliases could
/// unfold into gigabytes.
inline constexpr std::uint64_t kYamlNodeCountMax = 500'000;

class YamlGuard final : public YAML::EventHandler {
public:
    struct Flaw {
        YAML::Mark mark;
        std::string text;
    };

    /// Thrown out of the parser; what it found is in flaw().
    struct Stop {};

    [[nodiscard]] const std::optional<Flaw>& flaw() const { return m_flaw; }

    /// Keys that are there twice, at the second one.
    [[nodiscard]] const std::vector<Flaw>& duplicates() const { return m_duplicates; }

    [[nodiscard]] int documentCount() const { return m_documentCount; }

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override;
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark,
                         const std::string& tag,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark,
                    const std::string& tag,
                    YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

private:
    struct Level {
        bool isMap = false;
        bool isKeyNext = true;
        std::set<std::string> keys{};
        YAML::anchor_t anchor = 0;
        std::uint64_t countBefore = 0;
        std::size_t height = 0; ///< Levels below it.
    };

    /// What an anchor stands for.
    struct Extent {
        bool isWhole = false; ///< Its end has come.
        std::uint64_t count = 0;
        std::size_t height = 0;
    };

    void add(const YAML::Mark& mark, const Extent& extent);
    void open(const YAML::Mark& mark, YAML::anchor_t anchor, bool isMap);
    void close();
    void turn(); ///< From key to value and back.
    void note(YAML::anchor_t anchor, const Extent& extent);
    [[noreturn]] void stop(const YAML::Mark& mark, const char* text);

    std::vector<Level> m_levels;
    std::vector<Extent> m_extents; ///< By anchor, which count from 1.
    std::uint64_t m_count = 0;
    int m_documentCount = 0;
    std::optional<Flaw> m_flaw;
    std::vector<Flaw> m_duplicates;
};

} // namespace meter::sim
