// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/line/line_fault_router.hpp"

#include "core/modbus/mbap.hpp"
#include "core/modbus/pdu_server.hpp"
#include "sim/line/line_wiring.hpp"
#include "sim/twin/simulation.hpp"

namespace meter::sim::live {

namespace {

constexpr std::size_t kCrcSize = 2;

/// The answer without address, header and CRC.
std::span<const std::byte> pduOf(std::span<const std::byte> answer, LineFraming framing) {
    return framing == LineFraming::Tcp ? answer.subspan(modbus::kMbapHeaderSize)
                                       : answer.subspan(1, answer.size() - 1 - kCrcSize);
}

} // namespace

LineFaultRouter::LineFaultRouter(std::vector<Simulation>& simulations)
    : m_simulations(simulations) {
    for (Simulation& simulation : m_simulations) {
        simulation.watchLineFaults(&m_hasChanged);
    }
}

LineFaultRouter::~LineFaultRouter() {
    for (Simulation& simulation : m_simulations) {
        simulation.watchLineFaults(nullptr);
    }
}

/// In the order of the meters. Faults that have run out may still be among them.
const std::vector<Simulation*>& LineFaultRouter::faulty() {
    if (m_hasChanged) {
        m_hasChanged = false;
        m_faulty.clear();
        for (Simulation& simulation : m_simulations) {
            if (simulation.lineFaultPlayer().isActive()) {
                m_faulty.push_back(&simulation);
            }
        }
    }
    return m_faulty;
}

void LineFaultRouter::gather(Simulation& target) {
    m_actors.clear();
    for (Simulation* const simulation : faulty()) {
        LineFaultPlayer& player = simulation->lineFaultPlayer();
        const bool isOwn = simulation == &target;
        if (player.isActive() && (isOwn || player.hasForeign())) {
            m_actors.push_back({.player = &player, .now = simulation->now(), .isOwn = isOwn});
        }
    }
}

LineVerdict LineFaultRouter::judgeFaults(Simulation& target, AnswerPlan& plan) {
    gather(target);
    const Meter& meter = target.meter();
    const bool isMeasuring = meter.readings().isMeasuring;
    if (!isMeasuring && meter.factory().bootSystem == BootSystem::Operating) {
        m_actors.clear();
    }
    if (m_actors.empty()) {
        return {};
    }
    m_request->unit = meter.readings().settings.modbusAddress;
    LineVerdict verdict = judgeRequest(m_actors, *m_request, plan);
    if (!isMeasuring || !modbus::isLengthFitting(m_request->pdu)) {
        verdict.exception.reset(); // What is no request is not refused either.
    }
    return verdict;
}

LineVerdict LineFaultRouter::judge(Simulation& target, LineRequest request, AnswerPlan& plan) {
    m_request = request;
    if (isCut(target.world().line.wiring)) {
        m_actors.clear();
        plan.isMiswired = true;
        return {.isMute = true, .exception = {}};
    }
    return judgeFaults(target, plan);
}

LineVerdict
LineFaultRouter::judge(Simulation& target, std::span<const std::byte> frame, AnswerPlan& plan) {
    m_actors.clear();
    m_request = rtuRequest(frame);
    if (!m_request) {
        return {};
    }
    const LineWiring& wiring = target.world().line.wiring;
    if (!isSound(wiring)) {
        const double arrival =
            arrivalOfFrame(wiring, target.meter().readings().settings.baudRate, frame.size());
        if (!target.lineFaultPlayer().wiringRandom().chance(arrival)) {
            plan.isMiswired = true;
            return {.isMute = true, .exception = {}};
        }
    }
    return judgeFaults(target, plan);
}

void LineFaultRouter::shape(Simulation& target, AnswerPlan& plan) {
    if (!m_request || plan.plain.empty()) {
        return;
    }
    LineFaultPlayer& own = target.lineFaultPlayer();
    if (!m_actors.empty()) {
        shapeAnswer(m_actors, *m_request, own.remembered(), plan);
    }
    own.remember(*m_request, pduOf(plan.plain, m_request->framing));
    const LineWiring& wiring = target.world().line.wiring;
    if (m_request->framing == LineFraming::Rtu && !isSound(wiring)) {
        loseCharacters(plan, lossOfCharacter(wiring, target.meter().readings().settings.baudRate),
                       own.wiringRandom());
    }
}

std::vector<std::byte> LineFaultRouter::echo(std::span<const std::byte> frame) {
    const std::optional<LineRequest> request = rtuRequest(frame);
    for (Simulation* const simulation : faulty()) {
        // Whoever is asked: it is the master that hears itself.
        if (request && !simulation->lineFaultPlayer()
                            .judge(LineFaultKind::Echo, *request, true, simulation->now())
                            .empty()) {
            return {frame.begin(), frame.end()};
        }
    }
    return {};
}

std::vector<std::vector<std::byte>> LineFaultRouter::takeNoise() {
    std::vector<std::vector<std::byte>> bursts;
    for (Simulation& simulation : m_simulations) {
        LineFaultPlayer& player = simulation.lineFaultPlayer();
        const bool isShieldOpen = simulation.world().line.wiring.isShieldOpen;
        if (!isShieldOpen && !player.isActive()) {
            continue;
        }
        for (std::vector<std::byte>& burst : player.takeNoise(simulation.now(), isShieldOpen)) {
            bursts.push_back(std::move(burst));
        }
    }
    return bursts;
}

} // namespace meter::sim::live
