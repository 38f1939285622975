// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_guard.hpp"

#include "sim/scenario/yaml/yaml_scan.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::size_t kDuplicateCountMax = 100;
constexpr std::size_t kShownMax = 60;

} // namespace

void YamlGuard::stop(const YAML::Mark& mark, const char* text) {
    m_flaw = {.mark = mark, .text = text};
    throw Stop{};
}

void YamlGuard::add(const YAML::Mark& mark, const Extent& extent) {
    m_count += extent.count;
    if (m_count > kYamlNodeCountMax) {
        stop(mark, "more values than a scenario may have (500000, each alias counted as what it "
                   "stands for)");
    }
    if (m_levels.size() + extent.height > kYamlNestingMax) {
        stop(mark, "nested more deeply than any key of a scenario");
    }
    if (!m_levels.empty()) {
        m_levels.back().height = std::max(m_levels.back().height, extent.height + 1);
    }
}

void YamlGuard::note(YAML::anchor_t anchor, const Extent& extent) {
    if (anchor != 0) {
        m_extents.resize(std::max<std::size_t>(m_extents.size(), anchor + 1));
        m_extents[anchor] = extent;
    }
}

void YamlGuard::turn() {
    if (!m_levels.empty()) {
        m_levels.back().isKeyNext = !m_levels.back().isKeyNext;
    }
}

void YamlGuard::open(const YAML::Mark& mark, YAML::anchor_t anchor, bool isMap) {
    add(mark, {.isWhole = true, .count = 1, .height = 0});
    note(anchor, {});
    m_levels.push_back({.isMap = isMap, .anchor = anchor, .countBefore = m_count - 1});
}

void YamlGuard::close() {
    const Level level = std::move(m_levels.back());
    m_levels.pop_back();
    note(level.anchor,
         {.isWhole = true, .count = m_count - level.countBefore, .height = level.height});
    if (!m_levels.empty()) {
        m_levels.back().height = std::max(m_levels.back().height, level.height + 1);
    }
    turn();
}

void YamlGuard::OnDocumentStart(const YAML::Mark& mark) {
    ++m_documentCount;
    if (m_documentCount > 1) {
        stop(mark, "a file holds one scenario; put the next one into a file of its own");
    }
}

void YamlGuard::OnDocumentEnd() {}

void YamlGuard::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const Extent one = {.isWhole = true, .count = 1, .height = 0};
    add(mark, one);
    note(anchor, one);
    turn();
}

void YamlGuard::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const Extent extent = anchor < m_extents.size() ? m_extents[anchor] : Extent{};
    if (!extent.isWhole) {
        stop(mark, "this alias stands for something that it is a part of itself");
    }
    add(mark, extent);
    turn();
}

void YamlGuard::OnScalar(const YAML::Mark& mark,
                         const std::string& /*tag*/,
                         YAML::anchor_t anchor,
                         const std::string& value) {
    const Extent one = {.isWhole = true, .count = 1, .height = 0};
    add(mark, one);
    note(anchor, one);
    const bool isKey = !m_levels.empty() && m_levels.back().isMap && m_levels.back().isKeyNext;
    if (isKey && !m_levels.back().keys.insert(value).second &&
        m_duplicates.size() < kDuplicateCountMax) {
        m_duplicates.push_back(
            {.mark = mark,
             .text = "`" + value.substr(0, kShownMax) + "` appears twice; remove one"});
    }
    turn();
}

void YamlGuard::OnSequenceStart(const YAML::Mark& mark,
                                const std::string& /*tag*/,
                                YAML::anchor_t anchor,
                                YAML::EmitterStyle::value /*style*/) {
    open(mark, anchor, false);
}

void YamlGuard::OnSequenceEnd() {
    close();
}

void YamlGuard::OnMapStart(const YAML::Mark& mark,
                           const std::string& /*tag*/,
                           YAML::anchor_t anchor,
                           YAML::EmitterStyle::value /*style*/) {
    open(mark, anchor, true);
}

void YamlGuard::OnMapEnd() {
    close();
}

} // namespace meter::sim
