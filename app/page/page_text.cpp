// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/page/page_text.hpp"

#include "sim/base/file_text.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "sim/scenario/yaml/yaml_json.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <utility>

namespace meter::app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct PageText {
    bool isLesson = false;
    std::string json;
    std::string digest;
    std::vector<fs::path> files;
};

std::expected<PageText, sim::Errors> lessonText(const std::string& file) {
    const auto lesson = sim::readLesson(file);
    if (!lesson) {
        return std::unexpected(lesson.error());
    }
    const auto text = sim::textOfFile(file);
    if (!text) {
        return std::unexpected(sim::Errors{text.error()});
    }
    const auto json = sim::jsonOfYaml(*text, file);
    if (!json) {
        return std::unexpected(json.error());
    }
    return PageText{.isLesson = true,
                    .json = *json,
                    .digest = lesson->digest,
                    .files = sim::referredFiles(lesson->scenario)};
}

/// Written anew, so that what it extends is in it.
std::expected<PageText, sim::Errors> scenarioTextOf(const std::string& file) {
    const auto scenario = sim::readScenario(file);
    if (!scenario) {
        return std::unexpected(scenario.error());
    }
    const auto text = sim::scenarioText(
        *scenario, [](const std::string& name) { return fs::path(name).filename().string(); });
    if (!text) {
        return std::unexpected(sim::Errors{text.error()});
    }
    const auto json = sim::jsonOfYaml(*text, file);
    if (!json) {
        return std::unexpected(json.error());
    }
    if (scenario->replay != nullptr) {
        return std::unexpected(
            sim::Errors{{"it replays a recording, which a page cannot read", {.file = file}}});
    }
    return PageText{.json = *json, .digest = {}, .files = sim::referredFiles(*scenario)};
}

std::expected<PageText, sim::Errors> textFor(const std::string& file) {
    return file.ends_with(".lesson.yaml") ? lessonText(file) : scenarioTextOf(file);
}

/// RFC 3986: all but unreserved characters become %XX.
std::string percentEncoded(std::string_view text) {
    constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (kPlain.find(c) != std::string_view::npos) {
            encoded += c;
            continue;
        }
        const auto code = static_cast<unsigned char>(c);
        encoded += {'%', kDigits[code >> 4U], kDigits[code & 0xFU]};
    }
    return encoded;
}

} // namespace

std::expected<std::string, sim::Errors> pageJson(const std::vector<std::string>& files) {
    Json list = Json::array();
    for (const std::string& file : files) {
        const auto text = textFor(file);
        if (!text) {
            return std::unexpected(text.error());
        }
        Json named = Json::object();
        for (const fs::path& path : text->files) {
            const auto content = sim::textOfFile(path);
            if (!content) {
                return std::unexpected(sim::Errors{content.error()});
            }
            named[path.filename().string()] = *content;
        }
        list.push_back({{"kind", text->isLesson ? "lesson" : "scenario"},
                        {"name", fs::path(file).filename().string()},
                        {"text", text->json},
                        {"digest", text->digest},
                        {"files", named}});
    }
    return list.dump() + "\n";
}

std::expected<std::string, sim::Errors> pageLinks(const std::vector<std::string>& files,
                                                  const std::string& address) {
    std::string links;
    for (const std::string& file : files) {
        const auto text = textFor(file);
        if (!text) {
            return std::unexpected(text.error());
        }
        if (text->isLesson || !text->files.empty()) {
            const std::string why =
                text->isLesson ? "a link holds scenarios only; build a page with the lesson"
                               : "it names a file, which a link cannot hold";
            return std::unexpected(sim::Errors{{why, {.file = file}}});
        }
        links += address + "?scenario=" + percentEncoded(text->json) + "\n";
    }
    return links;
}

} // namespace meter::app
