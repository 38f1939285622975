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

std::span<const std::byte> MeterLine::servePdu(std::uint8_t unit,
                                               std::span<const std::byte> request,
                                               std::span<std::byte> response) {
    const bool isDirect = unit == modbus::kBroadcastAddress || unit == kUnitOfDirectServer;
    Simulation* target =
        isDirect && m_simulations.size() == 1 ? m_simulations.data() : unitAt(unit);
    std::span<const std::byte> answer;
    if (target != nullptr) {
        answer = target->meter().servePdu(request, response);
    } else if (!request.empty()) {
        answer = modbus::writeException(response, std::to_integer<std::uint8_t>(request[0]),
                                        modbus::ExceptionCode::GatewayTargetFailed);
    }
    count(answer, 0);
    return answer;
}

std::span<const std::byte> MeterLine::serveFrame(std::span<const std::byte> frame,
                                                 std::span<std::byte> response,
                                                 const std::optional<MasterSetting>& master) {
    if (frame.empty()) {
        return {};
    }
    const auto address = std::to_integer<std::uint8_t>(frame[0]);
    std::span<const std::byte> answer;
    for (Simulation& simulation : m_simulations) {
        Meter& meter = simulation.meter();
        const bool isMeant =
            address == modbus::kBroadcastAddress || address == addressOf(simulation);
        const bool isHeard = !master || !mismatchOf(*master, meter.readings().settings);
        if (isMeant && isHeard && answer.empty()) {
            answer = meter.serveFrame(frame, response);
        }
    }
    if (address == modbus::kBroadcastAddress) {
        ++m_counters.requests; // Served, although nobody answers.
    } else {
        count(answer, 1);
    }
    return answer;
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
