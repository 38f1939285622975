// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/version.hpp"
#include "app/commands/command.hpp"
#include "app/lesson/grade_book.hpp"
#include "app/lesson/judged_results.hpp"
#include "sim/base/shown_text.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/lesson/hand_in_code.hpp"
#include "sim/lesson/lesson_check.hpp"
#include "sim/lesson/lesson_html.hpp"
#include "sim/lesson/yaml/lesson_files.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {
namespace {

using State = JudgedResult::State;

struct ResultArguments {
    std::vector<std::string> files;
    std::vector<std::string> folders;
    std::vector<std::string> reports; ///< "html=FILE".
    std::string csv;
    std::vector<std::string> codes;
    std::string language = "en";
};

ExitStatus worse(ExitStatus left, ExitStatus right) {
    return std::max(left, right);
}

ExitStatus checkLesson(const std::string& file) {
    const auto lesson = sim::readLesson(file);
    if (!lesson) {
        printErrors(lesson.error());
        return ExitStatus::Wrong;
    }
    const std::vector<std::string> faults = sim::faultsOf(*lesson);
    for (const std::string& fault : faults) {
        std::printf("%s: %s\n", sim::shownLine(file).c_str(), sim::shownLine(fault).c_str());
    }
    if (faults.empty()) {
        std::printf("%s: right: %s, %zu tasks, %d points\n", file.c_str(),
                    sim::shownLine(lesson->title.in("en")).c_str(), lesson->tasks.size(),
                    lesson->pointsMax());
    }
    return faults.empty() ? ExitStatus::Held : ExitStatus::Failed;
}

ExitStatus checkLessons(const std::vector<std::string>& files) {
    ExitStatus status = ExitStatus::Held;
    for (const std::string& file : files) {
        status = worse(status, checkLesson(file));
    }
    return status;
}

bool bearsCode(const JudgedResult& judged, const std::vector<std::string>& codes) {
    const std::string own = sim::handInCode(judged.result);
    return std::ranges::any_of(
        codes, [&own](const std::string& code) { return sim::isSameCode(own, code); });
}

/// A result that is not the one whose code was handed in is another one.
void compareCode(JudgedResult& judged, const std::vector<std::string>& codes) {
    if (codes.empty() || judged.state != State::Same || bearsCode(judged, codes)) {
        return;
    }
    judged.state = State::Different;
    judged.trouble =
        "its code is " + sim::handInCode(judged.result) + ", not the one that was handed in";
}

std::vector<JudgedResult> judgedResults(const ResultArguments& arguments,
                                        const sim::LessonListing& listing) {
    std::vector<JudgedResult> results;
    for (const std::string& file : arguments.files) {
        results.push_back(judgedResult(file, listing.lessons));
        compareCode(results.back(), arguments.codes);
    }
    return results;
}

ExitStatus statusOf(const std::vector<JudgedResult>& results) {
    ExitStatus status = ExitStatus::Held;
    for (const JudgedResult& judged : results) {
        if (judged.state == State::Unreadable) {
            status = worse(status, ExitStatus::Wrong);
        } else if (judged.state == State::Different) {
            status = worse(status, ExitStatus::Failed);
        }
    }
    return status;
}

void printVerdict(const JudgedResult& judged) {
    if (judged.state == State::Unreadable) {
        printError({judged.trouble, {.file = judged.file}});
        return;
    }
    const bool isSame = judged.state == State::Same;
    std::printf("%s: %s, %s: %d/%d points, %s%s\n", judged.file.c_str(),
                sim::shownLine(judged.result.attempt.learner).c_str(),
                sim::shownLine(judged.result.lessonId).c_str(), judged.standing.points,
                judged.standing.of, judged.standing.isPassed ? "passed" : "not passed",
                isSame ? "" : (": " + judged.trouble).c_str());
}

sim::Result<void> writeReports(const ResultArguments& arguments,
                               const std::vector<JudgedResult>& results) {
    std::vector<sim::ResultPage> pages;
    for (const JudgedResult& judged : results) {
        if (judged.state == State::Same) {
            pages.push_back({.lesson = judged.lesson,
                             .result = judged.result,
                             .standing = judged.standing,
                             .version = versionText(),
                             .right = judged.right,
                             .code = sim::handInCode(judged.result)});
        }
    }
    for (const std::string& report : arguments.reports) {
        constexpr std::string_view kHtml = "html=";
        if (!report.starts_with(kHtml) || report.size() == kHtml.size()) {
            return std::unexpected(
                sim::Error{"--report takes html=FILE, not `" + report + "`", {}});
        }
        const sim::Result<void> written = sim::writeWhole(
            report.substr(kHtml.size()), sim::resultHtml(pages, arguments.language));
        if (!written) {
            return written;
        }
    }
    return {};
}

ExitStatus judgeResults(const ResultArguments& arguments) {
    const sim::LessonListing listing = sim::lessonsIn(arguments.folders);
    const std::vector<JudgedResult> results = judgedResults(arguments, listing);
    for (const JudgedResult& judged : results) {
        printVerdict(judged);
    }
    if (const sim::Result<void> written = writeReports(arguments, results); !written) {
        printError(written.error());
        return ExitStatus::Wrong;
    }
    return statusOf(results);
}

ExitStatus keepBook(const ResultArguments& arguments) {
    const sim::LessonListing listing = sim::lessonsIn(arguments.folders);
    const std::vector<JudgedResult> results = judgedResults(arguments, listing);
    for (const JudgedResult& judged : results) {
        if (judged.state != State::Same) {
            printError({judged.trouble, {.file = judged.file}});
        }
    }
    std::fputs(sim::shownText(gradeBookText(results)).c_str(), stdout);
    if (!arguments.csv.empty()) {
        const sim::Result<void> written = sim::writeWhole(arguments.csv, gradeBookCsv(results));
        if (!written) {
            printError(written.error());
            return ExitStatus::Wrong;
        }
    }
    return statusOf(results);
}

void addResultOptions(CLI::App& command, ResultArguments& arguments) {
    command.add_option("result", arguments.files, "Result files")
        ->required()
        ->type_name("RESULT.json");
    command
        .add_option("--lessons", arguments.folders, "Folders of the lessons, if not the shipped")
        ->type_name("FOLDER");
}

void addCheck(CLI::App& lesson, Action& chosen) {
    CLI::App* const command = lesson.add_subcommand(
        "check", "Validate lessons, play their solutions, and check that doing nothing fails");
    const auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("file", *files, "Lesson files")->required()->type_name("FILE");
    command->footer("Exit status: 0 all right, 1 a solution does not earn all points, 2 a file "
                    "is wrong.\nExample:\n  metertwin-cli lesson check mine.lesson.yaml");
    command->callback([files, &chosen] {
        chosen = [files] {
            return checkLessons(*files);
        };
    });
}

void addJudge(CLI::App& lesson, Action& chosen) {
    CLI::App* const command =
        lesson.add_subcommand("judge", "Play attempts again and verify the verdict");
    const auto arguments = std::make_shared<ResultArguments>();
    addResultOptions(*command, *arguments);
    command->add_option("--report", arguments->reports, "html=FILE: certificates to print")
        ->type_name("html=FILE");
    command
        ->add_option("--code", arguments->codes,
                     "Codes of the certificates: a result must bear one of them")
        ->type_name("CODE");
    command->add_option("--lang", arguments->language, "Language of the report: en, de, es")
        ->capture_default_str();
    command->footer(
        "Exit status: 0 the same verdict, 1 a different one or edited, 2 not a result.\n"
        "Example:\n  metertwin-cli lesson judge results/*.json --report html=all.html");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return judgeResults(*arguments);
        };
    });
}

void addBook(CLI::App& lesson, Action& chosen) {
    CLI::App* const command = lesson.add_subcommand("book", "A grade book of results");
    const auto arguments = std::make_shared<ResultArguments>();
    addResultOptions(*command, *arguments);
    command->add_option("--csv", arguments->csv, "A file for a spreadsheet")->type_name("FILE");
    command->footer("Example:\n  metertwin-cli lesson book results/*.json --csv grades.csv");
    command->callback([arguments, &chosen] {
        chosen = [arguments] {
            return keepBook(*arguments);
        };
    });
}

} // namespace

void addLessonCommand(CLI::App& program, Action& chosen) {
    CLI::App* const command =
        program.add_subcommand("lesson", "Check lessons, judge results, keep a grade book");
    command->require_subcommand(1);
    addCheck(*command, chosen);
    addJudge(*command, chosen);
    addBook(*command, chosen);
}

} // namespace meter::app
