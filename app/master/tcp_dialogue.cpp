// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/master_dialogue.hpp"
#include "core/modbus/mbap.hpp"

#include <array>
#include <optional>
#include <utility>

namespace meter::app {
namespace {

using sim::AnswerKind;

bool isWrite(std::span<const std::byte> pdu) {
    return pdu.front() == std::byte{0x06} || pdu.front() == std::byte{0x10};
}

class TcpDialogue final : public MasterDialogue {
public:
    TcpDialogue(MasterLink& link, const MasterObserver& observer)
        : m_link(link)
        , m_observer(observer)
        // A gateway may still hold answers for who was connected before: not from 0 on.
        , m_transaction(static_cast<std::uint16_t>(link.now().time_since_epoch().count() / 1000)) {}

    void onOpened() override { m_stream.clear(); }

    DialogueOutcome ask(const DialogueRequest& request) override {
        const MasterTime deadline = m_link.now() + request.timeout;
        ++m_transaction;
        std::array<std::byte, modbus::kAduTcpSizeMax> buffer{};
        const auto frame = modbus::writeMbap(buffer, m_transaction, request.unit, request.pdu);
        show(MasterByteUse::Sent, frame);
        if (const auto sent = m_link.send(frame, deadline); !sent) {
            return lost(sent.error().text);
        }
        m_strangers = 0;
        while (true) {
            if (auto outcome = takeAnswer(request)) {
                return std::move(*outcome);
            }
            const auto bytes = m_link.receive(deadline);
            if (!bytes) {
                return lost(bytes.error().text);
            }
            if (bytes->empty()) {
                return {.answer = silence(), .loss = {}};
            }
            m_stream.insert(m_stream.end(), bytes->begin(), bytes->end());
        }
    }

    void onSettled(const DialogueRequest& /*request*/, bool /*isAnswerOpen*/) override {}

    [[nodiscard]] bool hasBroadcast() const override { return false; }

private:
    static DialogueOutcome lost(std::string why) { return {.answer = {}, .loss = std::move(why)}; }

    [[nodiscard]] sim::JudgedAnswer silence() const {
        sim::JudgedAnswer answer{
            .kind = AnswerKind::Silence, .exception = 0, .reason = {}, .pdu = {}};
        if (m_strangers > 0) {
            answer.reason = std::to_string(m_strangers) +
                            (m_strangers == 1 ? " answer" : " answers") + " to other requests came";
        }
        return answer;
    }

    /// The answer, if it is in the stream by now; what stands before it is thrown away.
    std::optional<DialogueOutcome> takeAnswer(const DialogueRequest& request) {
        while (true) {
            const modbus::MbapResult frame = modbus::parseMbap(m_stream);
            if (frame.verdict == modbus::MbapVerdict::NeedMore) {
                return std::nullopt;
            }
            if (frame.verdict == modbus::MbapVerdict::Close) {
                show(MasterByteUse::Discarded, m_stream);
                return lost("the other side sent something that is not Modbus TCP");
            }
            const std::span<const std::byte> bytes = std::span(m_stream).first(frame.size);
            const bool isOurs = frame.verdict == modbus::MbapVerdict::Frame &&
                                frame.header.transaction == m_transaction;
            show(isOurs ? MasterByteUse::Received : MasterByteUse::Discarded, bytes);
            DialogueOutcome outcome;
            if (isOurs && frame.header.unit != request.unit) {
                outcome.answer = {.kind = AnswerKind::OtherUnit,
                                  .exception = 0,
                                  .reason = "an answer from unit " +
                                            std::to_string(frame.header.unit) + " came",
                                  .pdu = {}};
            } else if (isOurs) {
                outcome.answer = sim::judgeAnswer(request.pdu, frame.pdu);
            }
            // What confirms our write with anything else in it confirms nothing.
            if (isOurs && isWrite(request.pdu) &&
                (outcome.answer.kind == AnswerKind::Nonsense ||
                 outcome.answer.kind == AnswerKind::OtherUnit)) {
                outcome.answer.kind = AnswerKind::WrongEcho;
            }
            m_stream.erase(m_stream.begin(),
                           m_stream.begin() + static_cast<std::ptrdiff_t>(frame.size));
            if (isOurs) {
                return outcome;
            }
            ++m_strangers;
        }
    }

    void show(MasterByteUse use, std::span<const std::byte> bytes) const {
        if (m_observer) {
            m_observer({.use = use, .isTcp = true, .bytes = bytes});
        }
    }

    MasterLink& m_link;
    MasterObserver m_observer;
    std::uint16_t m_transaction;
    LinkBytes m_stream; ///< Received and not yet understood; goes on over time-outs.
    int m_strangers = 0;
};

} // namespace

std::unique_ptr<MasterDialogue> makeTcpDialogue(MasterLink& link, const MasterObserver& observer) {
    return std::make_unique<TcpDialogue>(link, observer);
}

} // namespace meter::app
