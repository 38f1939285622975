// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/profile_reader.hpp"

#include "sim/keys/value_rule.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/scenario/yaml/profile_csv.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr std::array<std::string_view, 10> kLoadKeys = {
    "file", "time", "every", "current", "power", "energy", "pf", "unit", "between", "gaps"};
constexpr std::array<std::string_view, 7> kSourceKeys = {"file",      "time",    "every", "voltage",
                                                         "frequency", "between", "gaps"};
constexpr std::array<std::string_view, 3> kPhases = {"A", "B", "C"};
constexpr std::array<std::string_view, 3> kPairs = {"AB", "BC", "CA"};
constexpr double kAnyHz = 60.0; ///< No interval of a profile is written in cycles.

class ProfileKeys final {
public:
    ProfileKeys(YamlInput& input, bool isOfSource) : m_input(input), m_isOfSource(isOfSource) {}

    ProfileRequest read(const YAML::Node& node);

private:
    std::string pathOf(const YAML::Node& node);
    void readEntry(const Entry& entry);
    ProfileColumns columnsOf(const Entry& entry);
    std::optional<std::size_t> wordOf(const Entry& entry, std::span<const std::string_view> words);

    YamlInput& m_input;
    bool m_isOfSource;
    ProfileRequest m_request;
};

std::string ProfileKeys::pathOf(const YAML::Node& node) {
    const auto name = m_input.scalarOf(node, "the name of a CSV file");
    if (!name) {
        return {};
    }
    if (trimmed(*name).empty()) {
        m_input.fail(node, "the name of the profile is empty");
        return {};
    }
    const bool isBuiltIn = name->starts_with(kBuiltInPrefix);
    return isBuiltIn ? *name
                     : (std::filesystem::path(m_input.file()).parent_path() / *name).string();
}

/// "Load (kW)", or {A: …, B: …, C: …}.
ProfileColumns ProfileKeys::columnsOf(const Entry& entry) {
    constexpr std::string_view kWhat = "the name of a column";
    ProfileColumns columns;
    if (!entry.value.IsMap()) {
        columns.all = m_input.scalarOf(entry.value, kWhat);
        return columns;
    }
    for (const Entry& inner : m_input.entriesOf(entry.value, "`" + entry.key + "`")) {
        auto phase = std::ranges::find(kPhases, inner.key);
        auto pair = std::ranges::find(kPairs, inner.key);
        const bool isPair = entry.key == "voltage" && pair != kPairs.end();
        if (phase == kPhases.end() && !isPair) {
            m_input.unknownKey(inner, "`" + entry.key + "`", kPhases);
            continue;
        }
        const auto index = isPair ? pair - kPairs.begin() : phase - kPhases.begin();
        columns.each[static_cast<std::size_t>(index)] = m_input.scalarOf(inner.value, kWhat);
    }
    return columns;
}

/// Place of a word among those that a key takes.
std::optional<std::size_t> ProfileKeys::wordOf(const Entry& entry,
                                               std::span<const std::string_view> words) {
    const auto word = m_input.scalarOf(entry.value, wordList(words));
    const auto known = word ? indexOfPhase(*word, words) : std::nullopt;
    if (word && !known) {
        m_input.fail(entry.value,
                     "`" + word->substr(0, 60) + "` is not known here; choose " + wordList(words));
    }
    return known;
}

void ProfileKeys::readEntry(const Entry& entry) {
    const auto quantity = std::ranges::find(kProfileQuantityNames, entry.key);
    if (entry.key == "file") {
        m_request.file = pathOf(entry.value);
    } else if (entry.key == "time") {
        m_request.time = m_input.scalarOf(entry.value, "the name of a column");
    } else if (entry.key == "unit") {
        m_request.unit = m_input.scalarOf(entry.value, "a unit of power or energy");
    } else if (entry.key == "every") {
        m_request.everyS = m_input.timeOf(entry.value, kAnyHz);
        if (m_request.everyS && *m_request.everyS <= 0.0) {
            m_input.fail(entry.value, "rows need a time between them, such as `15 min`");
        }
    } else if (entry.key == "gaps") {
        if (const auto gaps = wordOf(entry, kProfileGapNames)) {
            m_request.gaps = static_cast<ProfileGaps>(*gaps);
        }
    } else if (entry.key == "between") {
        if (const auto between = wordOf(entry, kProfileBetweenNames)) {
            m_request.between = static_cast<ProfileBetween>(*between);
        }
    } else if (quantity != kProfileQuantityNames.end()) {
        m_request.columns[static_cast<std::size_t>(quantity - kProfileQuantityNames.begin())] =
            columnsOf(entry);
    }
}

ProfileRequest ProfileKeys::read(const YAML::Node& node) {
    if (!node.IsMap()) {
        m_request.file = pathOf(node);
        return m_request;
    }
    const std::span<const std::string_view> known =
        m_isOfSource ? std::span<const std::string_view>(kSourceKeys)
                     : std::span<const std::string_view>(kLoadKeys);
    for (const Entry& entry : m_input.entriesOf(node, "`profile`")) {
        if (std::ranges::find(known, entry.key) == known.end()) {
            m_input.unknownKey(entry, "`profile`", known);
            continue;
        }
        readEntry(entry);
    }
    const std::size_t loads =
        static_cast<std::size_t>(m_request.of(ProfileQuantity::Current).isGiven()) +
        static_cast<std::size_t>(m_request.of(ProfileQuantity::Power).isGiven()) +
        static_cast<std::size_t>(m_request.of(ProfileQuantity::Energy).isGiven());
    if (loads > 1) {
        m_input.fail(node, "`current`, `power` and `energy` say the same thing; keep one");
    }
    if (m_request.time && m_request.everyS) {
        m_input.fail(node, "`time` and `every` say the same thing; keep one");
    }
    return m_request;
}

Result<std::string> textOf(const std::string& file, const FileText& fileText) {
    const bool isBuiltIn = file.starts_with(kBuiltInPrefix);
    return isBuiltIn ? builtInFile(file.substr(kBuiltInPrefix.size())) : fileText(file);
}

} // namespace

WrittenProfile readProfileKeys(YamlInput& input, const YAML::Node& node, bool isOfSource) {
    const std::size_t errorsBefore = input.errorCount();
    WrittenProfile written = {
        .request = ProfileKeys(input, isOfSource).read(node), .at = node, .input = &input};
    written.isRight = input.errorCount() == errorsBefore;
    if (written.isRight && written.request.file.empty()) {
        input.fail(node, "`profile` needs a `file`, such as `office.csv`");
        written.isRight = false;
    }
    return written;
}

void loadProfiles(const WrittenProfiles& written,
                  const FileText& fileText,
                  Scenario& scenario,
                  Errors& errors) {
    const ProfileContext context = {.world = scenario.world,
                                    .source = scenario.sourceProfile,
                                    .errors = errors,
                                    .warnings = scenario.warnings};
    const auto load = [&](const std::optional<WrittenProfile>& profile, auto&& read) {
        if (!profile || !profile->isRight) {
            return;
        }
        const Result<std::string> text = textOf(profile->request.file, fileText);
        if (!text) {
            profile->input->fail(profile->at, text.error().text);
            return;
        }
        read(*text, profile->request);
    };
    load(written.source, [&](const std::string& text, const ProfileRequest& request) {
        scenario.sourceProfileRequest = request;
        scenario.sourceProfile = readSourceProfile(text, request, context);
    });
    load(written.load, [&](const std::string& text, const ProfileRequest& request) {
        scenario.loadProfileRequest = request;
        scenario.loadProfile = readLoadProfile(text, request, context);
    });
}

} // namespace meter::sim
