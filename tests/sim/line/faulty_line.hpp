// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line whose faults are under test: requests and answers in hexadecimal, faults as a scenario
// writes them.

#include "core/base/crc16.hpp"
#include "sim/line/line_fault_player.hpp"
#include "sim/scenario/yaml/line_fault_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <string>
#include <vector>

namespace meter::test {

inline constexpr std::uint32_t kSerial = 0x4E36C14C; ///< As in expected_draws.py.

/// Seed 7 as in expected_draws.py.
class FaultyLine {
public:
    explicit FaultyLine(std::uint64_t seed = 7) : m_player(seed, kSerial) {}

    void apply(const std::string& text, std::optional<SampleTime> length = std::nullopt) {
        const auto action = sim::parseLineFaults(text, 60.0);
        INFO(text << ": " << (action ? std::string{} : action.error().front().message()));
        REQUIRE(action.has_value());
        m_player.apply(*action, now, length);
    }

    /// The request PDU at a unit, answered by a whole frame; what goes over the line.
    const sim::AnswerPlan& ask(sim::LineFraming framing,
                               const std::string& requestPdu,
                               const std::string& answer,
                               std::uint8_t atUnit = 1,
                               bool isOwn = true) {
        m_request = fromHex(requestPdu);
        m_answer = fromHex(answer);
        m_plan.clear();
        const sim::LineRequest request = {
            .framing = framing, .transaction = 7, .unit = atUnit, .pdu = m_request};
        const std::vector<sim::LineFaultActor> actors = {
            {.player = &m_player, .now = now, .isOwn = isOwn}};
        verdict = sim::judgeRequest(actors, request, m_plan);
        if (verdict.isMute) {
            return m_plan;
        }
        m_plan.plain = m_answer;
        sim::shapeAnswer(actors, request, m_player.remembered(), m_plan);
        const std::size_t head = framing == sim::LineFraming::Tcp ? 7 : 1;
        const std::size_t tail = framing == sim::LineFraming::Tcp ? 0 : 2;
        m_player.remember(request, std::span<const std::byte>(m_answer).subspan(
                                       head, m_answer.size() - head - tail));
        return m_plan;
    }

    const sim::AnswerPlan& askRtu(const std::string& requestPdu = "03 00 00 00 01",
                                  const std::string& answer = "01 03 02 12 34 B5 33") {
        return ask(sim::LineFraming::Rtu, requestPdu, answer);
    }

    const sim::AnswerPlan& askTcp(const std::string& requestPdu = "03 00 00 00 01",
                                  const std::string& answer = "00 07 00 00 00 05 01 03 02 12 34") {
        return ask(sim::LineFraming::Tcp, requestPdu, answer);
    }

    [[nodiscard]] sim::LineFaultPlayer& player() { return m_player; }

    SampleTime now = 0;
    sim::LineVerdict verdict;

private:
    sim::LineFaultPlayer m_player;
    std::vector<std::byte> m_request;
    std::vector<std::byte> m_answer;
    sim::AnswerPlan m_plan;
};

/// "100000 us: 01 03" for each piece; the plain answer without faults.
inline std::string wireText(const sim::AnswerPlan& plan) {
    if (plan.pieces.empty()) {
        return toHex(plan.plain) + (plan.isConnectionReset ? " reset" : "");
    }
    std::string text;
    for (const sim::AnswerPiece& piece : plan.pieces) {
        text += text.empty() ? "" : " | ";
        if (piece.pauseUs != 0) {
            text += std::to_string(piece.pauseUs) + " us: ";
        }
        text += piece.bytes.empty() ? "nothing" : toHex(piece.bytes);
    }
    return text + (plan.isConnectionReset ? " reset" : "");
}

} // namespace meter::test
