// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A master and a meter as frames in virtual time, for the tests of the judge. Every exchange
// takes the time that it takes at 19200 8N1 (520.8 µs a character); the next one begins 100 ms
// behind its end.

#include "sim/judge/master_judge.hpp"
#include "sim/line/master_pdu.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meter::test {

class Conversation {
public:
    static constexpr std::int64_t kSecondUs = 1'000'000;

    enum class Carrier { Tcp, Serial };

    explicit Conversation(Carrier carrier) : m_isTcp(carrier == Carrier::Tcp) {}

    /// What a good master does once: who are you, where are the decimal points, any alerts?
    void begin() {
        ask({0x11}, {0x11, 3, 247, 0xFF, 0x4C});
        read(138, 9);
    }

    /// A read and its answer, zeros unless `words` says otherwise.
    void read(int first, int count, std::vector<std::uint16_t> words = {}) {
        words.resize(static_cast<std::size_t>(count));
        sim::PduBytes answer = {std::byte{3}, static_cast<std::byte>(2 * count)};
        for (const std::uint16_t word : words) {
            answer.push_back(static_cast<std::byte>(word >> 8U));
            answer.push_back(static_cast<std::byte>(word & 0xFFU));
        }
        exchange(sim::readPdu(3, static_cast<std::uint16_t>(first), count), answer);
    }

    /// Function 6 and its echo.
    void write(int number, int word) {
        const sim::PduBytes pdu = sim::writeSinglePdu(static_cast<std::uint16_t>(number),
                                                      static_cast<std::uint16_t>(word));
        exchange(pdu, pdu);
    }

    void ask(const std::vector<int>& request, const std::vector<int>& answer) {
        exchange(pduOf(request), pduOf(answer));
    }

    /// Nothing comes back; the master asks again after so long.
    void askInVain(const sim::PduBytes& request, std::int64_t timeoutUs) {
        sendRequest(request);
        nowUs += timeoutUs;
    }

    void exchange(const sim::PduBytes& request, const sim::PduBytes& answer) {
        const std::uint64_t asked = sendRequest(request);
        sendAnswer(asked, answer);
        nowUs += 100'000;
    }

    /// To this moment of virtual time.
    void at(double second) { nowUs = static_cast<std::int64_t>(second * 1e6) + 10 * kSecondUs; }

    std::uint64_t sendRequest(const sim::PduBytes& pdu) {
        sim::TrafficFrame frame = frameOf(pdu, sim::TrafficDirection::Request);
        frame.pauseMaxUs = pauseMaxUs;
        judge.onFrame(frame);
        nowUs += frame.durationUs;
        return frame.sequence;
    }

    void sendAnswer(std::uint64_t asked, const sim::PduBytes& pdu) {
        if (unit == 0 && !m_isTcp) {
            return;
        }
        nowUs += 20'000;
        sim::TrafficFrame frame = frameOf(pdu, sim::TrafficDirection::Answer);
        frame.request = asked;
        judge.onFrame(frame);
        nowUs += frame.durationUs;
    }

    /// Bytes that were no request, or an event without bytes.
    void stray(const std::vector<int>& bytes, std::string_view remark = {}) {
        sim::TrafficFrame frame = frameOf({}, sim::TrafficDirection::Request);
        frame.bytes = pduOf(bytes);
        frame.isDropped = true;
        frame.remark = remark;
        judge.onFrame(frame);
    }

    /// "J03 J12", "" when nothing was found.
    std::string findings() {
        judge.finish();
        std::string text;
        for (const sim::JudgeFinding& finding : judge.report().findings) {
            text += (text.empty() ? "" : " ") + finding.rule;
        }
        return text;
    }

    static sim::PduBytes pduOf(const std::vector<int>& values) {
        sim::PduBytes pdu;
        for (const int value : values) {
            pdu.push_back(static_cast<std::byte>(value));
        }
        return pdu;
    }

    sim::MasterJudge judge;
    std::uint8_t unit = 1;
    std::int64_t nowUs = 10 * kSecondUs;
    std::int64_t pauseMaxUs = 0;
    int port = 40'000;                          ///< The client's.
    std::optional<std::uint16_t> transactionId; ///< Always this one.
    ScaleFactors scales{-1, -1, -1, -1};

private:
    sim::TrafficFrame frameOf(const sim::PduBytes& pdu, sim::TrafficDirection direction) {
        sim::TrafficFrame frame;
        frame.sequence = ++m_sequence;
        frame.utcUs = nowUs;
        frame.meterTime = nowUs * kSamplesPerSecond / kSecondUs;
        frame.direction = direction;
        frame.scales = scales;
        if (m_isTcp) {
            frame.framing = sim::TrafficFraming::ModbusTcp;
            frame.endpoint = "modbus-tcp 127.0.0.1:1502";
            frame.peer = "127.0.0.1:" + std::to_string(port);
            if (direction == sim::TrafficDirection::Request) {
                ++m_transaction;
            }
            const std::uint16_t id = transactionId.value_or(m_transaction);
            for (const std::size_t value :
                 {std::size_t{id} >> 8U, std::size_t{id} & 0xFFU, std::size_t{0}, std::size_t{0},
                  (pdu.size() + 1) >> 8U, (pdu.size() + 1) & 0xFFU, std::size_t{unit}}) {
                frame.bytes.push_back(static_cast<std::byte>(value));
            }
            frame.bytes.insert(frame.bytes.end(), pdu.begin(), pdu.end());
            return frame;
        }
        frame.framing = sim::TrafficFraming::Rtu;
        frame.endpoint = "/dev/ttyUSB0";
        frame.bytes = sim::rtuFrame(unit, pdu);
        frame.durationUs = static_cast<std::int64_t>(frame.bytes.size()) * 5208 / 10;
        return frame;
    }

    bool m_isTcp;
    std::uint64_t m_sequence = 0;
    std::uint16_t m_transaction = 0;
};

} // namespace meter::test
