// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A text becomes a YAML document. The page for browsers, which has no library for it, links
// app/web/platform/flow_parse.cpp instead.
#include "sim/base/shown_text.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/yaml_guard.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"
#include "sim/scenario/yaml/yaml_scan.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace meter::sim {

namespace {

Place placeAt(const std::string& file, const std::string& text, std::size_t offset) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(offset);
    const std::size_t lineStart = offset == 0 ? std::string::npos : text.rfind('\n', offset - 1);
    return {.file = file,
            .line = static_cast<int>(std::count(text.begin(), end, '\n')) + 1,
            .column = static_cast<int>(offset -
                                       (lineStart == std::string::npos ? 0 : lineStart + 1) + 1)};
}

/// Where a text stops being one: a control character or a byte that is no UTF-8.
std::optional<std::size_t> firstBinaryByte(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = utf8Length(text, i);
        const bool isControl =
            (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
        if (length == 0 || isControl) {
            return i;
        }
        i += length;
    }
    return std::nullopt;
}

/// What yaml-cpp says of a text, in the words of somebody who writes one.
struct ParserWords {
    std::string_view theirs;
    std::string_view ours;
};

constexpr std::array kParserWords = {
    ParserWords{"end of map not found", "this does not belong to the map that it stands in; check "
                                        "its indentation and the end of the line before"},
    ParserWords{"end of sequence not found", "this does not belong to the list that it stands in; "
                                             "check its indentation"},
    ParserWords{"end of map flow not found",
                "a comma or the `}` of this map is missing before this"},
    ParserWords{"end of sequence flow not found",
                "a comma or the `]` of this list is missing before this"},
    ParserWords{"illegal map value", "a key cannot stand here; check its indentation, and put a "
                                     "text with `: ` in it into quotes"},
    ParserWords{"illegal block entry", "a list entry `- ` cannot stand here; begin the list in a "
                                       "line of its own"},
    ParserWords{"illegal tab when looking for indentation",
                "a tab indents this line; YAML takes blanks"},
    ParserWords{"unknown token", "a text cannot begin with this character; put it into quotes"},
};

std::string wordsOf(const std::string& theirs) {
    const auto found = std::ranges::find(kParserWords, theirs, &ParserWords::theirs);
    return "this is not valid YAML: " +
           (found == kParserWords.end() ? theirs : std::string(found->ours));
}

} // namespace

std::optional<YAML::Node> YamlInput::parse(const std::string& text) {
    if (text.size() > kScenarioFileSizeMax) {
        m_errors.push_back({"the file is larger than " +
                                std::to_string(kScenarioFileSizeMax >> 20U) +
                                " MiB, more than a scenario can have",
                            {.file = m_file}});
        return std::nullopt;
    }
    if (const std::optional<std::size_t> offset = firstBinaryByte(text)) {
        m_errors.push_back({"this is not text: a scenario is a YAML file in UTF-8",
                            placeAt(m_file, text, *offset)});
        return std::nullopt;
    }
    if (const std::optional<YamlFlaw> flaw = firstYamlFlaw(text)) {
        m_errors.push_back({flaw->text, placeAt(m_file, text, flaw->offset)});
        return std::nullopt;
    }
    try {
        return parseWithinLimits(text);
    } catch (const YAML::Exception& exception) {
        m_errors.push_back({wordsOf(exception.msg), placeOfMark(exception.mark)});
        return std::nullopt;
    }
}

/// Twice: the first time the library only tells what it sees, so nothing grows.
std::optional<YAML::Node> YamlInput::parseWithinLimits(const std::string& text) {
    YamlGuard guard;
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(guard)) {
        }
    } catch (const YamlGuard::Stop&) {
        m_errors.push_back({guard.flaw()->text, placeOfMark(guard.flaw()->mark)});
        return std::nullopt;
    }
    const YAML::Node document = YAML::Load(text);
    if (!document.IsMap()) {
        const std::string_view wrong =
            document.IsNull() ? "the file is empty" : "this is not a map of keys";
        m_errors.push_back({std::string(wrong) + "; a scenario begins with `metertwin: 1`",
                            {.file = m_file, .line = 1, .column = 1}});
        return std::nullopt;
    }
    for (const YamlGuard::Flaw& duplicate : guard.duplicates()) {
        m_errors.push_back({duplicate.text, placeOfMark(duplicate.mark)});
    }
    return document;
}

} // namespace meter::sim
