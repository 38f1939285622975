// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/master_dialogue.hpp"
#include "core/modbus/pdu.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace meter::app {
namespace {

using sim::AnswerKind;
using std::chrono::microseconds;
using std::chrono::milliseconds;

/// Adapters and virtual ports hand over what they have in lumps, so a pause in what comes is
/// silence on the line only after this much more.
constexpr milliseconds kLumps{25};
/// For all meters to do what a broadcast says (Modbus over Serial Line V1.02, clause 2.4.1).
constexpr milliseconds kTurnaround{100};
constexpr std::size_t kHeardMax = 4096; ///< Of one try; a line full of noise ends it.
constexpr std::size_t kFrameExtra = 3;  ///< Unit and CRC.
constexpr auto kWriteSingle = std::byte{0x06};

class RtuDialogue final : public MasterDialogue {
public:
    RtuDialogue(MasterLink& link, const LinkTiming& timing, const MasterObserver& observer)
        : m_link(link), m_timing(timing), m_observer(observer), m_lastByteAt(link.now()) {}

    void onOpened() override { m_lastByteAt = m_link.now(); }

    DialogueOutcome ask(const DialogueRequest& request) override {
        // An adapter that hears itself makes the echo of function 06 look like its answer. So
        // it is known before, from a request whose answer looks otherwise.
        const bool isSingleWrite = request.pdu.front() == kWriteSingle;
        if (isSingleWrite && request.unit != 0 && !m_hasEcho) {
            const DialogueOutcome probe = askOnce(probeFor(request));
            if (!probe.loss.empty()) {
                return probe;
            }
            if (probe.answer.kind != AnswerKind::Fits && probe.answer.kind != AnswerKind::Refusal) {
                onSettled(request, true);
            }
        }
        return askOnce(request);
    }

    void onSettled(const DialogueRequest& request, bool isAnswerOpen) override {
        if (isAnswerOpen) {
            m_openUnit = request.unit;
            m_openUntil = m_link.now() + request.timeout + request.timeout / 5;
        }
    }

    [[nodiscard]] bool hasBroadcast() const override { return true; }

private:
    DialogueOutcome askOnce(const DialogueRequest& request) {
        if (const auto loss = makeQuiet(request)) {
            return *loss;
        }
        const std::vector<std::byte> frame = sim::rtuFrame(request.unit, request.pdu);
        show(MasterByteUse::Sent, frame);
        const MasterTime begun = m_link.now();
        if (const auto sent = m_link.send(frame, begun + request.timeout); !sent) {
            return lost(sent.error().text);
        }
        const MasterTime sentAt = begun + timeOf(frame.size());
        m_lastByteAt = sentAt;
        if (request.unit == 0) {
            return waitForAll(sentAt);
        }
        return listen(request, frame,
                      sentAt + request.timeout +
                          timeOf(sim::answerSizeMax(request.pdu) + kFrameExtra));
    }

    DialogueOutcome listen(const DialogueRequest& request,
                           const std::vector<std::byte>& frame,
                           MasterTime deadline) {
        LinkBytes heard;
        while (heard.size() < kHeardMax) {
            const auto bytes = m_link.receive(deadline);
            if (!bytes) {
                return lost(bytes.error().text);
            }
            if (bytes->empty()) {
                break;
            }
            m_lastByteAt = m_link.now();
            heard.insert(heard.end(), bytes->begin(), bytes->end());
            const auto own = afterEcho(heard, frame);
            if (auto answer = sim::findAnswer(request.unit, request.pdu, own)) {
                m_hasEcho = own.size() < heard.size();
                show(MasterByteUse::Received, own);
                return {.answer = std::move(*answer), .loss = {}};
            }
        }
        const auto own = afterEcho(heard, frame);
        m_hasEcho = own.size() < heard.size();
        if (!own.empty()) {
            show(MasterByteUse::Discarded, own);
        }
        return {.answer = sim::judgeHeard(request.unit, request.pdu, own), .loss = {}};
    }

    /// What was heard without the echo of our own frame. Of function 06, whose answer is the
    /// same bytes, only where an echo is known of.
    std::span<const std::byte> afterEcho(std::span<const std::byte> heard,
                                         const std::vector<std::byte>& frame) const {
        if (frame[1] == kWriteSingle && !m_hasEcho.value_or(false)) {
            return heard;
        }
        const auto echo = std::ranges::search(heard, frame);
        return echo.empty() ? heard
                            : heard.subspan(static_cast<std::size_t>(echo.end() - heard.begin()));
    }

    /// Listens until the late answers of before have had their time and 3.5 characters passed
    /// without one; throws away what it hears.
    std::optional<DialogueOutcome> makeQuiet(const DialogueRequest& request) {
        // A late answer names its unit, so another one is asked at once.
        const bool isOpen = !request.isRetry && m_openUnit == request.unit;
        const MasterTime until = isOpen ? m_openUntil : MasterTime{};
        m_openUntil = isOpen ? MasterTime{} : m_openUntil;
        const MasterTime begun = std::max(m_link.now(), until);
        const MasterTime giveUp =
            begun + request.timeout + timeOf(modbus::kAduRtuSizeMax) + m_timing.silence + kLumps;
        while (true) {
            const MasterTime quiet = std::max(until, m_lastByteAt + m_timing.silence + kLumps);
            const auto bytes = m_link.receive(quiet);
            if (!bytes) {
                return lost(bytes.error().text);
            }
            if (bytes->empty()) {
                return std::nullopt;
            }
            show(MasterByteUse::Discarded, *bytes);
            m_lastByteAt = m_link.now();
            if (m_lastByteAt > giveUp) {
                return DialogueOutcome{
                    .answer = {.kind = AnswerKind::Nonsense,
                               .exception = 0,
                               .reason = "the line is never silent for 3.5 characters; is another "
                                         "master polling?",
                               .pdu = {}},
                    .loss = {}};
            }
        }
    }

    DialogueOutcome waitForAll(MasterTime sentAt) {
        const MasterTime until = sentAt + kTurnaround;
        while (true) {
            const auto bytes = m_link.receive(until);
            if (!bytes) {
                return lost(bytes.error().text);
            }
            if (bytes->empty()) {
                return {
                    .answer = {.kind = AnswerKind::Fits, .exception = 0, .reason = {}, .pdu = {}},
                    .loss = {}};
            }
        }
    }

    DialogueRequest probeFor(const DialogueRequest& request) {
        const auto number =
            static_cast<std::uint16_t>((std::to_integer<unsigned>(request.pdu[1]) << 8U) +
                                       std::to_integer<unsigned>(request.pdu[2]) + 1U);
        m_probe = sim::readPdu(3, number, 1);
        return {.unit = request.unit,
                .pdu = m_probe,
                .timeout = request.timeout,
                .isRetry = request.isRetry};
    }

    [[nodiscard]] microseconds timeOf(std::size_t characters) const {
        return m_timing.character * static_cast<std::int64_t>(characters);
    }

    static DialogueOutcome lost(std::string why) { return {.answer = {}, .loss = std::move(why)}; }

    void show(MasterByteUse use, std::span<const std::byte> bytes) const {
        if (m_observer) {
            m_observer({.use = use, .isTcp = false, .bytes = bytes});
        }
    }

    MasterLink& m_link;
    LinkTiming m_timing;
    MasterObserver m_observer;
    MasterTime m_lastByteAt;       ///< Sent or heard.
    std::optional<bool> m_hasEcho; ///< What we send comes back; none: not known yet.
    MasterTime m_openUntil{};      ///< Until then an answer may come that nobody waits for …
    std::uint8_t m_openUnit = 0;   ///< … of this unit.
    sim::PduBytes m_probe;
};

} // namespace

std::unique_ptr<MasterDialogue>
makeRtuDialogue(MasterLink& link, const LinkTiming& timing, const MasterObserver& observer) {
    return std::make_unique<RtuDialogue>(link, timing, observer);
}

} // namespace meter::app
