// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Methods on the lesson that the twin is: its tasks, the learner's answers, hints and hand tools.
#include "app/web/module/page_call.hpp"
#include "sim/lesson/hand_in_code.hpp"
#include "sim/lesson/lesson_result.hpp"
#include "sim/lesson/result_code.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"

#include <array>
#include <utility>

namespace meter::web {

namespace {

/// In an exam nobody is told before it is over.
bool isTold(const sim::LessonSession& session) {
    return session.lesson().kind == sim::LessonKind::Exercise || session.standing().isFinished;
}

Json choicesOf(const sim::Task& task, const std::string& language) {
    Json choices = Json::array();
    for (const sim::LocalText& choice : task.ask->choices) {
        // What is handed in is the English text, whatever the learner reads.
        choices.push_back({{"value", choice.in("en")}, {"text", choice.in(language)}});
    }
    return choices;
}

Json taskJson(const sim::LessonSession& session, std::size_t index, const std::string& language) {
    const sim::Task& task = session.lesson().tasks[index];
    const sim::TaskStanding state = session.standing().tasks[index];
    Json json = {{"id", task.id},
                 {"text", task.text.in(language)},
                 {"of", task.points},
                 {"hintCount", task.hints.size()},
                 {"hintCost", state.hints < static_cast<int>(task.hints.size())
                                  ? task.hints[static_cast<std::size_t>(state.hints)].costs
                                  : 0}};
    if (task.ask) {
        json["choices"] = choicesOf(task, language);
        json["table"] = task.ask->choiceTable;
        json["isNumber"] = std::holds_alternative<sim::NumberAnswer>(task.ask->answer);
    }
    json["state"] = isTold(session) ? nameOf(state.state)
                                    : std::string_view(state.isSettled() ? "settled" : "open");
    if (isTold(session)) {
        json["points"] = state.points;
        json["hints"] = state.hints;
        json["triesLeft"] = state.triesLeft;
        json["note"] = state.note;
        json["explain"] = state.isSettled() ? task.explain.in(language) : "";
    }
    return json;
}

Json standingJson(const sim::LessonSession& session, const std::string& language) {
    const sim::Lesson& lesson = session.lesson();
    const sim::LessonStanding standing = session.standing();
    Json json = {{"id", lesson.id},
                 {"title", lesson.title.in(language)},
                 {"goal", lesson.goal.in(language)},
                 {"sheet", lesson.sheet.in(language)},
                 {"kind", nameOf(lesson.kind)},
                 {"learner", session.attempt().learner},
                 {"limit", lesson.timeS},
                 {"pass", lesson.passPercent},
                 {"docks", lesson.docks},
                 {"strict", lesson.isStrict},
                 {"finished", standing.isFinished},
                 {"of", standing.of}};
    json["may"] = Json::array();
    for (const sim::DeskRight right : lesson.may) {
        json["may"].push_back(nameOf(right));
    }
    if (isTold(session)) {
        json["points"] = standing.points;
        json["passed"] = standing.isPassed;
        json["failed"] = standing.hasFailed;
    }
    if (standing.current) {
        json["current"] = lesson.tasks[*standing.current].id;
    }
    json["tasks"] = Json::array();
    for (std::size_t index = 0; index < standing.tasks.size(); ++index) {
        json["tasks"].push_back(taskJson(session, index, language));
    }
    json["lost"] = Json::array();
    for (const sim::LessonLoss& loss :
         isTold(session) ? standing.lost : std::vector<sim::LessonLoss>{}) {
        json["lost"].push_back({{"why", loss.why}, {"points", loss.points}});
    }
    if (standing.isFinished) {
        json["drawn"] = session.drawn();
    }
    return json;
}

Json openLesson(PageTwin& page, const Parameters& parameters) {
    auto lesson = sim::readLessonFromText(parameters.text("text"), parameters.text("name"));
    if (!lesson) {
        return errorJson(lesson.error());
    }
    // Over the file as it was written, which the page no longer has.
    lesson->digest = parameters.text("digest");
    sim::Attempt attempt = {.learner = parameters.text("learner"),
                            .number = static_cast<int>(parameters.number("attempt", 1.0)),
                            .start = parameters.text("start")};
    attempt.seed = sim::attemptSeed(attempt.learner, *lesson, attempt.number);
    page.openLesson(std::move(*lesson), std::move(attempt));
    return standingJson(*page.lesson(), parameters.text("lang"));
}

/// What of a lesson shows in a list, without beginning it.
Json describeLesson(PageTwin& /*page*/, const Parameters& parameters) {
    const auto lesson = sim::readLessonFromText(parameters.text("text"), parameters.text("name"));
    if (!lesson) {
        return errorJson(lesson.error());
    }
    const std::string language = parameters.text("lang");
    return {{"id", lesson->id},
            {"title", lesson->title.in(language)},
            {"goal", lesson->goal.in(language)},
            {"kind", nameOf(lesson->kind)},
            {"minutes", lesson->timeS / 60.0},
            {"points", lesson->pointsMax()}};
}

Json noLesson() {
    return errorJson("no lesson has begun");
}

Json tellStanding(PageTwin& page, const Parameters& parameters) {
    return page.lesson() == nullptr ? noLesson()
                                    : standingJson(*page.lesson(), parameters.text("lang"));
}

Json answerTask(PageTwin& page, const Parameters& parameters) {
    if (page.lesson() == nullptr) {
        return noLesson();
    }
    const auto isRight = page.lesson()->answer(parameters.text("task"), parameters.texts("value"));
    if (!isRight) {
        return errorJson(isRight.error().text);
    }
    return isTold(*page.lesson()) ? Json{{"right", *isRight}} : Json::object();
}

Json takeHint(PageTwin& page, const Parameters& parameters) {
    if (page.lesson() == nullptr) {
        return noLesson();
    }
    const auto hint = page.lesson()->hint(parameters.text("task"));
    return hint ? Json{{"text", hint->text.in(parameters.text("lang"))},
                       {"costs", hint->costs},
                       {"glow", hint->glow}}
                : errorJson(hint.error().text);
}

Json giveUp(PageTwin& page, const Parameters& parameters) {
    if (page.lesson() == nullptr) {
        return noLesson();
    }
    const auto done = page.lesson()->giveUp(parameters.text("task"));
    return done ? Json::object() : errorJson(done.error().text);
}

Json measure(PageTwin& page, const Parameters& parameters) {
    const auto tool = sim::handToolNamed(parameters.text("tool"));
    if (!tool) {
        return errorJson(tool.error().text);
    }
    const std::string at = parameters.text("at");
    const auto reading = page.lesson() != nullptr
                             ? page.lesson()->measure(*tool, at)
                             : sim::measureWith(*tool, at, page.twin().faultyWorld());
    return reading ? Json{{"text", reading->text}, {"at", reading->at}}
                   : errorJson(reading.error().text);
}

Json handIn(PageTwin& page, const Parameters& parameters) {
    if (page.lesson() == nullptr) {
        return noLesson();
    }
    page.lesson()->finish();
    return standingJson(*page.lesson(), parameters.text("lang"));
}

Json tellResult(PageTwin& page, const Parameters& /*parameters*/) {
    if (page.lesson() == nullptr) {
        return noLesson();
    }
    sim::LessonResult result = sim::resultOf(*page.lesson());
    const auto text = sim::resultText(result, page.lesson()->lesson().scenario);
    const auto head = text ? sim::readResultHead(*text) : std::unexpected(text.error());
    if (!head) {
        return errorJson(head.error().text);
    }
    result.digest = head->digest; // The short code is made of the file's.
    return {
        {"file", *text}, {"code", sim::resultCode(*text)}, {"shortCode", sim::handInCode(result)}};
}

constexpr std::array kMethods = {
    PageMethod{"lesson", &openLesson, false},
    PageMethod{"describe", &describeLesson, false},
    PageMethod{"standing", &tellStanding},
    PageMethod{"answer", &answerTask},
    PageMethod{"hint", &takeHint},
    PageMethod{"giveUp", &giveUp},
    PageMethod{"measure", &measure},
    PageMethod{"finish", &handIn},
    PageMethod{"result", &tellResult},
};

} // namespace

std::span<const PageMethod> lessonMethods() {
    return kMethods;
}

} // namespace meter::web
