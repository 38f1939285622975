// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/modbus_master.hpp"

#include "core/base/byte_order.hpp"

#include <algorithm>
#include <string_view>

namespace meter::app {
namespace {

using sim::AnswerKind;

constexpr int kIdentityRequestsMax = 32; // A basic identification needs one.
constexpr std::chrono::milliseconds kBeforeReconnecting{200};
constexpr std::size_t kReportHeadSize = 4; // Function, count, identifier, run status.

/// A foreign meter may send any bytes as text: what is not ASCII is written as "\xFF". Zeros at
/// the end of a text stay: they are its padding.
std::string readable(std::span<const std::byte> raw) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const std::byte byte : raw) {
        const auto code = std::to_integer<unsigned char>(byte);
        if (code == 0 || (code >= 0x20 && code < 0x7F)) {
            text += static_cast<char>(code);
        } else {
            text += "\\x";
            text += kDigits[code >> 4U];
            text += kDigits[code & 0xFU];
        }
    }
    return text;
}

MasterError::Kind kindOf(const DialogueOutcome& outcome) {
    if (!outcome.loss.empty()) {
        return MasterError::Kind::Lost;
    }
    if (outcome.answer.kind == AnswerKind::OtherUnit) {
        return MasterError::Kind::OtherUnit;
    }
    return outcome.answer.kind == AnswerKind::Silence ? MasterError::Kind::Timeout
                                                      : MasterError::Kind::Garbled;
}

std::string reasonOf(const DialogueOutcome& outcome, std::chrono::milliseconds timeout) {
    if (!outcome.loss.empty()) {
        return outcome.loss;
    }
    if (outcome.answer.kind != AnswerKind::Silence) {
        return outcome.answer.reason;
    }
    const std::string text = "no answer within " + std::to_string(timeout.count()) + " ms";
    return outcome.answer.reason.empty() ? text : text + " (" + outcome.answer.reason + ")";
}

} // namespace

ModbusMaster::ModbusMaster(std::unique_ptr<MasterLink> link, MasterManner manner)
    : m_link(std::move(link))
    , m_manner(std::move(manner))
    , m_dialogue(m_manner.isTcp ? makeTcpDialogue(*m_link, m_manner.observer)
                                : makeRtuDialogue(*m_link, m_manner.timing, m_manner.observer)) {}

ModbusMaster::~ModbusMaster() = default;
ModbusMaster::ModbusMaster(ModbusMaster&&) noexcept = default;
ModbusMaster& ModbusMaster::operator=(ModbusMaster&&) noexcept = default;

sim::Result<ModbusMaster> ModbusMaster::connect(std::unique_ptr<MasterLink> link,
                                                MasterManner manner) {
    ModbusMaster master(std::move(link), std::move(manner));
    if (const auto opened = master.reconnect(); !opened) {
        return std::unexpected(opened.error());
    }
    return master;
}

sim::Result<void> ModbusMaster::reconnect() {
    m_link->close();
    if (const auto opened = m_link->open(); !opened) {
        return std::unexpected(
            sim::Error{.text = peer() + ": " + opened.error().text, .place = {}});
    }
    m_dialogue->onOpened();
    return {};
}

std::string ModbusMaster::peer() const {
    return m_link->place() + ", unit " + std::to_string(m_manner.unit);
}

DialogueOutcome ModbusMaster::tryOnce(const DialogueRequest& request) {
    if (!m_link->isOpen()) {
        m_link->pause(kBeforeReconnecting); // The other side may just be restarting.
        if (const auto opened = m_link->open(); !opened) {
            return {.answer = {}, .loss = opened.error().text};
        }
        m_dialogue->onOpened();
    }
    DialogueOutcome outcome = m_dialogue->ask(request);
    if (!outcome.loss.empty()) {
        m_link->close();
    }
    return outcome;
}

Answer<sim::PduBytes> ModbusMaster::ask(std::span<const std::byte> pdu) {
    DialogueRequest request{.unit = static_cast<std::uint8_t>(m_manner.unit),
                            .pdu = pdu,
                            .timeout = m_manner.timeout,
                            .isRetry = false};
    std::vector<std::string> reasons;
    MasterError::Kind kind = MasterError::Kind::Timeout;
    bool isAnswerOpen = false;
    for (int number = 0; number <= m_manner.retries; ++number) {
        DialogueOutcome outcome = tryOnce(request);
        const AnswerKind answered =
            outcome.loss.empty() ? outcome.answer.kind : AnswerKind::Silence;
        if (answered == AnswerKind::Fits || answered == AnswerKind::Refusal ||
            answered == AnswerKind::WrongEcho) {
            m_dialogue->onSettled(request, isAnswerOpen);
        }
        if (answered == AnswerKind::Fits) {
            return std::move(outcome.answer.pdu);
        }
        if (answered == AnswerKind::Refusal) {
            const int code = outcome.answer.exception;
            return std::unexpected(MasterError{.kind = MasterError::Kind::Exception,
                                               .exception = code,
                                               .text = peer() + ": " + sim::exceptionText(code)});
        }
        if (answered == AnswerKind::WrongEcho) {
            return std::unexpected(MasterError{.kind = MasterError::Kind::WrongEcho,
                                               .exception = 0,
                                               .text = peer() + ": " + outcome.answer.reason});
        }
        isAnswerOpen = isAnswerOpen || outcome.loss.empty();
        kind = kindOf(outcome);
        reasons.push_back(reasonOf(outcome, m_manner.timeout));
        request.isRetry = true;
    }
    m_dialogue->onSettled(request, isAnswerOpen);
    return std::unexpected(failure(reasons, kind));
}

MasterError ModbusMaster::failure(const std::vector<std::string>& reasons,
                                  MasterError::Kind kind) const {
    std::vector<std::pair<std::string, int>> counted;
    for (const std::string& reason : reasons) {
        const auto known = std::ranges::find(counted, reason, &std::pair<std::string, int>::first);
        if (known == counted.end()) {
            counted.emplace_back(reason, 1);
        } else {
            ++known->second;
        }
    }
    std::string text = peer() + ": ";
    const std::string times = std::to_string(reasons.size()) + " times";
    if (counted.size() == 1) {
        text += counted.front().first + (reasons.size() > 1 ? ", asked " + times : "");
    } else {
        text += "asked " + times + ": ";
        for (std::size_t i = 0; i < counted.size(); ++i) {
            text +=
                (i == 0 ? "" : "; ") + counted[i].first +
                (counted[i].second > 1 ? " (" + std::to_string(counted[i].second) + " times)" : "");
        }
    }
    if (kind == MasterError::Kind::Timeout) {
        text += "; do unit, baud rate and parity match the meter, and is it powered?";
    }
    return {.kind = kind, .exception = 0, .text = std::move(text)};
}

Answer<std::vector<std::uint16_t>> ModbusMaster::read(std::uint16_t firstNumber, int count) {
    const auto pdu = ask(sim::readPdu(m_manner.readFunction, firstNumber, count));
    if (!pdu) {
        return std::unexpected(pdu.error());
    }
    return sim::wordsOf(*pdu);
}

Answer<void> ModbusMaster::writeSingle(std::uint16_t number, std::uint16_t word) {
    const auto pdu = ask(sim::writeSinglePdu(number, word));
    return pdu ? Answer<void>{} : std::unexpected(pdu.error());
}

Answer<void> ModbusMaster::writeMultiple(std::uint16_t firstNumber,
                                         std::span<const std::uint16_t> words) {
    const auto pdu = ask(sim::writeMultiplePdu(firstNumber, words));
    return pdu ? Answer<void>{} : std::unexpected(pdu.error());
}

Answer<ReportedId> ModbusMaster::reportId() {
    const auto pdu = ask(sim::reportIdPdu());
    if (!pdu) {
        return std::unexpected(pdu.error());
    }
    return ReportedId{.id = byteAt(*pdu, 2),
                      .isRunning = byteAt(*pdu, 3) == 0xFF,
                      .text = readable(std::span(*pdu).subspan(kReportHeadSize))};
}

Answer<IdentityObjects> ModbusMaster::deviceIdentification() {
    IdentityObjects objects;
    std::uint8_t next = 0;
    for (int request = 0; request < kIdentityRequestsMax; ++request) {
        const auto pdu = ask(sim::identificationPdu(next));
        if (!pdu) {
            return std::unexpected(pdu.error());
        }
        //   function 1 | MEI 1 | code 1 | conformity 1 | more 1 | next 1 | count 1 | objects …
        const std::span<const std::byte> bytes = *pdu;
        std::size_t at = 7;
        for (int object = 0; object < byteAt(bytes, 6); ++object) {
            const std::size_t size = byteAt(bytes, at + 1);
            objects.emplace_back(byteAt(bytes, at), readable(bytes.subspan(at + 2, size)));
            at += 2 + size;
        }
        if (byteAt(bytes, 4) == 0) {
            return objects;
        }
        next = byteAt(bytes, 5);
    }
    return std::unexpected(
        MasterError{.kind = MasterError::Kind::Garbled,
                    .exception = 0,
                    .text = peer() + ": the device identification does not end"});
}

} // namespace meter::app
