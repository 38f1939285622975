// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/judged_results.hpp"

#include "sim/base/file_text.hpp"
#include "sim/lesson/result_code.hpp"

#include <utility>

namespace meter::app {

namespace {

using State = JudgedResult::State;

JudgedResult unreadable(JudgedResult judged, const sim::Error& error) {
    judged.state = State::Unreadable;
    judged.trouble = error.text;
    return judged;
}

} // namespace

JudgedResult judgedResult(const std::string& file, const std::vector<sim::Lesson>& lessons) {
    JudgedResult judged;
    judged.file = file;
    sim::Result<std::string> text = sim::textOfFile(file);
    if (text) {
        text = sim::textOfResultCode(std::move(*text));
    }
    if (!text) {
        return unreadable(std::move(judged), text.error());
    }
    const sim::Result<sim::ResultHead> head = sim::readResultHead(*text);
    if (!head) {
        return unreadable(std::move(judged), head.error());
    }
    judged.result.attempt.learner = head->learner;
    judged.result.lessonId = head->lessonId;
    judged.lesson = sim::lessonOf(*head, lessons);
    if (judged.lesson == nullptr) {
        return unreadable(std::move(judged), {"the lesson `" + head->lessonId +
                                                  "` is not here; name its folder with --lessons",
                                              {}});
    }
    sim::Result<sim::LessonResult> result = sim::readResult(*text, *judged.lesson);
    if (!result) {
        const bool isEdited = head->lessonDigest == judged.lesson->digest;
        judged.state = isEdited ? State::Different : State::Unreadable;
        judged.trouble = result.error().text;
        return judged;
    }
    judged.result = std::move(*result);
    sim::Rejudged rejudged = sim::judgeText(*text, judged.result, *judged.lesson);
    judged.standing = std::move(rejudged.standing);
    judged.right = std::move(rejudged.right);
    judged.state = rejudged.differences.empty() ? State::Same : State::Different;
    if (!rejudged.differences.empty()) {
        judged.trouble =
            "judged again, it comes to a different verdict: " + rejudged.differences.front();
    }
    return judged;
}

} // namespace meter::app
