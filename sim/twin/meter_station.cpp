// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/meter_station.hpp"

#include "core/modbus/pdu_server.hpp"
#include "sim/line/line_time.hpp"
#include "sim/line/line_wiring.hpp"

#include <array>

namespace meter::sim {

MeterStation::MeterStation(SerialLine& line, Simulation& simulation, LineUs answerDelayUs)
    : m_line(line)
    , m_simulation(simulation)
    , m_firstSample(simulation.now() - sampleAt(line.now()))
    , m_answerDelayUs(answerDelayUs)
    , m_index(line.attach(*this)) {
    m_simulation.setLineListener([this](std::span<const std::byte> frame) { answer(frame); });
}

LineFormat MeterStation::format() const {
    return lineFormatOf(m_simulation.meter().readings().settings);
}

void MeterStation::onCharacter(std::byte received, LineUs nowUs, bool hasLineError) {
    runTo(nowUs);
    const LineFormat own = format();
    if (own != m_framerFormat) {
        m_framerFormat = own;
        m_framer.setFormat(own.baudRate, own.parity);
    }
    m_framer.onByte(received, nowUs, hasLineError);
    m_lastUs = nowUs;
    m_simulation.meter().onByte(received, nowUs, hasLineError);
}

void MeterStation::onSilence(LineUs nowUs) {
    runTo(nowUs);
    const std::span<const std::byte> frame = m_framer.frameAt(nowUs);
    m_frame.assign(frame.begin(), frame.end());
    m_request.reset();
    m_plan.clear();
    const LineVerdict verdict = judge(m_frame);
    if (verdict.isMute || verdict.exception) {
        // The meter is not to act: what it heard is spoilt before its silence is over.
        m_simulation.meter().onByte(std::byte{0}, m_lastUs, true);
    }
    m_simulation.meter().onLineIdle(nowUs);
    if (verdict.exception && m_request) {
        std::array<std::byte, modbus::kAduRtuSizeMax> refusal{};
        answer(writeRtuException(refusal, *m_request, *verdict.exception));
    }
    m_request.reset();
}

LineFaultActor MeterStation::actor() {
    return {.player = &m_simulation.lineFaultPlayer(), .now = m_simulation.now(), .isOwn = true};
}

/// A meter that would not answer anyway draws no fault.
LineVerdict MeterStation::judge(std::span<const std::byte> frame) {
    const Meter& meter = m_simulation.meter();
    const std::optional<LineRequest> request = rtuRequest(frame);
    const bool isForIt = request && (!request->isAnswered ||
                                     request->unit == meter.readings().settings.modbusAddress);
    if (!isForIt || !meter.isPowered() || !meter.readings().isMeasuring) {
        return {};
    }
    m_request = request;
    const LineWiring& wiring = m_simulation.world().line.wiring;
    if (!isSound(wiring)) {
        const double arrival =
            arrivalOfFrame(wiring, meter.readings().settings.baudRate, frame.size());
        if (!m_simulation.lineFaultPlayer().wiringRandom().chance(arrival)) {
            m_plan.isMiswired = true;
            return {.isMute = true, .exception = {}};
        }
    }
    if (!m_simulation.lineFaultPlayer().isActive()) {
        return {};
    }
    const LineFaultActor own = actor();
    LineVerdict verdict = judgeRequest(std::span(&own, 1), *m_request, m_plan);
    if (!m_request->isAnswered || !modbus::isLengthFitting(m_request->pdu)) {
        verdict.exception.reset(); // What is no request is not refused either.
    }
    return verdict;
}

void MeterStation::answer(std::span<const std::byte> frame) {
    const LineUs beginUs = m_line.now() + m_answerDelayUs;
    LineFaultPlayer& player = m_simulation.lineFaultPlayer();
    if (m_request) {
        m_plan.plain = frame;
        if (player.isActive()) {
            const LineFaultActor own = actor();
            shapeAnswer(std::span(&own, 1), *m_request, player.remembered(), m_plan);
        }
        constexpr std::size_t kDressSize = 3; // Address and CRC.
        player.remember(*m_request, frame.subspan(1, frame.size() - kDressSize));
        const LineWiring& wiring = m_simulation.world().line.wiring;
        if (!isSound(wiring)) {
            loseCharacters(m_plan, lossOfCharacter(wiring, format().baudRate),
                           player.wiringRandom());
        }
    }
    if (m_plan.pieces.empty()) {
        send(frame, beginUs);
        return;
    }
    LineUs atUs = beginUs;
    for (const AnswerPiece& piece : m_plan.pieces) {
        atUs += static_cast<LineUs>(piece.pauseUs);
        if (!piece.bytes.empty()) {
            send(piece.bytes, atUs);
            atUs += durationUs(format(), piece.bytes.size());
        }
    }
}

void MeterStation::send(std::span<const std::byte> bytes, LineUs beginUs) {
    m_line.transmit(m_index, {.beginUs = beginUs,
                              .format = format(),
                              .bytes = {bytes.begin(), bytes.end()},
                              .damagedIndex = {}});
}

void MeterStation::followLine() {
    runTo(m_line.now());
    sendNoise();
}

void MeterStation::sendNoise() {
    LineFaultPlayer& player = m_simulation.lineFaultPlayer();
    const bool isShieldOpen = m_simulation.world().line.wiring.isShieldOpen;
    if (!player.isActive() && !isShieldOpen) {
        return;
    }
    for (const std::vector<std::byte>& burst : player.takeNoise(m_simulation.now(), isShieldOpen)) {
        if (m_line.transmissionCount() == 0) {
            send(burst, m_line.now());
        }
    }
}

void MeterStation::runTo(LineUs nowUs) {
    m_simulation.runUntil(m_firstSample + sampleAt(nowUs));
}

} // namespace meter::sim
