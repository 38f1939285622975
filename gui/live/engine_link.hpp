// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A MeterLink onto a live engine of its own.

#include "gui/live/meter_link.hpp"
#include "sim/bundle/bundle.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::gui {

class EngineLink final : public MeterLink {
public:
    EngineLink(std::vector<sim::Scenario> scenarios, sim::live::EngineOptions options);
    ~EngineLink() override;

    [[nodiscard]] sim::Result<void> start();
    void stop();

    [[nodiscard]] sim::live::Snapshot snapshot() override;
    [[nodiscard]] std::vector<sim::live::Endpoint> endpoints() const override;
    [[nodiscard]] MeterIdentity identity() const override;
    [[nodiscard]] std::shared_ptr<sim::live::TrafficRing> traffic() const override;
    void chooseMeter(std::size_t meter) override;
    void carryOut(const MeterCommand& command) override;
    void post(std::function<void(sim::Simulation&)> action) override;
    void addEndpoint(const sim::live::EndpointRequest& request,
                     std::function<void(sim::Result<int>)> done) override;
    void removeEndpoint(int id, std::function<void(sim::Result<void>)> done) override;
    [[nodiscard]] sim::Errors openScenario(const std::filesystem::path& file) override;
    [[nodiscard]] sim::Errors openLesson(sim::live::LessonPlan plan) override;
    [[nodiscard]] sim::Errors leaveLesson() override;
    void postLesson(std::function<void(sim::LessonSession&)> action) override;

private:
    /// What an engine plays, and where it keeps its memory.
    struct Play {
        std::vector<sim::Scenario> scenarios;
        std::optional<std::string> stateDirectory;
        std::optional<sim::live::LessonPlan> lesson;
        std::optional<sim::Bundle> bundle;
    };

    [[nodiscard]] sim::Errors replace(Play next);

    std::vector<sim::Scenario> m_scenarios; ///< One per meter.
    std::size_t m_chosen = 0;
    sim::live::EngineOptions m_options;
    std::optional<std::string> m_stateDirectory; ///< Of the program's call.
    std::optional<sim::Bundle> m_bundle;         ///< What the engine plays, if it is one.
    std::optional<Play> m_beforeLesson;
    std::unique_ptr<sim::live::Engine> m_engine;
};

} // namespace meter::gui
