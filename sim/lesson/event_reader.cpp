// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/event_json.hpp"
#include "sim/scenario/yaml/entry_reader.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace meter::sim {

namespace {

using Json = nlohmann::ordered_json;

std::unexpected<Error> wrong() {
    return std::unexpected(Error{"one of the `stimuli` is not an event of a lesson"});
}

Result<LessonEvent> eventOf(const Json& json, const Scenario& scenario) {
    LessonEvent event{.at = json.at("at").get<SampleTime>(), .what = FinishEvent{}};
    if (json.contains("do")) {
        auto entry = readTimelineEntry(scenario, scenario.world, json.at("do").get<std::string>());
        if (!entry) {
            return wrong();
        }
        event.what = std::move(*entry);
    } else if (json.contains("answer")) {
        const Json& answer = json.at("answer");
        event.what = AnswerEvent{.task = answer.at("task").get<std::string>(),
                                 .values = answer.at("values").get<std::vector<std::string>>()};
    } else if (json.contains("hint")) {
        event.what = HintEvent{.task = json.at("hint").get<std::string>()};
    } else if (json.contains("give_up")) {
        event.what = GiveUpEvent{.task = json.at("give_up").get<std::string>()};
    } else if (json.contains("measure")) {
        const Json& measure = json.at("measure");
        const Result<HandTool> tool = handToolNamed(measure.at("tool").get<std::string>());
        if (!tool) {
            return std::unexpected(tool.error());
        }
        event.what = MeasureEvent{.tool = *tool, .at = measure.at("at").get<std::string>()};
    } else if (json.contains("asked")) {
        const Json& asked = json.at("asked");
        event.what = AskedEvent{.first = asked.at("first").get<std::uint16_t>(),
                                .count = asked.at("count").get<std::uint16_t>(),
                                .unit = asked.at("unit").get<std::uint8_t>(),
                                .isSerial = asked.at("serial").get<bool>()};
    } else if (!json.contains("finish")) {
        return wrong();
    }
    return event;
}

} // namespace

Result<LessonEvent> readEvent(const std::string& json, const Scenario& scenario) {
    const Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_object()) {
        return wrong();
    }
    try {
        return eventOf(parsed, scenario);
    } catch (const Json::exception&) {
        return wrong(); // A key is missing, or of another type.
    }
}

} // namespace meter::sim
