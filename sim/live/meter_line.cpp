// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/meter_line.hpp"

#include "core/modbus/pdu_server.hpp"
#include "sim/simulation.hpp"

namespace meter::sim::live {
namespace {

constexpr std::uint8_t kUnitOfDirectServer = 0xFF; ///< Modbus Messaging on TCP/IP, 4.4.2.

std::uint8_t addressOf(const Simulation& simulation) {
    return simulation.meter().readings().settings.modbusAddress;
}

} // namespace

Simulation* MeterLine::unitAt(std::uint8_t unit) {
    for (Simulation& simulation : m_simulations) {
        if (addressOf(simulation) == unit) {
            return &simulation;
        }
    }
    return nullptr;
}

Simulation* MeterLine::targetOf(std::uint8_t unit) {
    const bool isDirect = unit == modbus::kBroadcastAddress || unit == kUnitOfDirectServer;
    return isDirect && m_simulations.size() == 1 ? m_simulations.data() : unitAt(unit);
}

void MeterLine::count(std::span<const std::byte> answer, std::size_t functionIndex) {
    ++m_counters.requests;
    if (answer.empty()) {
        ++m_counters.dropped;
        return;
    }
    ++m_counters.answers;
    if ((std::to_integer<unsigned>(answer[functionIndex]) & modbus::kExceptionFlag) != 0U) {
        ++m_counters.exceptions;
    }
}

const AnswerPlan& MeterLine::answerTcp(const Asker& /*asker*/,
                                       const modbus::MbapHeader& header,
                                       std::span<const std::byte> pdu) {
    m_plan.clear();
    Simulation* const target = targetOf(header.unit);
    const std::span<std::byte> response = std::span(m_adu).subspan(modbus::kMbapHeaderSize);
    std::span<const std::byte> answer;
    if (target != nullptr) {
        answer = target->meter().servePdu(pdu, response);
    } else if (!pdu.empty()) {
        answer = modbus::writeException(response, std::to_integer<std::uint8_t>(pdu[0]),
                                        modbus::ExceptionCode::GatewayTargetFailed);
    }
    count(answer, 0);
    if (!answer.empty()) {
        m_plan.plain = modbus::writeMbap(m_adu, header.transaction, header.unit, answer);
    }
    return m_plan;
}

const AnswerPlan& MeterLine::answerRtu(const Asker& /*asker*/,
                                       std::span<const std::byte> frame,
                                       const std::optional<MasterSetting>& master) {
    m_plan.clear();
    if (frame.empty()) {
        return m_plan;
    }
    const auto address = std::to_integer<std::uint8_t>(frame[0]);
    for (Simulation& simulation : m_simulations) {
        Meter& meter = simulation.meter();
        const bool isMeant =
            address == modbus::kBroadcastAddress || address == addressOf(simulation);
        const bool isHeard = !master || !mismatchOf(*master, meter.readings().settings);
        if (isMeant && isHeard && m_plan.plain.empty()) {
            m_plan.plain = meter.serveFrame(frame, m_adu);
        }
    }
    if (address == modbus::kBroadcastAddress) {
        ++m_counters.requests; // Served, although nobody answers.
    } else {
        count(m_plan.plain, 1);
    }
    return m_plan;
}

void MeterLine::drop(const Asker& /*asker*/,
                     std::span<const std::byte> /*bytes*/,
                     std::string_view /*why*/) {
    ++m_counters.dropped;
}

const Settings& MeterLine::settings() const {
    return m_simulations.front().meter().readings().settings;
}

bool MeterLine::isPaced() const {
    return m_simulations.front().world().line.isPaced;
}

std::optional<std::string> MeterLine::mismatch(const MasterSetting& master) const {
    std::optional<std::string> reason;
    for (const Simulation& simulation : m_simulations) {
        reason = mismatchOf(master, simulation.meter().readings().settings);
        if (!reason) {
            return std::nullopt;
        }
    }
    return reason;
}

} // namespace meter::sim::live
