// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/lesson/yaml/lesson_files.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace meter::app {
namespace {

struct LessonsArguments {
    std::vector<std::string> folders;
    std::string language = "en";
    std::string format = "text";
};

std::string minutesOf(const sim::Lesson& lesson) {
    return std::to_string(std::lround(lesson.timeS / 60.0)) + " min";
}

void printTable(const std::vector<sim::Lesson>& lessons, const std::string& language) {
    std::size_t width = 0;
    for (const sim::Lesson& lesson : lessons) {
        width = std::max(width, lesson.id.size());
    }
    for (const sim::Lesson& lesson : lessons) {
        std::printf("%-*s  %-8s  %7s  %2zu tasks  %3d points  %s\n", static_cast<int>(width),
                    lesson.id.c_str(), std::string(sim::nameOf(lesson.kind)).c_str(),
                    minutesOf(lesson).c_str(), lesson.tasks.size(), lesson.pointsMax(),
                    sim::shownLine(lesson.title.in(language)).c_str());
    }
}

void printJson(const std::vector<sim::Lesson>& lessons, const std::string& language) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const sim::Lesson& lesson : lessons) {
        list.push_back({{"id", lesson.id},
                        {"title", lesson.title.in(language)},
                        {"goal", lesson.goal.in(language)},
                        {"kind", sim::nameOf(lesson.kind)},
                        {"time_s", lesson.timeS},
                        {"tasks", lesson.tasks.size()},
                        {"points", lesson.pointsMax()},
                        {"pass_percent", lesson.passPercent},
                        {"after", lesson.after},
                        {"file", lesson.file}});
    }
    std::printf("%s\n", sim::shownJson(list.dump(2)).c_str());
}

ExitStatus listLessons(const LessonsArguments& arguments) {
    const sim::LessonListing listing = sim::lessonsIn(arguments.folders);
    if (arguments.format == "json") {
        printJson(listing.lessons, arguments.language);
    } else {
        printTable(listing.lessons, arguments.language);
    }
    printErrors(listing.errors);
    return listing.errors.empty() ? ExitStatus::Held : ExitStatus::Wrong;
}

} // namespace

void addLessonsCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command = program.add_subcommand("lessons", "List lessons and exams");
    const auto arguments = std::make_shared<LessonsArguments>();
    command->add_option("folder", arguments->folders, "Folders of *.lesson.yaml files")
        ->type_name("FOLDER");
    command->add_option("--lang", arguments->language, "Language of the titles: en, de, es")
        ->capture_default_str();
    command->add_option("--format", arguments->format, "How to print it")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->footer("Without a folder: the lessons that ship with the program.\n"
                    "Example:\n  metertwin-cli lessons --lang de");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return listLessons(*arguments);
        };
    });
}

} // namespace meter::app
