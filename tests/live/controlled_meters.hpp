// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Meters behind the methods of a control socket, without the socket: no thread, no wall clock.
// Time passes only by `step`.

#include "sim/live/control/control_methods.hpp"
#include "sim/live/history/live_run.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/live/live_meter.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meter::test {

class ControlledMeters final : public sim::live::ControlledTwin {
public:
    explicit ControlledMeters(const std::vector<sim::Scenario>& scenarios = {liveScenario()}) {
        for (const sim::Scenario& scenario : scenarios) {
            m_memories.push_back(std::make_unique<sim::NvMemory>());
            m_meters.emplace_back(scenario, *m_memories.back());
        }
        m_liveRun.emplace(m_meters, [this](SampleTime samples) {
            for (sim::Simulation& meter : m_meters) {
                meter.step(samples);
            }
        });
    }

    std::vector<sim::Simulation>& meters() override { return m_meters; }

    sim::live::Pacing& pace() override { return m_pacing; }

    sim::live::LiveRun& liveRun() override { return *m_liveRun; }

    std::vector<sim::live::Endpoint> openEndpoints() const override { return {}; }

    sim::live::LineCounters lineCounters() const override { return {}; }

    void stepThen(SampleTime samples, Waiter waiter) override {
        m_liveRun->advance(samples);
        waiter.done({});
    }

    std::size_t endSteps(const std::string& /*why*/) override { return 0; }

    SampleTime stepsLeft() const override { return 0; }

    /// What the line `request` is answered; null for a notification.
    sim::live::Json ask(const std::string& request) {
        sim::live::Json answer;
        for (const sim::live::RpcRequest& one : sim::live::parseRpc(request).requests) {
            const auto done = [&](const sim::live::RpcOutcome& outcome) {
                answer = sim::live::rpcResponse(one, outcome);
            };
            sim::live::runControlMethod(*this, one, {.done = done, .isThere = {}});
        }
        return answer;
    }

    /// The result of a method that must succeed.
    sim::live::Json call(const std::string& method, const std::string& params = "{}") {
        const sim::live::Json answer =
            ask(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + "}");
        return answer.contains("result") ? answer["result"] : answer;
    }

    /// The message of a method that must fail.
    std::string refusal(const std::string& method, const std::string& params) {
        const sim::live::Json answer =
            ask(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + "}");
        return answer.contains("error") ? answer["error"]["message"].get<std::string>() : "";
    }

private:
    std::vector<std::unique_ptr<sim::NvMemory>> m_memories;
    std::vector<sim::Simulation> m_meters;
    std::optional<sim::live::LiveRun> m_liveRun;
    sim::live::Pacing m_pacing{0};
};

} // namespace meter::test
