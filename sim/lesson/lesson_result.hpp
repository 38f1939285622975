// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The result of an attempt, as the file that counts (docs/lessons.md): JSON, with a digest over
// everything in it and the lesson's own digest. Judging it again plays its events on a new twin
// and must come to the same standing.

#include "sim/lesson/lesson_session.hpp"

#include <string>

namespace meter::sim {

struct LessonResult {
    Attempt attempt;
    std::string lessonId;
    std::string lessonDigest;
    LessonStanding standing;
    std::vector<LessonEvent> events;
    SampleTime end = 0; ///< Where the twin stood.
    std::string digest; ///< As written in the file.
};

[[nodiscard]] LessonResult resultOf(const LessonSession& session);

/// The whole file. An error: something that was done cannot be written.
[[nodiscard]] Result<std::string> resultText(const LessonResult& result, const Scenario& scenario);

/// Errors say what is wrong with the file: not a result, of another version, edited.
[[nodiscard]] Result<LessonResult> readResult(const std::string& text, const Lesson& lesson);

/// What a result says of itself, before its lesson is found.
struct ResultHead {
    std::string learner;
    std::string lessonId;
    std::string lessonDigest;
    std::string digest; ///< As written in the file.
    int attempt = 1;
    std::string start;
    int points = 0;
    int of = 0;
    bool isPassed = false;
    bool isFinished = false; ///< Handed in.
    bool isWhole = false;    ///< Its digest fits what it says: nobody edited it.
};

[[nodiscard]] Result<ResultHead> readResultHead(const std::string& text);

struct Rejudged {
    LessonStanding standing;
    std::vector<std::string> differences; ///< Empty: the same verdict.
    std::vector<LocalText> right;         ///< What would have been right, by task.
};

/// Plays the events; the standing is what they lead to.
[[nodiscard]] Rejudged judgeAgain(const LessonResult& result, const Lesson& lesson);
/// The same, compared with what the file itself says.
[[nodiscard]] Rejudged
judgeText(const std::string& text, const LessonResult& result, const Lesson& lesson);

} // namespace meter::sim
