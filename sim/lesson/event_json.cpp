// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/event_json.hpp"

#include "sim/scenario/yaml/timeline_writer.hpp"

#include <nlohmann/json.hpp>

namespace meter::sim {

namespace {

using Json = nlohmann::ordered_json;

/// How an entry's text begins that acts at once: its time is the event's.
constexpr std::string_view kAtOnce = "{at: 0 s, ";

Result<Json> jsonOf(const LessonEvent& event, const Scenario& scenario) {
    Json json = {{"at", event.at}};
    if (const auto* const entry = std::get_if<TimelineEntry>(&event.what)) {
        TimelineEntry now = *entry;
        now.at = 0;
        Result<std::string> text = timelineEntryText(scenario, now);
        if (!text) {
            return std::unexpected(text.error());
        }
        const bool isAtOnce = text->starts_with(kAtOnce);
        json["do"] = isAtOnce ? "{" + text->substr(kAtOnce.size()) : *text;
    } else if (const auto* const answer = std::get_if<AnswerEvent>(&event.what)) {
        json["answer"] = {{"task", answer->task}, {"values", answer->values}};
    } else if (const auto* const hint = std::get_if<HintEvent>(&event.what)) {
        json["hint"] = hint->task;
    } else if (const auto* const given = std::get_if<GiveUpEvent>(&event.what)) {
        json["give_up"] = given->task;
    } else if (const auto* const measured = std::get_if<MeasureEvent>(&event.what)) {
        json["measure"] = {{"tool", nameOf(measured->tool)}, {"at", measured->at}};
    } else if (const auto* const asked = std::get_if<AskedEvent>(&event.what)) {
        json["asked"] = {{"first", asked->first},
                         {"count", asked->count},
                         {"unit", asked->unit},
                         {"serial", asked->isSerial}};
    } else {
        json["finish"] = true;
    }
    return json;
}

} // namespace

Result<std::string> eventText(const LessonEvent& event, const Scenario& scenario) {
    const Result<Json> json = jsonOf(event, scenario);
    if (!json) {
        return std::unexpected(json.error());
    }
    return json->dump();
}

} // namespace meter::sim
