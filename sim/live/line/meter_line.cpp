// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/line/meter_line.hpp"

#include "core/base/byte_order.hpp"
#include "core/modbus/pdu_server.hpp"
#include "sim/line/master_pdu.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>

namespace meter::sim::live {
namespace {

constexpr std::uint8_t kUnitOfDirectServer = 0xFF; ///< Modbus Messaging on TCP/IP, 4.4.2.

std::uint8_t addressOf(const Simulation& simulation) {
    return simulation.meter().readings().settings.modbusAddress;
}

bool isHeard(const Simulation& simulation, const std::optional<MasterSetting>& master) {
    return !master || !mismatchOf(*master, simulation.meter().readings().settings);
}

void add(LineCounters& counters, std::span<const std::byte> answer, std::size_t functionIndex) {
    ++counters.requests;
    if (answer.empty()) {
        ++counters.dropped;
        return;
    }
    ++counters.answers;
    if ((std::to_integer<unsigned>(answer[functionIndex]) & modbus::kExceptionFlag) != 0U) {
        ++counters.exceptions;
    }
}

RequestKind kindOf(std::uint8_t unit,
                   std::byte function,
                   std::span<const std::byte> answer,
                   std::size_t functionIndex) {
    const bool isException =
        answer.size() > functionIndex &&
        (std::to_integer<unsigned>(answer[functionIndex]) & modbus::kExceptionFlag) != 0U;
    return {.unit = unit,
            .function = std::to_integer<std::uint8_t>(function),
            .outcome = answer.empty() ? RequestOutcome::Silence
                       : isException  ? RequestOutcome::Exception
                                      : RequestOutcome::Answer};
}

} // namespace

/// A line has 247 addresses; meters of a fleet beyond that are reached at ports of their own.
std::span<Simulation> MeterLine::members() const {
    return std::span(m_simulations)
        .first(std::min<std::size_t>(m_simulations.size(), modbus::kAddressMax));
}

void MeterLine::learnAddresses() {
    m_byUnit.fill(nullptr);
    m_isShared.fill(false);
    for (Simulation& simulation : members()) {
        const std::uint8_t address = addressOf(simulation);
        Simulation*& place = m_byUnit[address];
        m_isShared[address] = place != nullptr;
        place = place == nullptr ? &simulation : place;
    }
}

Simulation* MeterLine::knownAt(std::uint8_t unit) const {
    Simulation* const known = m_byUnit[unit];
    return known != nullptr && addressOf(*known) == unit ? known : nullptr;
}

/// Who is not found may have got the address a moment ago, by a write or at the control socket.
Simulation* MeterLine::unitAt(std::uint8_t unit) {
    if (Simulation* const known = knownAt(unit)) {
        return known;
    }
    learnAddresses();
    return knownAt(unit);
}

Simulation* MeterLine::targetOf(std::uint8_t unit) {
    const bool isDirect = unit == modbus::kBroadcastAddress || unit == kUnitOfDirectServer;
    return isDirect && m_simulations.size() == 1 ? m_simulations.data() : unitAt(unit);
}

Simulation* MeterLine::targetOf(const LineClient& client, std::uint8_t unit) {
    if (client.meter == nullptr) {
        return targetOf(unit);
    }
    const bool isMeant = unit == modbus::kBroadcastAddress || unit == kUnitOfDirectServer ||
                         unit == addressOf(*client.meter);
    return isMeant ? client.meter : nullptr;
}

void MeterLine::count(const LineClient& client,
                      std::span<const std::byte> answer,
                      std::size_t functionIndex) {
    add(m_counters, answer, functionIndex);
    if (client.counters != nullptr) {
        add(*client.counters, answer, functionIndex);
    }
}

/// Of a read by function 3 or 4 that was no exception.
void MeterLine::notifyAnswered(std::span<const std::byte> request,
                               std::span<const std::byte> answer,
                               std::uint8_t unit,
                               bool isSerial) {
    constexpr std::size_t kReadSize = 5; ///< Function, address, quantity.
    if (!m_onAnswered || answer.empty() || request.size() < kReadSize) {
        return;
    }
    const auto function = std::to_integer<std::uint8_t>(answer[0]);
    if (function == 0x03 || function == 0x04) {
        m_onAnswered({.first = static_cast<std::uint16_t>(readBigEndian16(request, 1) + 1),
                      .count = readBigEndian16(request, 3),
                      .unit = unit,
                      .isSerial = isSerial});
    }
}

const AnswerPlan& MeterLine::answerTcp(const LineClient& client,
                                       const modbus::MbapHeader& header,
                                       std::span<const std::byte> pdu) {
    m_plan.clear();
    Simulation* const target = targetOf(client, header.unit);
    const TrafficTap::Exchange noted(m_tap, {client, m_plan, target, m_simulations.front()}, header,
                                     pdu);
    if (client.meter == nullptr && header.unit == modbus::kBroadcastAddress && isGateway()) {
        broadcast(rtuFrame(header.unit, pdu), std::nullopt);
        countBroadcast(client);
        return m_plan;
    }
    const std::span<std::byte> response = std::span(m_adu).subspan(modbus::kMbapHeaderSize);
    std::span<const std::byte> answer;
    const bool isShared = client.meter == nullptr && m_isShared[header.unit];
    if (target != nullptr && isShared) {
        letAllAct(rtuFrame(header.unit, pdu), std::nullopt);
        answer = failedAnswer(response, pdu);
    } else if (target != nullptr) {
        const LineVerdict verdict = m_faults.judge(*target,
                                                   {.framing = LineFraming::Tcp,
                                                    .transaction = header.transaction,
                                                    .unit = header.unit,
                                                    .pdu = pdu},
                                                   m_plan);
        if (verdict.exception) {
            answer = modbus::writeException(response, std::to_integer<std::uint8_t>(pdu[0]),
                                            static_cast<modbus::ExceptionCode>(*verdict.exception));
        } else if (!verdict.isMute) {
            answer = target->servePdu(pdu, response);
            notifyAnswered(pdu, answer, header.unit, false);
        }
    } else {
        answer = failedAnswer(response, pdu);
    }
    count(client, answer, 0);
    if (!pdu.empty()) {
        ++m_tally[kindOf(header.unit, pdu[0], answer, 0)];
    }
    if (!answer.empty()) {
        m_plan.plain = modbus::writeMbap(m_adu, header.transaction, header.unit, answer);
    }
    if (target != nullptr && !isShared) {
        m_faults.shape(*target, m_plan);
    }
    return m_plan;
}

/// What a gateway says of a unit that is not there or whose answer is no frame.
std::span<const std::byte> MeterLine::failedAnswer(std::span<std::byte> response,
                                                   std::span<const std::byte> pdu) {
    return pdu.empty() ? std::span<const std::byte>{}
                       : modbus::writeException(response, std::to_integer<std::uint8_t>(pdu[0]),
                                                modbus::ExceptionCode::GatewayTargetFailed);
}

bool MeterLine::isGateway() const {
    return m_simulations.front().meter().factory().rules.unitZero == UnitZeroRule::Gateway;
}

void MeterLine::broadcast(std::span<const std::byte> frame,
                          const std::optional<MasterSetting>& master) {
    for (Simulation& simulation : members()) {
        if (isHeard(simulation, master) && !m_faults.judge(simulation, frame, m_plan).isMute) {
            static_cast<void>(simulation.serveFrame(frame, m_adu));
        }
    }
}

void MeterLine::countBroadcast(const LineClient& client) {
    ++m_counters.requests; // Served, although nobody answers.
    if (client.counters != nullptr) {
        ++client.counters->requests;
    }
}

/// Two meters of one address: both act, both answer at once. Driven to both levels, the line
/// keeps the zeros of either; as they are never in step, what comes back is no frame.
std::vector<std::byte> MeterLine::letAllAct(std::span<const std::byte> frame,
                                            const std::optional<MasterSetting>& master) {
    std::vector<std::byte> heard;
    int talkerCount = 0;
    for (Simulation& simulation : members()) {
        if (addressOf(simulation) != std::to_integer<std::uint8_t>(frame[0]) ||
            !isHeard(simulation, master) || m_faults.judge(simulation, frame, m_plan).isMute) {
            continue;
        }
        const std::span<const std::byte> answer = simulation.serveFrame(frame, m_adu);
        talkerCount += answer.empty() ? 0 : 1;
        for (std::size_t i = 0; i < answer.size(); ++i) {
            if (i < heard.size()) {
                heard[i] &= answer[i];
            } else {
                heard.push_back(answer[i]);
            }
        }
    }
    if (talkerCount > 1 && modbus::hasValidCrc(heard)) {
        heard.back() ^= std::byte{0xFF};
    }
    return heard;
}

const AnswerPlan& MeterLine::answerRtu(const LineClient& client,
                                       std::span<const std::byte> frame,
                                       const std::optional<MasterSetting>& master) {
    m_plan.clear();
    if (frame.empty()) {
        return m_plan;
    }
    const auto address = std::to_integer<std::uint8_t>(frame[0]);
    // Addresses above 247 are nobody's on a serial line; a broadcast is read with the scales of
    // the only meter.
    const bool isBroadcast = address == modbus::kBroadcastAddress;
    Simulation* const target = isBroadcast ? targetOf(address) : unitAt(address);
    const TrafficTap::Exchange noted(m_tap, {client, m_plan, target, m_simulations.front()}, frame);
    m_plan.echo = m_faults.echo(frame);
    if (isBroadcast) {
        broadcast(frame, master);
        countBroadcast(client);
        return m_plan;
    }
    if (target != nullptr && m_isShared[address]) {
        m_collided = letAllAct(frame, master);
        m_plan.plain = m_collided;
    } else if (target != nullptr && isHeard(*target, master)) {
        const LineVerdict verdict = m_faults.judge(*target, frame, m_plan);
        if (verdict.exception) {
            m_plan.plain = writeRtuException(m_adu, *rtuRequest(frame), *verdict.exception);
        } else if (!verdict.isMute) {
            m_plan.plain = target->serveFrame(frame, m_adu);
            notifyAnswered(frame.subspan(1), m_plan.plain.subspan(m_plan.plain.empty() ? 0 : 1),
                           address, true);
        }
        m_faults.shape(*target, m_plan);
    }
    count(client, m_plan.plain, 1);
    if (target != nullptr && frame.size() > 1) { // Others' frames on the line are not ours.
        ++m_tally[kindOf(address, frame[1], m_plan.plain, 1)];
    }
    return m_plan;
}

void MeterLine::drop(const LineClient& client,
                     std::span<const std::byte> bytes,
                     std::string_view why) {
    // In pieces of the size of a frame, so that a flood of them keeps no more than frames do.
    for (std::span<const std::byte> rest = bytes; !rest.empty();) {
        const std::size_t size = std::min(rest.size(), modbus::kAduTcpSizeMax);
        m_tap.drop(client, rest.first(size), why, m_simulations.front());
        rest = rest.subspan(size);
    }
    ++m_counters.dropped;
    if (client.counters != nullptr) {
        ++client.counters->dropped;
    }
}

void MeterLine::noteEvent(const LineClient& client, std::string_view what) {
    m_tap.drop(client, {}, what, m_simulations.front());
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
