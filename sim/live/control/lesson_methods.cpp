// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Methods on the lesson that a twin is: its tasks, the learner's answers, hints and hand tools.
#include "sim/lesson/lesson_session.hpp"
#include "sim/live/control/control_methods.hpp"

#include <utility>

namespace meter::sim::live {
namespace {

RpcOutcome noLesson() {
    return refused("this twin is not a lesson; begin one with `serve --lesson FILE`");
}

/// In an exam nothing is shown before it is over.
bool showsFeedback(const LessonSession& session) {
    return session.lesson().kind == LessonKind::Exercise || session.standing().isFinished;
}

Json taskJson(const LessonSession& session, std::size_t index, const std::string& language) {
    const Task& task = session.lesson().tasks[index];
    const LessonStanding standing = session.standing();
    const TaskStanding& state = standing.tasks[index];
    Json json = {{"id", task.id}, {"text", task.text.in(language)}, {"of", task.points}};
    json["question"] = task.ask.has_value();
    if (showsFeedback(session)) {
        json["state"] = nameOf(state.state);
        json["points"] = state.points;
        json["hints"] = state.hints;
        json["tries_left"] = state.triesLeft;
        json["note"] = state.note;
    } else {
        json["state"] = state.isSettled() ? "settled" : "open";
    }
    if (showsFeedback(session) && state.isSettled()) {
        json["explain"] = task.explain.in(language);
    }
    return json;
}

Json standingJson(const ControlCall& call, const LessonSession& session) {
    const std::string language = call.text("lang").value_or("en");
    const LessonStanding standing = session.standing();
    Json json = timed(call);
    json["lesson"] = session.lesson().id;
    json["title"] = session.lesson().title.in(language);
    json["learner"] = session.attempt().learner;
    json["sheet"] = session.lesson().sheet.in(language);
    json["finished"] = standing.isFinished;
    json["of"] = standing.of;
    if (showsFeedback(session)) {
        json["points"] = standing.points;
        json["passed"] = standing.isPassed;
    }
    json["limit_s"] = session.lesson().timeS;
    json["tasks"] = Json::array();
    for (std::size_t index = 0; index < standing.tasks.size(); ++index) {
        json["tasks"].push_back(taskJson(session, index, language));
    }
    json["lost"] = Json::array();
    for (const LessonLoss& loss :
         showsFeedback(session) ? standing.lost : std::vector<LessonLoss>{}) {
        json["lost"].push_back(
            {{"why", loss.why}, {"points", loss.points}, {"at", secondsOf(loss.at)}});
    }
    return json;
}

} // namespace

RpcOutcome showLesson(ControlCall& call) {
    const LessonSession* const session = call.twin().lesson();
    return session == nullptr ? noLesson() : standingJson(call, *session);
}

RpcOutcome answerTask(ControlCall& call) {
    LessonSession* const session = call.twin().lesson();
    if (session == nullptr) {
        return noLesson();
    }
    std::vector<std::string> values;
    if (call.value("value").is_array()) {
        values = call.words("value");
    } else if (const std::optional<std::string> text = call.text("value")) {
        values.push_back(*text);
    }
    const Result<bool> isRight = session->answer(call.text("task").value_or(""), std::move(values));
    if (!isRight) {
        return refused(isRight.error().text);
    }
    Json json = timed(call);
    if (showsFeedback(*session)) {
        json["right"] = *isRight;
    }
    json["recorded"] = true;
    return json;
}

RpcOutcome takeHint(ControlCall& call) {
    LessonSession* const session = call.twin().lesson();
    if (session == nullptr) {
        return noLesson();
    }
    const Result<Hint> hint = session->hint(call.text("task").value_or(""));
    if (!hint) {
        return refused(hint.error().text);
    }
    Json json = timed(call);
    json["text"] = hint->text.in(call.text("lang").value_or("en"));
    json["costs"] = hint->costs;
    json["glow"] = hint->glow;
    return json;
}

RpcOutcome giveTaskUp(ControlCall& call) {
    LessonSession* const session = call.twin().lesson();
    if (session == nullptr) {
        return noLesson();
    }
    const Result<void> done = session->giveUp(call.text("task").value_or(""));
    return done ? RpcOutcome(timed(call)) : refused(done.error().text);
}

RpcOutcome measureByHand(ControlCall& call) {
    const Result<HandTool> tool = handToolNamed(call.text("tool").value_or(""));
    if (!tool) {
        return wrongParameter(tool.error().text);
    }
    const std::string at = call.text("at").value_or("");
    LessonSession* const session = call.twin().lesson();
    const Result<ToolReading> reading = session != nullptr
                                            ? session->measure(*tool, at)
                                            : measureWith(*tool, at, call.meter().faultyWorld());
    if (!reading) {
        return wrongParameter(reading.error().text);
    }
    Json json = timed(call);
    json["tool"] = nameOf(reading->tool);
    json["at"] = reading->at;
    json["value"] =
        reading->tool == HandTool::Rotation ? Json(reading->text) : Json(reading->value);
    json["text"] = reading->text;
    return json;
}

RpcOutcome handLessonIn(ControlCall& call) {
    LessonSession* const session = call.twin().lesson();
    if (session == nullptr) {
        return noLesson();
    }
    session->finish();
    return standingJson(call, *session);
}

} // namespace meter::sim::live
