// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/served_class.hpp"

#include "sim/base/shown_text.hpp"
#include "sim/faults/fault_call.hpp"
#include "sim/lesson/lesson_result.hpp"
#include "sim/live/classroom/seat_report.hpp"
#include "sim/live/lesson/lesson_view.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/twin/simulation.hpp"

#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

namespace meter::app {

namespace {

using namespace std::chrono_literals;

constexpr auto kLessonWait = 5s; ///< Until the trainer's lesson has come.
constexpr auto kLook = 20ms;

void makeFault(sim::Simulation& twin, const std::string& name) {
    const sim::FaultReading reading = sim::readFault(name, {}, std::nullopt, twin.world(),
                                                     sim::nominalFrequencyHz(twin.scenario()));
    if (reading.mistakes.empty()) {
        sim::TimelineEntry entry;
        entry.at = twin.now();
        entry.action = reading.action;
        twin.perform(entry);
    }
}

} // namespace

sim::Result<std::unique_ptr<ServedClass>> ServedClass::join(ServeOptions& options) {
    if (!options.classAddress) {
        if (options.classCode) {
            return std::unexpected(sim::Error{"--code belongs to --class HOST:PORT", {}});
        }
        return nullptr;
    }
    if (!options.classCode || !options.learner || options.learner->empty()) {
        return std::unexpected(sim::Error{
            "--class needs --code CODE, which the trainer tells, and --learner NAME", {}});
    }
    const auto address = addressOf("--class", *options.classAddress);
    if (!address) {
        return std::unexpected(address.error());
    }
    std::unique_ptr<ServedClass> seat(new ServedClass(
        {.address = *address, .code = *options.classCode, .learner = *options.learner}));
    if (const sim::Result<void> joined = seat->m_client.start(); !joined) {
        return std::unexpected(sim::Error{"--class: " + joined.error().text, {}});
    }
    options.learner = seat->m_client.name();
    if (!options.lessonFile && options.scenarioFiles.empty()) {
        options.handedOut = seat->waitForLesson();
    }
    if (!options.lessonFile && !options.handedOut) {
        options.learner.reset(); // A plain twin at a seat.
    }
    return seat;
}

std::optional<sim::live::ClassLesson> ServedClass::waitForLesson() {
    const auto end = std::chrono::steady_clock::now() + kLessonWait;
    while (std::chrono::steady_clock::now() < end) {
        for (sim::live::ClassWord& word : m_client.takeWords()) {
            if (auto* const lesson = std::get_if<sim::live::ClassLesson>(&word)) {
                return std::move(*lesson);
            }
        }
        std::this_thread::sleep_for(kLook);
    }
    return std::nullopt;
}

void ServedClass::attach(sim::live::LessonPlan& plan) {
    plan.onChange = [this, before = std::move(plan.onChange),
                     isHandedIn = false](const sim::LessonSession& session) mutable {
        if (before) {
            before(session);
        }
        if (isHandedIn || !session.standing().isFinished) {
            return;
        }
        const auto text = sim::resultText(sim::resultOf(session), session.lesson().scenario);
        if (text) {
            m_client.handIn({.lesson = session.lesson().id, .text = *text});
            isHandedIn = true;
        }
    };
}

void ServedClass::pump(sim::live::Engine& engine, const sim::live::Snapshot& snapshot) {
    m_client.report(sim::live::seatReportOf(snapshot));
    for (const sim::live::ClassWord& word : m_client.takeWords()) {
        if (const auto* const message = std::get_if<sim::live::ClassMessage>(&word)) {
            std::printf("message %s\n", sim::shownLine(message->text).c_str());
            std::fflush(stdout);
        } else if (const auto* const fault = std::get_if<sim::live::ClassFault>(&word)) {
            engine.post([name = fault->name](sim::Simulation& twin) { makeFault(twin, name); });
        }
    }
}

} // namespace meter::app
