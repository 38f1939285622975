// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_result.hpp"

#include "sim/base/sha256.hpp"
#include "sim/lesson/event_json.hpp"
#include "sim/lesson/lesson_run.hpp"
#include "sim/lesson/right_answer.hpp"

#include <nlohmann/json.hpp>

namespace meter::sim {

namespace {

/// Keys stay in the order in which they are written.
using Json = nlohmann::ordered_json;

constexpr int kIndent = 2;

std::unexpected<Error> refused(std::string text) {
    return std::unexpected(Error{std::move(text)});
}

Json taskJson(const TaskStanding& task) {
    return {{"id", task.id}, {"state", nameOf(task.state)}, {"points", task.points},
            {"of", task.of}, {"hints", task.hints},         {"answers", task.answers}};
}

Json lossJson(const LessonLoss& loss) {
    Json json = {{"why", loss.why}, {"points", loss.points}, {"at", loss.at}};
    if (loss.isFailure) {
        json["failed"] = true;
    }
    return json;
}

/// Over everything but itself, and the lesson's own digest.
std::string digestOf(Json json, const std::string& lessonDigest) {
    json.erase("digest");
    return hexText(sha256(lessonDigest + '\n' + json.dump()));
}

/// What the verdict is, as JSON: two of them are compared so.
Json verdictJson(const LessonStanding& standing) {
    Json json = {{"points", standing.points},
                 {"of", standing.of},
                 {"passed", standing.isPassed},
                 {"finished", standing.isFinished}};
    json["tasks"] = Json::array();
    for (const TaskStanding& task : standing.tasks) {
        json["tasks"].push_back(taskJson(task));
    }
    json["lost"] = Json::array();
    for (const LessonLoss& loss : standing.lost) {
        json["lost"].push_back(lossJson(loss));
    }
    return json;
}

std::optional<Json> parsed(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) {
        return std::nullopt;
    }
    return json;
}

std::string textAt(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <typename T>
T numberAt(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<T>() : T{};
}

void compare(const Json& said, const Json& is, std::vector<std::string>& differences) {
    for (const auto& [key, value] : is.items()) {
        if (!said.contains(key) || said[key] != value) {
            differences.push_back("`" + key + "` is " + value.dump() + ", the file says " +
                                  (said.contains(key) ? said[key].dump() : "nothing"));
        }
    }
}

} // namespace

LessonResult resultOf(const LessonSession& session) {
    return {.attempt = session.attempt(),
            .lessonId = session.lesson().id,
            .lessonDigest = session.lesson().digest,
            .standing = session.standing(),
            .events = session.events(),
            .end = session.now(),
            .digest = {}};
}

Result<std::string> resultText(const LessonResult& result, const Scenario& scenario) {
    Json json = {{"learner", result.attempt.learner},
                 {"lesson", result.lessonId},
                 {"digest", ""},
                 {"lesson_digest", result.lessonDigest},
                 {"seed", result.attempt.seed},
                 {"attempt", result.attempt.number},
                 {"start", result.attempt.start}};
    json.update(verdictJson(result.standing));
    json["end"] = result.end;
    json["stimuli"] = Json::array();
    for (const LessonEvent& event : result.events) {
        Result<std::string> written = eventText(event, scenario);
        if (!written) {
            return std::unexpected(written.error());
        }
        json["stimuli"].push_back(Json::parse(*written));
    }
    json["digest"] = digestOf(json, result.lessonDigest);
    return json.dump(kIndent) + "\n";
}

Result<ResultHead> readResultHead(const std::string& text) {
    const std::optional<Json> json = parsed(text);
    if (!json || textAt(*json, "lesson").empty() || textAt(*json, "digest").empty()) {
        return refused(
            "this is not the result of a lesson; it is a JSON file that `serve --result` "
            "or the window writes");
    }
    return ResultHead{.learner = textAt(*json, "learner"),
                      .lessonId = textAt(*json, "lesson"),
                      .lessonDigest = textAt(*json, "lesson_digest"),
                      .digest = textAt(*json, "digest"),
                      .attempt = numberAt<int>(*json, "attempt"),
                      .start = textAt(*json, "start"),
                      .points = numberAt<int>(*json, "points"),
                      .of = numberAt<int>(*json, "of"),
                      .isPassed = json->value("passed", Json()) == Json(true),
                      .isFinished = json->value("finished", Json()) == Json(true),
                      .isWhole = textAt(*json, "digest") ==
                                 digestOf(*json, textAt(*json, "lesson_digest"))};
}

Result<LessonResult> readResult(const std::string& text, const Lesson& lesson) {
    const Result<ResultHead> head = readResultHead(text);
    if (!head) {
        return std::unexpected(head.error());
    }
    const Json json = *parsed(text);
    if (head->lessonId != lesson.id) {
        return refused("this is a result of the lesson `" + head->lessonId + "`, not of `" +
                       lesson.id + "`");
    }
    if (head->lessonDigest != lesson.digest) {
        return refused("this is a result of another version of the lesson `" + lesson.id +
                       "`; it can be judged with that version only");
    }
    const std::string digest = textAt(json, "digest");
    if (digest != digestOf(json, lesson.digest)) {
        return refused("this result was edited: its digest does not fit what it says");
    }
    LessonResult result;
    result.attempt = {.learner = head->learner,
                      .number = numberAt<int>(json, "attempt"),
                      .seed = numberAt<std::uint64_t>(json, "seed"),
                      .start = textAt(json, "start")};
    result.lessonId = lesson.id;
    result.lessonDigest = lesson.digest;
    result.end = numberAt<SampleTime>(json, "end");
    result.digest = digest;
    const auto stimuli = json.find("stimuli");
    if (stimuli == json.end() || !stimuli->is_array()) {
        return refused("this result has no `stimuli`, so it cannot be judged again");
    }
    for (const Json& item : *stimuli) {
        Result<LessonEvent> event = readEvent(item.dump(), lesson.scenario);
        if (!event) {
            return std::unexpected(event.error());
        }
        result.events.push_back(std::move(*event));
    }
    return result;
}

Rejudged judgeAgain(const LessonResult& result, const Lesson& lesson) {
    LessonRun run(lesson, result.attempt);
    Rejudged rejudged;
    const Result<void> played = run.play(result.events, result.end);
    if (!played) {
        rejudged.differences.push_back(played.error().text);
    }
    rejudged.standing = run.session().standing();
    rejudged.right = rightAnswers(lesson, run.session().drawn(), run.twin());
    return rejudged;
}

Rejudged judgeText(const std::string& text, const LessonResult& result, const Lesson& lesson) {
    Rejudged rejudged = judgeAgain(result, lesson);
    if (const std::optional<Json> json = parsed(text)) {
        compare(*json, verdictJson(rejudged.standing), rejudged.differences);
    }
    return rejudged;
}

} // namespace meter::sim
