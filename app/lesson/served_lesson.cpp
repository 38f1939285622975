// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/served_lesson.hpp"

#include "app/base/outcome.hpp"
#include "app/lesson/lesson_files.hpp"
#include "sim/base/file_text.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/lesson/lesson_result.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"

#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <utility>

namespace meter::app {

namespace {

using sim::Error;
using sim::Errors;
using sim::live::LessonPlan;

/// ISO 8601, UTC.
std::string wallTimeText() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32] = {};
    static_cast<void>(std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts));
    return text;
}

/// Written whole at each change; what cannot be written is reported once.
class ResultWriter final {
public:
    explicit ResultWriter(std::string path) : m_path(std::move(path)) {}

    void operator()(const sim::LessonSession& session) {
        sim::Result<std::string> text =
            sim::resultText(sim::resultOf(session), session.lesson().scenario);
        sim::Result<void> written = text ? sim::writeWhole(m_path, *text)
                                         : sim::Result<void>(std::unexpected(text.error()));
        if (!written && !m_isReported) {
            printError(written.error());
        }
        m_isReported = !written;
    }

private:
    std::string m_path;
    bool m_isReported = false;
};

/// What a result file that is there already says; nothing if there is none.
sim::Result<void> takeUp(const std::string& path, const sim::Lesson& lesson, LessonPlan& plan) {
    std::error_code code;
    if (!std::filesystem::exists(path, code)) {
        return {};
    }
    const sim::Result<std::string> text = sim::textOfFile(path);
    if (!text) {
        return std::unexpected(text.error());
    }
    const sim::Result<sim::LessonResult> result = sim::readResult(*text, lesson);
    if (!result) {
        return std::unexpected(Error{"--result: " + path + ": " + result.error().text, {}});
    }
    const bool isSame = result->attempt.learner == plan.attempt.learner &&
                        result->attempt.seed == plan.attempt.seed;
    const bool isFinished = !result->events.empty() &&
                            std::holds_alternative<sim::FinishEvent>(result->events.back().what);
    if (!isSame || isFinished) {
        return std::unexpected(Error{"--result: " + path + " holds " +
                                         (isSame ? "a finished attempt" : "another attempt") +
                                         "; name another file, or the next attempt with --attempt",
                                     {}});
    }
    plan.attempt.start = result->attempt.start;
    plan.events = result->events;
    plan.resumeAt = result->end;
    return {};
}

} // namespace

std::expected<ServedLesson, Errors> servedLesson(const ServeOptions& options) {
    if (!options.scenarioFiles.empty() || options.meterCount != 1) {
        return std::unexpected(
            Errors{{"--lesson brings its own scenario; leave the others and --meters out", {}}});
    }
    if (!options.learner || options.learner->empty()) {
        return std::unexpected(
            Errors{{"--lesson needs --learner NAME, which the result states", {}}});
    }
    auto lesson = sim::readLesson(*options.lessonFile);
    if (!lesson) {
        return std::unexpected(lesson.error());
    }
    ServedLesson served;
    served.plan.lesson = std::make_shared<const sim::Lesson>(std::move(*lesson));
    const sim::Lesson& read = *served.plan.lesson;
    const int number = options.attempt.value_or(1);
    served.plan.attempt = {
        .learner = *options.learner,
        .number = number,
        .seed = options.seed.value_or(sim::attemptSeed(*options.learner, read, number)),
        .start = wallTimeText()};
    if (options.resultFile) {
        if (const auto taken = takeUp(*options.resultFile, read, served.plan); !taken) {
            return std::unexpected(Errors{taken.error()});
        }
        served.plan.onChange = ResultWriter(*options.resultFile);
    }
    served.scenario = sim::attemptScenario(read, served.plan.attempt.seed);
    return served;
}

std::expected<std::vector<sim::Scenario>, Errors>
servedScenarios(const ServeOptions& options, sim::live::EngineOptions& engine) {
    if (!options.lessonFile) {
        if (options.learner || options.resultFile || options.attempt) {
            return std::unexpected(
                Errors{{"--learner, --result and --attempt belong to --lesson FILE", {}}});
        }
        return scenariosOf(options);
    }
    auto served = servedLesson(options);
    if (!served) {
        return std::unexpected(served.error());
    }
    engine.lesson = std::move(served->plan);
    return std::vector<sim::Scenario>{std::move(served->scenario)};
}

} // namespace meter::app
