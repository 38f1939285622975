// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Meters that stand still behind a live line, for tests that bring time along themselves: the
// first has unit 1, the next ones 2, 3 … unless told otherwise.

#include "sim/live/base/event_log.hpp"
#include "sim/live/line/meter_line.hpp"
#include "sim/live/line/traffic_ring.hpp"
#include "sim/twin/simulation.hpp"

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace meter::test {

struct StandingLine {
    explicit StandingLine(const std::vector<sim::Scenario>& scenarios = {sim::Scenario{}}) {
        for (const sim::Scenario& scenario : scenarios) {
            memories.emplace_back();
            simulations.emplace_back(scenario, memories.back());
            simulations.back().step(3 * kSamplesPerSecond);
        }
        line = std::make_unique<sim::live::MeterLine>(simulations);
        line->setTraffic(traffic);
    }

    /// What was noted of each frame so far: "request", "answer" or the remark.
    [[nodiscard]] std::vector<sim::TrafficFrame> frames() const {
        return traffic->fetch(1, 100'000);
    }

    [[nodiscard]] std::string logText() {
        std::string text;
        for (const sim::live::LogLine& one : log.fetch()) {
            text += one.text + '\n';
        }
        return text;
    }

    std::deque<sim::NvMemory> memories;
    std::vector<sim::Simulation> simulations;
    sim::live::EventLog log;
    std::shared_ptr<sim::live::TrafficRing> traffic = std::make_shared<sim::live::TrafficRing>();
    std::unique_ptr<sim::live::MeterLine> line;
};

} // namespace meter::test
