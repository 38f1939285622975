// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/rtu_port.hpp"

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
    : m_parts(parts), m_name(std::move(name)), m_peer(std::move(peer)) {}

LineClient RtuPort::client() const {
    return {.endpoint = m_name, .peer = m_peer, .counters = &m_parts.counters};
}

double RtuPort::lineScale() const {
    const Pacing& pacing = m_parts.pacing;
    if (m_parts.carrier == RtuCarrier::Device || pacing.isPaused()) {
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
    if (!isUnderstood()) {
        forgetInput();
        m_parts.line.drop(client(), bytes, std::string(kNotUnderstoodRemark) + *m_mismatch);
        return;
    }
    if (isSending(now)) {
        m_parts.line.drop(client(), bytes, kSendingRemark);
        return;
    }
    if (m_parts.carrier == RtuCarrier::Device) {
        receiveFromDevice(bytes, now);
        return;
    }
    receiveVirtual(bytes, now);
}

void RtuPort::receiveVirtual(std::span<const std::byte> bytes, WallUs now) {
    const std::uint16_t baudRate = m_parts.line.settings().baudRate;
    if (baudRate != m_framerBaudRate) {
        m_framer.setBaudRate(baudRate);
        m_framerBaudRate = baudRate;
    }
    m_receivedUntil =
        std::max(m_receivedUntil, now) + rounded(static_cast<double>(bytes.size()) * characterUs());
    for (const std::byte byte : bytes) {
        m_framer.onByte(byte, static_cast<std::uint64_t>(now));
        serveVirtual(now);
    }
}

void RtuPort::serveVirtual(WallUs now) {
    for (auto frame = m_framer.nextFrame(static_cast<std::uint64_t>(now)); !frame.empty();
         frame = m_framer.nextFrame(static_cast<std::uint64_t>(now))) {
        if (isSending(now)) {
            m_parts.line.drop(client(), frame, kTogetherRemark);
            continue;
        }
        serve(frame, now);
    }
}

void RtuPort::receiveFromDevice(std::span<const std::byte> bytes, WallUs now) {
    if (m_inputSize > 0 && now - m_lastInput >= kHostPauseUs) {
        dropDeviceInput("a pause within a frame");
    }
    const std::size_t taken = std::min(bytes.size(), m_input.size() - m_inputSize);
    std::ranges::copy(bytes.first(taken),
                      m_input.begin() + static_cast<std::ptrdiff_t>(m_inputSize));
    m_inputSize += taken;
    m_isTooLong = m_isTooLong || taken < bytes.size();
    m_isSilenceJudged = false;
    m_lastInput = m_receivedUntil = now;
}

void RtuPort::serveDevice(WallUs now) {
    const auto frame = std::span<const std::byte>(m_input).first(m_inputSize);
    const bool isFrame =
        !m_isTooLong && frame.size() >= kFrameSizeMin && modbus::hasValidCrc(frame);
    if (isFrame) {
        m_isGarbageReported = false;
        serve(frame, now);
        m_inputSize = 0;
        return;
    }
    m_isSilenceJudged = true;
    if (now - m_lastInput >= kHostPauseUs) {
        dropDeviceInput(m_isTooLong ? "longer than any frame" : "not a whole frame with its CRC");
    }
}

void RtuPort::dropDeviceInput(const char* why) {
    m_parts.line.drop(client(), std::span(m_input).first(m_inputSize), why);
    if (!m_isGarbageReported) {
        m_isGarbageReported = true;
        m_parts.log.add("what came in on " + m_name + " is not a request at " +
                        lineText(m_parts.line.settings()) + ": " + why +
                        "; compare the master's baud rate and parity, and the wiring");
    }
    forgetInput();
}

void RtuPort::serve(std::span<const std::byte> frame, WallUs now) {
    LineClient who = client();
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
    auto place = m_transmissions.end();
    while (place != m_transmissions.begin() && !std::prev(place)->hasBegun &&
           std::prev(place)->start > transmission.start) {
        --place;
    }
    m_transmissions.insert(place, std::move(transmission));
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

bool RtuPort::sendPieces(Transmission& transmission, WallUs now) {
    while (transmission.piece < transmission.pieces.size()) {
        const std::span<const std::byte> bytes = transmission.pieces[transmission.piece].bytes;
        const auto endOf = [&](std::size_t count) {
            return transmission.start +
                   rounded(static_cast<double>(count) * transmission.characterUs);
        };
        // A byte is there when its last bit is; a device is given the whole piece.
        std::size_t due = transmission.sentSize;
        if (m_parts.carrier == RtuCarrier::Device) {
            due = transmission.start <= now ? bytes.size() : 0;
        } else {
            while (due < bytes.size() && endOf(due + 1) <= now) {
                ++due;
            }
        }
        if (due > transmission.sentSize) {
            m_parts.sink.writeBytes(
                bytes.subspan(transmission.sentSize, due - transmission.sentSize));
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
    if (!transmission.hasBegun || m_parts.carrier == RtuCarrier::Device) {
        return transmission.start;
    }
    return transmission.start +
           rounded(static_cast<double>(transmission.sentSize + 1) * transmission.characterUs);
}

void RtuPort::makeNoise(std::span<const std::byte> bytes, WallUs now) {
    if (!isSending(now)) {
        m_parts.sink.writeBytes(bytes);
    }
}

WallUs RtuPort::nextDeadline() const {
    WallUs deadline = sendDeadline();
    if (m_framer.isUnfinished()) {
        deadline = std::min(deadline, static_cast<WallUs>(m_framer.deadlineUs()));
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
    if (m_framer.isUnfinished() && static_cast<WallUs>(m_framer.deadlineUs()) <= now) {
        serveVirtual(now);
    }
    if (m_inputSize > 0 && nextDeadline() <= now) {
        serveDevice(now);
    }
}

void RtuPort::forgetInput() {
    m_framer.clear();
    m_inputSize = 0;
    m_isTooLong = m_isSilenceJudged = false;
}

void RtuPort::forgetOutput() {
    m_transmissions.clear();
    m_sendingUntil = 0;
}

void RtuPort::clear() {
    forgetInput();
    forgetOutput();
    m_receivedUntil = 0;
    m_mismatch.reset();
    m_isResetDue = false;
}

bool RtuPort::takeReset() {
    return std::exchange(m_isResetDue, false);
}

} // namespace meter::sim::live
