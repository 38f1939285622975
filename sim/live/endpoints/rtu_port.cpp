// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/rtu_port.hpp"

#include "core/modbus/rtu_framer.hpp"
#include "sim/traffic/traffic_remarks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr double kSilenceCharacters = 3.5;
/// Adapters on USB hand bytes over every 16 ms at the latest: a pause that is shorter than this
/// may be theirs.
constexpr WallUs kHostPauseUs = 20'000;
constexpr std::size_t kTransmissionCountMax = 64;
constexpr std::size_t kFrameSizeMin = 4; ///< Address, function, CRC.

WallUs rounded(double us) {
    return static_cast<WallUs>(std::llround(us));
}

} // namespace

RtuPort::RtuPort(const RtuPortParts& parts, std::string name, std::string peer)
    : m_parts(parts)
    , m_name(std::move(name))
    , m_peer(std::move(peer))
    , m_strange(parts.line, parts.log) {}

LineClient RtuPort::client() const {
    return {.endpoint = m_name, .peer = m_peer, .counters = &m_parts.counters};
}

double RtuPort::lineScale() const {
    const Pacing& pacing = m_parts.pacing;
    if (m_parts.carrier != RtuCarrier::Virtual || pacing.isPaused()) {
        return 1.0;
    }
    return 1.0 / std::max(1.0, pacing.speed());
}

double RtuPort::characterUs() const {
    if (!m_parts.line.isPaced()) {
        return 0.0;
    }
    const Settings& settings = m_parts.line.settings();
    return 1e6 * characterBits(settings.parity) / settings.baudRate * lineScale();
}

bool RtuPort::isUnderstood() {
    std::optional<std::string> mismatch;
    if (m_master) {
        mismatch = m_parts.line.mismatch(*m_master);
    }
    if (mismatch != m_mismatch) {
        const std::string where = m_peer.empty() ? m_name : m_name + " to " + m_peer;
        m_parts.log.add(mismatch ? "no answer on " + where + ": " + *mismatch
                                 : "the master on " + where + " is understood again");
        m_mismatch = std::move(mismatch);
    }
    return !m_mismatch;
}

void RtuPort::receive(std::span<const std::byte> bytes,
                      WallUs now,
                      const std::optional<MasterSetting>& master) {
    m_master = master;
    if (m_parts.carrier == RtuCarrier::Virtual) {
        return takeInput(bytes, now);
    }
    const EchoFilter::Sorted sorted = m_echo.sort(bytes, now);
    if (!sorted.echo.empty()) {
        m_parts.line.drop(client(), sorted.echo, kEchoRemark);
    }
    if (!sorted.input.empty()) {
        takeInput(sorted.input, now);
    }
}

void RtuPort::takeInput(std::span<const std::byte> bytes, WallUs now) {
    if (!isUnderstood()) {
        forgetInput();
        m_parts.line.drop(client(), bytes, std::string(kNotUnderstoodRemark) + *m_mismatch);
        return;
    }
    if (isDevice()) {
        receiveFromDevice(bytes, now); // What a device hears was not sent over by itself.
        return;
    }
    if (isSending(now)) {
        m_parts.line.drop(client(), bytes, kSendingRemark);
        return;
    }
    receiveVirtual(bytes, now);
}

void RtuPort::receiveVirtual(std::span<const std::byte> bytes, WallUs now) {
    const std::uint16_t baudRate = m_parts.line.settings().baudRate;
    if (baudRate != m_searchBaudRate) {
        m_search.setBaudRate(baudRate);
        m_searchBaudRate = baudRate;
    }
    noteInput(!m_search.isUnfinished(), now);
    m_search.append(bytes, static_cast<std::uint64_t>(now));
    serveVirtual(now);
}

/// When what is unfinished began, and how long it paused since.
void RtuPort::noteInput(bool isFirst, WallUs now) {
    if (isFirst) {
        m_inputSince = now;
        m_inputPauseMax = 0;
    } else {
        m_inputPauseMax = std::max(m_inputPauseMax, now - m_lastInput);
    }
    m_lastInput = now;
}

void RtuPort::serveVirtual(WallUs now) {
    while (const auto found = m_search.next(static_cast<std::uint64_t>(now))) {
        if (!found->isRequest) {
            m_strange.tell(client(), found->bytes, now);
            noteInput(true, now);
        } else if (isSending(now)) {
            m_parts.line.drop(client(), found->bytes, kTogetherRemark);
        } else {
            const auto size = static_cast<double>(found->bytes.size());
            m_receivedUntil = std::max(now, m_inputSince + rounded(size * characterUs()));
            serve(found->bytes, now);
            noteInput(true, now);
        }
    }
}

void RtuPort::receiveFromDevice(std::span<const std::byte> bytes, WallUs now) {
    if (m_inputSize > 0 && now - m_lastInput >= kHostPauseUs) {
        dropDeviceInput(now);
    }
    noteInput(m_inputSize == 0, now);
    while (!bytes.empty()) {
        const std::size_t taken = std::min(bytes.size(), m_input.size() - m_inputSize);
        std::ranges::copy(bytes.first(taken),
                          m_input.begin() + static_cast<std::ptrdiff_t>(m_inputSize));
        m_inputSize += taken;
        bytes = bytes.subspan(taken);
        if (!bytes.empty()) { // Longer than any frame.
            m_isTooLong = true;
            m_strange.tell(client(), std::span(m_input).first(m_inputSize), now);
            m_inputSize = 0;
        }
    }
    m_isSilenceJudged = false;
    m_receivedUntil = now;
}

void RtuPort::serveDevice(WallUs now) {
    const auto frame = std::span<const std::byte>(m_input).first(m_inputSize);
    const bool isFrame =
        !m_isTooLong && frame.size() >= kFrameSizeMin && modbus::hasValidCrc(frame);
    if (isFrame) {
        serve(frame, now);
        m_inputSize = 0;
        return;
    }
    m_isSilenceJudged = true;
    if (now - m_lastInput >= kHostPauseUs) {
        dropDeviceInput(now);
    }
}

void RtuPort::dropDeviceInput(WallUs now) {
    m_strange.tell(client(), std::span(m_input).first(m_inputSize), now);
    forgetInput();
}

void RtuPort::serve(std::span<const std::byte> frame, WallUs now) {
    LineClient who = client();
    who.characterUs = characterUs();
    who.requestUs = now - std::min(now, m_inputSince);
    // A USB adapter hands bytes over in lumps: their pauses are not the master's.
    who.pauseMaxUs = isDevice() ? 0 : m_inputPauseMax;
    who.answerDelayUs =
        std::max<WallUs>(0, m_receivedUntil + rounded(kSilenceCharacters * characterUs()) - now);
    answer(m_parts.line.answerRtu(who, frame, m_master), now);
}

bool RtuPort::isSending(WallUs now) const {
    if (now < m_sendingUntil) {
        return true;
    }
    if (m_transmissions.empty()) {
        return false;
    }
    const Transmission& first = m_transmissions.front();
    return first.hasBegun || first.isPrompt || first.start <= now;
}

void RtuPort::answer(const AnswerPlan& plan, WallUs now) {
    if (!plan.echo.empty()) {
        send(plan.echo, now, now);
    }
    Transmission transmission;
    transmission.pieces = plan.pieces;
    if (plan.pieces.empty() && !plan.plain.empty()) {
        transmission.pieces.push_back({0, {plan.plain.begin(), plan.plain.end()}});
    }
    transmission.isResetAfter = plan.isConnectionReset;
    if (transmission.pieces.empty()) {
        m_isResetDue = m_isResetDue || plan.isConnectionReset;
        return;
    }
    if (m_transmissions.size() >= kTransmissionCountMax) {
        m_parts.log.add("an answer on " + m_name + " is dropped: too many are delayed");
        return;
    }
    transmission.characterUs = characterUs();
    transmission.pauseScale = lineScale();
    transmission.isPrompt = transmission.pieces.front().pauseUs == 0;
    transmission.start =
        std::max(now, m_receivedUntil + rounded(kSilenceCharacters * transmission.characterUs)) +
        rounded(static_cast<double>(transmission.pieces.front().pauseUs) * transmission.pauseScale);
    if (!m_transmissions.empty()) { // None overtakes another on a line.
        transmission.start = std::max(transmission.start, m_transmissions.back().start);
    }
    m_transmissions.push_back(std::move(transmission));
    sendDue(now); // Unpaced answers go out at once.
}

void RtuPort::sendDue(WallUs now) {
    while (!m_transmissions.empty() && sendDeadline() <= now) {
        Transmission& transmission = m_transmissions.front();
        if (!transmission.hasBegun) {
            transmission.hasBegun = true;
            // Another answer may have taken the line in between.
            transmission.start = std::max(transmission.start, m_sendingUntil);
        }
        if (!sendPieces(transmission, now)) {
            return;
        }
        m_isResetDue = m_isResetDue || transmission.isResetAfter;
        m_transmissions.pop_front();
    }
}

void RtuPort::send(std::span<const std::byte> bytes, WallUs endUs, WallUs now) {
    if (m_parts.carrier != RtuCarrier::Virtual) {
        m_echo.noteSent(bytes, std::max(endUs, now), now);
    }
    m_parts.sink.writeBytes(bytes);
}

bool RtuPort::sendPieces(Transmission& transmission, WallUs now) {
    while (transmission.piece < transmission.pieces.size()) {
        const std::span<const std::byte> bytes = transmission.pieces[transmission.piece].bytes;
        const auto endOf = [&](std::size_t count) {
            return transmission.start +
                   rounded(static_cast<double>(count) * transmission.characterUs);
        };
        // A byte is there when its last bit is; a device is given the whole piece.
        std::size_t due = transmission.sentSize;
        if (isDevice()) {
            due = transmission.start <= now ? bytes.size() : 0;
        } else {
            while (due < bytes.size() && endOf(due + 1) <= now) {
                ++due;
            }
        }
        if (due > transmission.sentSize) {
            send(bytes.subspan(transmission.sentSize, due - transmission.sentSize), endOf(due),
                 now);
            transmission.sentSize = due;
        }
        if (due < bytes.size()) {
            return false;
        }
        m_sendingUntil = endOf(bytes.size());
        transmission.sentSize = 0;
        if (++transmission.piece < transmission.pieces.size()) {
            transmission.start =
                m_sendingUntil +
                rounded(static_cast<double>(transmission.pieces[transmission.piece].pauseUs) *
                        transmission.pauseScale);
        }
    }
    return true;
}

WallUs RtuPort::sendDeadline() const {
    if (m_transmissions.empty()) {
        return kNever;
    }
    const Transmission& transmission = m_transmissions.front();
    if (!transmission.hasBegun || isDevice()) {
        return transmission.start;
    }
    return transmission.start +
           rounded(static_cast<double>(transmission.sentSize + 1) * transmission.characterUs);
}

void RtuPort::makeNoise(std::span<const std::byte> bytes, WallUs now) {
    if (!isSending(now)) {
        send(bytes, now, now);
    }
}

WallUs RtuPort::nextDeadline() const {
    WallUs deadline = std::min(sendDeadline(), m_echo.nextDeadline());
    if (m_search.isUnfinished()) {
        deadline = std::min(deadline, static_cast<WallUs>(m_search.deadlineUs()));
    }
    if (m_inputSize > 0) {
        const modbus::LineTiming timing = modbus::lineTimingOf(m_parts.line.settings().baudRate);
        deadline = std::min(deadline, m_lastInput + (m_isSilenceJudged
                                                         ? kHostPauseUs
                                                         : static_cast<WallUs>(timing.silenceUs)));
    }
    return deadline;
}

void RtuPort::onTime(WallUs now) {
    sendDue(now);
    if (m_echo.nextDeadline() <= now) {
        receive({}, now, m_master);
    }
    if (m_search.isUnfinished() && static_cast<WallUs>(m_search.deadlineUs()) <= now) {
        serveVirtual(now);
    }
    if (m_inputSize > 0 && nextDeadline() <= now) {
        serveDevice(now);
    }
}

void RtuPort::forgetInput() {
    m_search.clear();
    m_inputSize = 0;
    m_isTooLong = m_isSilenceJudged = false;
}

void RtuPort::endInput(WallUs now) {
    const auto end = static_cast<std::uint64_t>(now) + RequestSearch::kPatienceUs;
    while (const auto found = m_search.next(end)) {
        m_strange.tell(client(), found->bytes, now);
    }
    if (m_inputSize > 0) {
        dropDeviceInput(now);
    }
}

void RtuPort::forgetOutput() {
    m_transmissions.clear();
    m_sendingUntil = 0;
}

void RtuPort::clear() {
    forgetInput();
    forgetOutput();
    m_echo.clear();
    m_receivedUntil = 0;
    m_mismatch.reset();
    m_isResetDue = false;
}

bool RtuPort::takeReset() {
    return std::exchange(m_isResetDue, false);
}

} // namespace meter::sim::live
