// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/timeline_text.hpp"

#include "sim/base/quantity.hpp"
#include "sim/faults/line_fault_text.hpp"

#include <array>
#include <map>
#include <utility>
#include <variant>

namespace meter::sim {

namespace {

constexpr std::array<const char*, 4> kKeyNames = {"plus", "minus", "left", "right"};

std::string durationText(SampleTime time) {
    return numberText(secondsOf(time)) + " s";
}

std::string setText(const SetAction& action) {
    std::string text = "set";
    for (const auto& [key, value] : action.values) {
        text += (text == "set" ? " " : ", ") + key + " = " + numberText(value);
    }
    return text;
}

std::string pressText(const PressAction& action) {
    std::string text = "press";
    for (const PressAction::Press& press : action.presses) {
        text += press.hold > 0 ? " (hold " : " ";
        text += kKeyNames.at(static_cast<std::size_t>(press.key));
        text += press.hold > 0 ? " for " + durationText(press.hold) + ")" : "";
    }
    return text;
}

std::string writeText(const WriteAction& action) {
    std::string text = "write";
    for (const auto& [number, value] : action.registers) {
        text +=
            (text == "write" ? " " : ", ") + std::to_string(number) + " = " + std::to_string(value);
    }
    return text;
}

} // namespace

std::string actionText(const TimelineEntry& entry) {
    std::string text = "something else";
    if (const auto* const set = std::get_if<SetAction>(&entry.action)) {
        text = setText(*set);
    } else if (const auto* const press = std::get_if<PressAction>(&entry.action)) {
        text = pressText(*press);
    } else if (const auto* const write = std::get_if<WriteAction>(&entry.action)) {
        text = writeText(*write);
    } else if (const auto* const power = std::get_if<PowerAction>(&entry.action)) {
        text = power->isOn ? "power on" : "power off";
    } else if (const auto* const save = std::get_if<SaveAction>(&entry.action)) {
        text = "save " + save->bookmark;
    } else if (const auto* const apply = std::get_if<ApplyAction>(&entry.action)) {
        text = "apply " + apply->name;
    } else if (const auto* const clear = std::get_if<ClearAction>(&entry.action)) {
        text = "clear " + (clear->name.empty() ? std::string("all faults") : clear->name);
    } else if (const auto* const line = std::get_if<LineAction>(&entry.action)) {
        text = "line " + lineFaultsText(*line);
    } else if (std::holds_alternative<SwapAction>(entry.action)) {
        text = "swap the meter";
    }
    if (entry.forDuration) {
        text += ", for " + durationText(*entry.forDuration);
    }
    if (entry.rampDuration) {
        text += ", ramp " + durationText(*entry.rampDuration);
    }
    return text;
}

std::vector<RunEvent>
eventsOf(const std::vector<TimelineEntry>& timeline, SampleTime end, std::size_t countMax) {
    std::multimap<SampleTime, std::string> byTime; // Keeps the file's order of equal times.
    for (const TimelineEntry& entry : timeline) {
        const std::string text = actionText(entry);
        SampleTime at = entry.at;
        // The first ones of each entry are enough for the first ones of all.
        for (std::size_t i = 0; i < countMax && at <= end; ++i) {
            byTime.emplace(at, text);
            const auto done = static_cast<int>(i) + 1;
            if (!entry.every || *entry.every <= 0 || (entry.times && done >= *entry.times)) {
                break;
            }
            at += *entry.every;
        }
    }
    std::vector<RunEvent> events;
    for (auto& [at, text] : byTime) {
        if (events.size() == countMax) {
            break;
        }
        events.push_back({.at = at, .text = std::move(text)});
    }
    return events;
}

} // namespace meter::sim
