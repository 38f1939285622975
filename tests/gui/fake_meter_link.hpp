// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A MeterLink that shows what a test puts there and keeps what it was told. What is posted runs
// at once on a simulation of the built-in scenario, made when it is first needed.

#include "core/panel/value_text.hpp"
#include "gui/live/meter_link.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace meter::gui {

/// "KWh 1284.6 kWh" on three phases, bright.
inline Glass aGlass() {
    Glass glass;
    drawLabel(glass, "KWh");
    drawValue(glass, fitNumber(1284.6, {.decimalsMax = 1, .prefixStepsMax = 1}));
    for (const Icon icon :
         {Icon::Heart, Icon::PhaseA, Icon::PhaseB, Icon::PhaseC, Icon::Kilo, Icon::WattHour}) {
        glass.set(icon, true);
    }
    glass.isBacklightBright = true;
    glass.isPowered = true;
    return glass;
}

class FakeMeterLink final : public MeterLink {
public:
    FakeMeterLink() {
        shown.glass = aGlass();
        shown.isPowered = true;
        shown.isAlarmClosed = false;
        shown.readings.isMeasuring = true;
        shown.world.installation.isControlPowerOn = true;
    }

    [[nodiscard]] sim::live::Snapshot snapshot() override { return shown; }

    [[nodiscard]] std::vector<sim::live::Endpoint> endpoints() const override {
        sim::live::Endpoint tcp{"modbus-tcp", "127.0.0.1:1502", ""};
        sim::live::Endpoint port{"modbus-rtu", "/run/meter", "19200 8N1"};
        port.type = sim::live::EndpointType::Pty;
        return {tcp, port};
    }

    [[nodiscard]] MeterIdentity identity() const override {
        return {"Office in the morning", "office.yaml", factoryOf(variant)};
    }

    [[nodiscard]] std::shared_ptr<sim::live::TrafficRing> traffic() const override { return ring; }

    void chooseMeter(std::size_t meter) override {
        chosen.push_back(meter);
        shown.meter = meter;
    }

    void carryOut(const MeterCommand& command) override { commands.push_back(command); }

    void post(std::function<void(sim::Simulation&)> action) override { action(simulation()); }

    void addEndpoint(const sim::live::EndpointRequest& request,
                     std::function<void(sim::Result<int>)> done) override {
        if (!refusal.empty()) {
            done(std::unexpected(sim::Error{refusal}));
            return;
        }
        added.push_back(request);
        done(static_cast<int>(added.size()) + 100);
    }

    void removeEndpoint(int id, std::function<void(sim::Result<void>)> done) override {
        removed.push_back(id);
        done({});
    }

    [[nodiscard]] sim::Simulation& simulation() {
        if (!m_simulation) {
            sim::Scenario scenario = sim::builtInScenario();
            scenario.meter.variant = variant;
            m_simulation = std::make_unique<sim::Simulation>(scenario, m_memory);
        }
        return *m_simulation;
    }

    /// From now on until the next call, snapshots show the simulation as it is now.
    void showSimulation() {
        shown.now = simulation().now();
        shown.world = simulation().world();
        shown.wired = simulation().faultyWorld().installation;
        shown.readings = simulation().meter().readings();
        shown.isPowered = true;
    }

    [[nodiscard]] sim::Errors openScenario(const std::filesystem::path& file) override {
        opened.push_back(file);
        return mistakes;
    }

    [[nodiscard]] sim::Errors openLesson(sim::live::LessonPlan plan) override {
        lessons.push_back(std::move(plan));
        return mistakes;
    }

    [[nodiscard]] sim::Errors leaveLesson() override {
        shown.lesson.reset();
        return mistakes;
    }

    void postLesson(std::function<void(sim::LessonSession&)> /*action*/) override {}

    std::vector<sim::live::LessonPlan> lessons;
    std::shared_ptr<sim::live::TrafficRing> ring;
    sim::live::Snapshot shown;
    std::vector<MeterCommand> commands;
    std::vector<std::size_t> chosen; ///< Meters, one after another.
    std::vector<sim::live::EndpointRequest> added;
    std::vector<int> removed;
    std::string refusal; ///< Of the next endpoint; empty: none.
    std::vector<std::filesystem::path> opened;
    sim::Errors mistakes;
    Variant variant = Variant::Standard; ///< To be chosen before anything is asked.

private:
    static Factory factoryOf(Variant which) {
        Factory factory;
        factory.variant = which;
        return factory;
    }

    sim::NvMemory m_memory;
    std::unique_ptr<sim::Simulation> m_simulation;
};

} // namespace meter::gui
