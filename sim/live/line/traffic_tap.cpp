// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/line/traffic_tap.hpp"

#include "core/base/byte_order.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "sim/live/line/meter_line.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <optional>

namespace meter::sim::live {
namespace {

constexpr std::string_view kChanged = "changed by a line fault";
constexpr std::string_view kMiswired = "changed by the wiring of the line";

std::optional<ScaleFactors> scalesOf(const Simulation* target) {
    if (target == nullptr) {
        return std::nullopt;
    }
    const Configuration& now = target->meter().readings().configuration;
    return ScaleFactors{now.scaleCurrent, now.scaleVoltage, now.scalePower, now.scaleEnergy};
}

bool isTcpBroadcast(std::span<const std::byte> head, const Simulation& any) {
    return head.size() == modbus::kMbapHeaderSize && head.back() == std::byte{0} &&
           any.meter().factory().rules.unitZero == UnitZeroRule::Gateway;
}

/// Why a request stays without an answer, as far as is known here.
std::string_view silenceReason(TrafficFraming framing,
                               std::span<const std::byte> frame,
                               const AnswerPlan& plan,
                               const Simulation* target) {
    const bool isRtu = framing != TrafficFraming::ModbusTcp;
    if (isRtu && !modbus::hasValidCrc(frame)) {
        return "no answer: bad CRC";
    }
    if (isRtu && !frame.empty() && frame[0] == std::byte{0}) {
        return {}; // A broadcast is not answered.
    }
    if (target == nullptr) {
        return "no answer: no meter has this address";
    }
    if (!target->meter().isPowered()) {
        return "no answer: the meter has no control power";
    }
    if (!target->meter().readings().isMeasuring) {
        return "no answer: the meter is starting up";
    }
    if (plan.isMiswired) {
        return "no answer: the wiring of the line";
    }
    return plan.isPlain() && plan.faults == 0 ? "no answer" : "no answer: a line fault";
}

} // namespace

TrafficTap::Exchange::Exchange(TrafficTap& tap,
                               const Parties& parties,
                               std::span<const std::byte> frame)
    : m_tap(tap), m_parties(parties), m_begunUs(tap.isOn() ? utcNow() : 0), m_body(frame) {}

TrafficTap::Exchange::Exchange(TrafficTap& tap,
                               const Parties& parties,
                               const modbus::MbapHeader& header,
                               std::span<const std::byte> pdu)
    : Exchange(tap, parties, pdu) {
    // As it came: a frame with another protocol or length does not get here.
    m_headerSize = m_header.size();
    writeBigEndian16(m_header, 0, header.transaction);
    writeBigEndian16(m_header, 2, header.protocol);
    writeBigEndian16(m_header, 4, header.length);
    m_header[6] = static_cast<std::byte>(header.unit);
}

TrafficTap::Exchange::~Exchange() {
    if (m_begunUs != 0) {
        m_tap.note(m_parties, m_begunUs, std::span(m_header).first(m_headerSize), m_body);
    }
}

void TrafficTap::note(const Parties& parties,
                      std::int64_t begunUs,
                      std::span<const std::byte> head,
                      std::span<const std::byte> body) {
    const auto& [client, plan, target, clock] = parties;
    const std::optional<ScaleFactors> scales = scalesOf(target);
    TrafficNote note{.endpoint = client.endpoint,
                     .peer = client.peer,
                     .remark = {},
                     .utcUs = begunUs - client.requestUs,
                     .durationUs = client.requestUs,
                     .pauseMaxUs = client.pauseMaxUs,
                     .meterTime = clock.now(),
                     .direction = TrafficDirection::Request,
                     .scales = scales ? &*scales : nullptr};
    // Only an end of the connection is seen without bytes: silence is reported for the request.
    const bool hasBytes = plan.isPlain()
                              ? !plan.plain.empty()
                              : std::ranges::any_of(plan.pieces, [](const AnswerPiece& piece) {
                                    return !piece.bytes.empty();
                                });
    const bool isSilent = !hasBytes && !plan.isConnectionReset;
    if (isSilent) {
        note.remark =
            isTcpBroadcast(head, clock)
                ? "no answer: unit 0 is a broadcast"
                : silenceReason(framingOf(client.endpoint, client.peer), body, plan, target);
    }
    note.request = m_ring->add(note, head, body);
    note.direction = TrafficDirection::Answer;
    if (!plan.echo.empty()) {
        note.isChanged = true;
        note.remark = "the adapter's echo of the request (a line fault)";
        note.utcUs = utcNow();
        m_ring->add(note, plan.echo, {});
        note.isChanged = false;
    }
    note.remark = {};
    note.utcUs = utcNow() + client.answerDelayUs;
    note.pauseMaxUs = 0;
    const auto durationOf = [&client](std::span<const std::byte> bytes) {
        return static_cast<std::int64_t>(static_cast<double>(bytes.size()) * client.characterUs);
    };
    if (plan.isPlain()) {
        if (!plan.plain.empty()) {
            note.durationUs = durationOf(plan.plain);
            m_ring->add(note, plan.plain, {});
        }
        return;
    }
    note.isChanged = true;
    note.remark = plan.isMiswired && plan.faults == 0 ? kMiswired : kChanged;
    for (const AnswerPiece& piece : plan.pieces) {
        note.utcUs += piece.pauseUs;
        note.durationUs = durationOf(piece.bytes);
        if (!piece.bytes.empty()) {
            m_ring->add(note, piece.bytes, {});
        }
    }
    if (plan.isConnectionReset) {
        note.remark = "a line fault ended the connection";
        m_ring->add(note, {}, {});
    }
}

void TrafficTap::drop(const LineClient& client,
                      std::span<const std::byte> bytes,
                      std::string_view why,
                      const Simulation& clock) {
    if (!isOn()) {
        return;
    }
    m_ring->add({.endpoint = client.endpoint,
                 .peer = client.peer,
                 .remark = why,
                 .utcUs = utcNow(),
                 .meterTime = clock.now(),
                 .isDropped = true},
                bytes, {});
}

} // namespace meter::sim::live
