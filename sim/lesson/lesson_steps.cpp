// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_steps.hpp"

#include "sim/base/quantity.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/scenario/yaml/timeline_writer.hpp"

namespace meter::sim {

namespace {

constexpr SampleTime kKeyInterval = kSamplesPerSecond / 4; ///< 250 ms a key.

SampleTime pressLength(const PressAction& press) {
    SampleTime length = 0;
    for (const PressAction::Press& each : press.presses) {
        length += kKeyInterval + each.hold;
    }
    return length;
}

std::string listOf(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

struct Text {
    const Scenario& scenario;

    std::string operator()(const TimelineAction& action) const {
        TimelineEntry entry;
        entry.action = action;
        const Result<std::string> text = timelineEntryText(scenario, entry);
        constexpr std::string_view kAtOnce = "{at: 0 s, ";
        return !text ? text.error().text
               : text->starts_with(kAtOnce)
                   ? text->substr(kAtOnce.size(), text->size() - kAtOnce.size() - 1)
                   : *text;
    }

    std::string operator()(const WaitStep& step) const {
        return "wait: " + numberText(secondsOf(step.length)) + " s";
    }

    std::string operator()(const AnswerStep& step) const {
        return "answer: " + step.task + ": " + (step.isHidden ? "hidden" : listOf(step.values));
    }

    std::string operator()(const MeasureStep& step) const {
        return "measure: " + std::string(nameOf(step.tool)) + " " + step.at;
    }

    std::string operator()(const ReadStep& step) const {
        std::string text;
        for (const ReadStep::Span& span : step.registers) {
            text += (text.empty() ? "read: " : ", ") + std::to_string(span.first) + ":" +
                    std::to_string(span.count);
        }
        return text;
    }

    std::string operator()(const HintStep& step) const { return "hint: " + step.task; }
};

} // namespace

SampleTime stepLength(const SolutionStep& step) {
    if (const auto* const wait = std::get_if<WaitStep>(&step)) {
        return wait->length;
    }
    const auto* const action = std::get_if<TimelineAction>(&step);
    if (action == nullptr) {
        return std::holds_alternative<ReadStep>(step) ? kKeyInterval : 0;
    }
    const auto* const press = std::get_if<PressAction>(action);
    return press == nullptr ? kKeyInterval : pressLength(*press);
}

std::string stepText(const SolutionStep& step, const Scenario& scenario) {
    return std::visit(Text{scenario}, step);
}

} // namespace meter::sim
