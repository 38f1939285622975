// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/simulated_meter.hpp"

#include "core/modbus/mbap.hpp"
#include "sim/base/sim_time.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace meter::app {

class SimulatedMeter::Link final : public MasterLink {
public:
    explicit Link(sim::Simulation& simulation) : m_simulation(simulation) {}

    sim::Result<void> open() override { return {}; }

    void close() override {}

    [[nodiscard]] bool isOpen() const override { return true; }

    sim::Result<void> send(std::span<const std::byte> bytes, MasterTime /*deadline*/) override {
        const modbus::MbapResult request = modbus::parseMbap(bytes);
        std::array<std::byte, modbus::kPduSizeMax> pdu{};
        const auto answer = m_simulation.servePdu(request.pdu, pdu);
        m_answer.clear();
        if (!answer.empty()) {
            std::array<std::byte, modbus::kAduTcpSizeMax> adu{};
            const auto frame =
                modbus::writeMbap(adu, request.header.transaction, request.header.unit, answer);
            m_answer.assign(frame.begin(), frame.end());
        }
        return {};
    }

    sim::Result<LinkBytes> receive(MasterTime deadline) override {
        if (m_answer.empty()) {
            m_now = std::max(m_now, deadline);
        }
        return std::exchange(m_answer, {});
    }

    [[nodiscard]] MasterTime now() const override { return m_now; }

    void pause(std::chrono::milliseconds time) override { m_now += time; }

    [[nodiscard]] std::string place() const override { return m_simulation.scenario().file; }

private:
    sim::Simulation& m_simulation;
    LinkBytes m_answer;
    MasterTime m_now{};
};

SimulatedMeter::SimulatedMeter(sim::Scenario scenario)
    : m_simulation(std::move(scenario), m_memory)
    // A link in memory opens always.
    , m_master(ModbusMaster::connect(
                   std::make_unique<Link>(m_simulation),
                   {.isTcp = true,
                    .timing = {},
                    .unit = m_simulation.scenario().meter.installerSettings.modbusAddress,
                    .timeout = std::chrono::milliseconds(1000),
                    .retries = 0,
                    .readFunction = 3,
                    .observer = {}})
                   .value()) {}

void SimulatedMeter::runTo(double seconds) {
    m_simulation.runUntil(
        static_cast<SampleTime>(std::llround(seconds * static_cast<double>(kSamplesPerSecond))));
}

} // namespace meter::app
