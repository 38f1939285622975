// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A MeterLink onto a twin in virtual time that can be a lesson: nothing passes but what a test
// lets pass. Wall time is the meter's.

#include "gui/live/meter_link.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/live/lesson/live_lesson.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace meter::gui {

class LessonLink final : public MeterLink {
public:
    LessonLink() { begin(sim::builtInScenario(), std::nullopt); }

    ~LessonLink() override { m_twin->setStimulusObserver(nullptr); }

    /// As the power is cut: the lesson is not handed in, its file stays as it is.
    void pullThePlug() {
        m_twin->setStimulusObserver(nullptr);
        m_lesson.reset();
    }

    void advance(SampleTime samples) {
        const SampleTime end = m_twin->now() + samples;
        while (m_twin->now() < end) {
            m_twin->runUntil(m_lesson ? std::min(end, m_lesson->session().nextLook()) : end);
            if (m_lesson && m_twin->now() >= m_lesson->session().nextLook()) {
                m_lesson->session().look();
                m_lesson->watch(wall());
            }
        }
    }

    [[nodiscard]] sim::Simulation& twin() { return *m_twin; }

    [[nodiscard]] sim::live::Snapshot snapshot() override {
        if (m_lesson) {
            m_lesson->watch(wall());
        }
        sim::live::Snapshot shown;
        shown.now = m_twin->now();
        shown.readings = m_twin->meter().readings();
        shown.glass = m_twin->meter().glass();
        shown.world = m_twin->world();
        shown.isPowered = m_twin->meter().isPowered();
        shown.lesson = m_lesson ? m_lesson->view(wall()) : nullptr;
        return shown;
    }

    [[nodiscard]] std::vector<sim::live::Endpoint> endpoints() const override { return {}; }

    [[nodiscard]] MeterIdentity identity() const override {
        return {m_twin->scenario().name, m_twin->scenario().file, m_twin->scenario().meter};
    }

    void carryOut(const MeterCommand& command) override {
        commands.push_back(command);
        if (const auto* const key = std::get_if<KeyCommand>(&command)) {
            sim::TimelineEntry entry;
            entry.at = m_twin->now();
            entry.action = sim::PressAction{{{.key = key->key}}};
            m_twin->perform(entry);
        } else if (const auto* const step = std::get_if<StepCommand>(&command)) {
            advance(step->samples);
        }
    }

    void chooseMeter(std::size_t /*meter*/) override {}

    void post(std::function<void(sim::Simulation&)> action) override { action(*m_twin); }

    void postLesson(std::function<void(sim::LessonSession&)> action) override {
        if (m_lesson) {
            action(m_lesson->session());
        }
    }

    void addEndpoint(const sim::live::EndpointRequest& /*request*/,
                     std::function<void(sim::Result<int>)> done) override {
        done(1);
    }

    void removeEndpoint(int /*id*/, std::function<void(sim::Result<void>)> done) override {
        done({});
    }

    [[nodiscard]] sim::Errors openScenario(const std::filesystem::path& file) override {
        opened.push_back(file);
        return {};
    }

    [[nodiscard]] sim::Errors openLesson(sim::live::LessonPlan plan) override {
        close();
        const sim::Scenario scenario = sim::attemptScenario(*plan.lesson, plan.attempt.seed);
        begin(scenario, std::move(plan));
        return {};
    }

    [[nodiscard]] sim::Errors leaveLesson() override {
        close();
        begin(sim::builtInScenario(), std::nullopt);
        return {};
    }

    std::vector<MeterCommand> commands;
    std::vector<std::filesystem::path> opened;

private:
    [[nodiscard]] sim::live::WallUs wall() const {
        return m_wallBefore + m_twin->now() * 1'000'000 / kSamplesPerSecond;
    }

    void close() {
        m_wallBefore = wall();
        if (m_lesson) {
            m_lesson->close();
        }
        pullThePlug();
    }

    void begin(const sim::Scenario& scenario, std::optional<sim::live::LessonPlan> plan) {
        m_memory = std::make_unique<sim::NvMemory>();
        m_twin = std::make_unique<sim::Simulation>(scenario, *m_memory);
        if (!plan) {
            return;
        }
        m_lesson = std::make_unique<sim::live::LiveLesson>(std::move(*plan), *m_twin);
        m_twin->setStimulusObserver(&m_lesson->session());
        for (const sim::LessonEvent& event : m_lesson->plan().events) {
            advance(event.at - m_twin->now());
            if (const auto* const entry = std::get_if<sim::TimelineEntry>(&event.what)) {
                m_twin->perform(*entry);
            } else {
                static_cast<void>(m_lesson->session().repeat(event));
            }
        }
        advance(m_lesson->plan().resumeAt - m_twin->now());
    }

    std::unique_ptr<sim::NvMemory> m_memory;
    std::unique_ptr<sim::Simulation> m_twin;
    std::unique_ptr<sim::live::LiveLesson> m_lesson;
    sim::live::WallUs m_wallBefore = 0;
};

} // namespace meter::gui
