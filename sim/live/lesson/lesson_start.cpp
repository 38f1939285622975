// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/lesson/lesson_start.hpp"

#include "sim/base/file_text.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/lesson/lesson_result.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <utility>

namespace meter::sim::live {

namespace {

constexpr const char* kTimeFormat = "%Y-%m-%dT%H:%M:%SZ"; ///< ISO 8601, UTC.

std::time_t timeNow() {
    return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

std::string wallTimeText() {
    const std::time_t now = timeNow();
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32] = {};
    static_cast<void>(std::strftime(text, sizeof text, kTimeFormat, &parts));
    return text;
}

/// Wall time since then; 0 if it cannot be told.
double secondsSince(const std::string& start) {
    std::tm parts{};
    const char* const end = strptime(start.c_str(), kTimeFormat, &parts);
    return end == nullptr || *end != '\0' ? 0.0
                                          : std::max(0.0, std::difftime(timeNow(), timegm(&parts)));
}

/// Written whole at each change; what cannot be written is reported once.
class ResultWriter final {
public:
    ResultWriter(std::string path, std::function<void(const Error&)> report)
        : m_path(std::move(path)), m_report(std::move(report)) {}

    void operator()(const LessonSession& session) {
        Result<std::string> text = resultText(resultOf(session), session.lesson().scenario);
        Result<void> written =
            text ? writeWhole(m_path, *text) : Result<void>(std::unexpected(text.error()));
        if (!written && !m_isReported && m_report) {
            m_report(written.error());
        }
        m_isReported = !written;
    }

private:
    std::string m_path;
    std::function<void(const Error&)> m_report;
    bool m_isReported = false;
};

/// What a result file that is there already says; nothing if there is none.
Result<void> takeUp(const std::string& path, const Lesson& lesson, LessonPlan& plan) {
    std::error_code code;
    if (!std::filesystem::exists(path, code)) {
        return {};
    }
    const Result<std::string> text = textOfFile(path);
    if (!text) {
        return std::unexpected(text.error());
    }
    const Result<LessonResult> result = readResult(*text, lesson);
    if (!result) {
        return std::unexpected(Error{"--result: " + path + ": " + result.error().text, {}});
    }
    const bool isSame = result->attempt.learner == plan.attempt.learner &&
                        result->attempt.seed == plan.attempt.seed;
    const bool isFinished =
        !result->events.empty() && std::holds_alternative<FinishEvent>(result->events.back().what);
    if (!isSame || isFinished) {
        return std::unexpected(Error{"--result: " + path + " holds " +
                                         (isSame ? "a finished attempt" : "another attempt") +
                                         "; name another file, or the next attempt with --attempt",
                                     {}});
    }
    plan.attempt.start = result->attempt.start;
    plan.events = result->events;
    plan.resumeAt = result->end;
    plan.usedS = secondsSince(plan.attempt.start);
    return {};
}

} // namespace

Result<LessonPlan> lessonPlan(const LessonStart& start) {
    LessonPlan plan;
    plan.lesson = start.lesson;
    plan.attempt = {
        .learner = start.learner,
        .number = start.number,
        .seed = start.seed.value_or(attemptSeed(start.learner, *start.lesson, start.number)),
        .start = wallTimeText()};
    if (start.resultFile) {
        if (const auto taken = takeUp(*start.resultFile, *start.lesson, plan); !taken) {
            return std::unexpected(taken.error());
        }
        plan.onChange = ResultWriter(*start.resultFile, start.report);
    }
    return plan;
}

} // namespace meter::sim::live
