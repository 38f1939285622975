// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Methods on the twin: what it is, what it shows, what is done to it.
#include "app/web/module/page_call.hpp"
#include "app/web/platform/page_files.hpp"
#include "sim/base/number_text.hpp"
#include "sim/device/glass_text.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/lesson/choice_tables.hpp"
#include "sim/lesson/lesson_acts.hpp"
#include "sim/report/lcd_svg.hpp"
#include "sim/scenario/yaml/entry_reader.hpp"
#include "sim/scenario/yaml/press_reader.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <variant>

namespace meter::web {

namespace {

Json takeFile(PageTwin& /*page*/, const Parameters& parameters) {
    pageFiles()[parameters.text("name")] = parameters.text("text");
    return Json::object();
}

Json openScenario(PageTwin& page, const Parameters& parameters) {
    auto scenario = sim::readScenarioFromText(parameters.text("text"), parameters.text("name"),
                                              sim::builtInFile);
    if (!scenario) {
        return errorJson(scenario.error());
    }
    page.open(std::move(*scenario));
    return {{"name", page.twin().scenario().name}};
}

/// As it is at this moment: the digit that is being edited blinks by the meter's own time.
Glass glassNow(const Meter& meter) {
    Glass glass = meter.glass();
    glass.blinkingCell = kNoCell;
    return glass;
}

Json lookAtGlass(PageTwin& page, const Parameters& /*parameters*/) {
    const Glass& glass = page.twin().meter().glass();
    return {{"svg", sim::lcdSvg(glassNow(page.twin().meter()))},
            {"text", sim::glassText(glass)},
            {"label", sim::labelText(glass)},
            {"value", sim::valueText(glass)},
            {"icons", sim::iconNames(glass)},
            {"powered", glass.isPowered}};
}

/// In a lesson the learner has to find what was hidden.
bool isHiding(PageTwin& page) {
    return page.lesson() != nullptr && !page.lesson()->standing().isFinished;
}

Json tellState(PageTwin& page, const Parameters& /*parameters*/) {
    const sim::Simulation& twin = page.twin();
    const sim::ContactLog::Values& contacts = twin.contacts().values();
    Json faults = Json::array();
    if (!isHiding(page)) {
        for (const sim::ActiveFault& fault : twin.faults()) {
            faults.push_back(fault.name);
        }
    }
    return {{"time", sim::secondsOf(twin.now())},
            {"name", twin.scenario().name},
            {"measuring", twin.meter().readings().isMeasuring},
            {"powered", twin.meter().isPowered()},
            {"pulse", contacts.isEnergyPulseClosed},
            {"pulses", contacts.energyPulses},
            {"alarm", contacts.isAlarmClosed},
            {"alerts", twin.meter().readings().alerts},
            {"faults", faults}};
}

Json pressKey(PageTwin& page, const Parameters& parameters) {
    const std::string name = parameters.text("key");
    const sim::LessonSession* const session = page.lesson();
    if (session != nullptr && !session->lesson().mayUse(sim::DeskRight::Keys)) {
        return errorJson("the keys are not on the desk of this lesson");
    }
    const auto word = std::ranges::find(sim::kKeyWords, name);
    if (word == sim::kKeyWords.end()) {
        return errorJson("there is no key `" + name + "`; it is plus, minus, left or right");
    }
    page.twin().onKey(static_cast<Key>(word - sim::kKeyWords.begin()), parameters.flag("down"));
    return Json::object();
}

/// Whether the desk of a lesson lets it be done: the keys for a press, Modbus for a write …
bool mayDo(const sim::Lesson& lesson, const sim::TimelineAction& action) {
    if (std::holds_alternative<sim::PressAction>(action)) {
        return lesson.mayUse(sim::DeskRight::Keys);
    }
    if (std::holds_alternative<sim::WriteAction>(action)) {
        return lesson.mayUse(sim::DeskRight::Modbus);
    }
    if (std::holds_alternative<sim::PowerAction>(action)) {
        return lesson.mayUse(sim::DeskRight::Power);
    }
    const auto* const set = std::get_if<sim::SetAction>(&action);
    return set != nullptr && std::ranges::all_of(set->values, [&lesson](const auto& value) {
               return sim::maySet(lesson, value.first);
           });
}

Json perform(PageTwin& page, const Parameters& parameters) {
    sim::Simulation& twin = page.twin();
    const auto entry =
        sim::readTimelineEntry(twin.scenario(), twin.world(), parameters.text("entry"));
    if (!entry) {
        return errorJson(entry.error());
    }
    const sim::LessonSession* const session = page.lesson();
    if (session != nullptr && !mayDo(session->lesson(), entry->action)) {
        return errorJson("this is not on the desk of this lesson");
    }
    const std::vector<std::string> problems = twin.perform(*entry);
    return problems.empty() ? Json::object() : errorJson(problems.front());
}

/// The words that each key takes, by its path without the phase: the same all the time.
Json tellKeys(PageTwin& /*page*/, const Parameters& /*parameters*/) {
    constexpr double kMostNumbers = 8.0;
    Json choices = Json::object();
    for (const sim::WorldKey& key : sim::worldKeys()) {
        Json words = Json::array();
        for (const sim::Choice& choice : key.rule.choices) {
            words.push_back(choice.word);
        }
        if (key.rule.kind == sim::ValueRule::Kind::Switch) {
            words = {"false", "true"};
        } else if (key.rule.isWhole && key.rule.max - key.rule.min < kMostNumbers) {
            for (double number = key.rule.min; number <= key.rule.max; number += 1.0) {
                words.push_back(sim::numberText(number));
            }
        }
        if (!key.isInternal && !words.empty()) {
            choices[std::string(key.path)] = words;
        }
    }
    return {{"choices", choices}};
}

/// What a learner sees in the wiring diagram; in an exam nothing else is told.
bool isVisible(std::string_view key) {
    for (const std::string_view seen :
         {"installation.voltage_leads", "installation.ct_leads", "installation.ct_reversed",
          "installation.ct_type", "installation.disconnect", "installation.fuses",
          "installation.service", "line.wiring"}) {
        if (key.starts_with(seen)) {
            return true;
        }
    }
    return false;
}

Json tellWorld(PageTwin& page, const Parameters& /*parameters*/) {
    const sim::World& world = page.twin().world();
    const sim::LessonSession* const session = page.lesson();
    const bool isExam = session != nullptr && session->lesson().kind == sim::LessonKind::Exam;
    Json values = Json::object();
    const auto add = [&](const std::string& key) {
        if (isExam && !isVisible(key)) {
            return;
        }
        if (const std::optional<double> value = sim::parameter(world, key)) {
            values[key] = sim::parameterText(key, *value);
        }
    };
    for (const sim::WorldKey& key : sim::worldKeys()) {
        if (key.isInternal) {
            continue;
        }
        const auto names = sim::indexNames(key, world.installation.service);
        if (names.empty()) {
            add(std::string(key.path));
        }
        for (const std::string_view name : names) {
            add(std::string(key.path) + "." + std::string(name));
        }
    }
    return {{"values", values}};
}

Json tellFaults(PageTwin& /*page*/, const Parameters& /*parameters*/) {
    Json presets = Json::array();
    for (const sim::FaultPreset& preset : sim::faultPresets()) {
        presets.push_back({{"name", preset.name}, {"meaning", preset.meaning}});
    }
    Json kinds = Json::array();
    for (const sim::FaultKind& kind : sim::faultKinds()) {
        kinds.push_back({{"name", kind.name}, {"meaning", kind.meaning}});
    }
    return {{"presets", presets}, {"kinds", kinds}, {"mistakes", sim::wiringMistakes()}};
}

Json tellChoices(PageTwin& /*page*/, const Parameters& parameters) {
    const auto table = sim::choiceTable(parameters.text("table"));
    return table ? Json{{"entries", *table}} : errorJson("there is no such table");
}

Json recordTrace(PageTwin& page, const Parameters& parameters) {
    const auto trace = page.record(sim::samplesOf(parameters.number("seconds", 0.0)));
    return trace ? Json{{"trace", *trace}} : errorJson(trace.error().text);
}

constexpr std::array kMethods = {
    PageMethod{"file", &takeFile, false},     PageMethod{"open", &openScenario, false},
    PageMethod{"glass", &lookAtGlass},        PageMethod{"state", &tellState},
    PageMethod{"press", &pressKey},           PageMethod{"perform", &perform},
    PageMethod{"world", &tellWorld},          PageMethod{"keys", &tellKeys, false},
    PageMethod{"faults", &tellFaults, false}, PageMethod{"choices", &tellChoices, false},
    PageMethod{"record", &recordTrace},
};

} // namespace

std::span<const PageMethod> twinMethods() {
    return kMethods;
}

} // namespace meter::web
