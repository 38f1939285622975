// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_run.hpp"

#include "core/base/byte_order.hpp"
#include "core/modbus/pdu.hpp"
#include "sim/line/line_wiring.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim {

LessonRun::LessonRun(const Lesson& lesson, Attempt attempt)
    : m_twin(attemptScenario(lesson, attempt.seed), m_memory)
    , m_session(std::make_unique<LessonSession>(lesson, std::move(attempt), m_twin)) {
    m_twin.setStimulusObserver(m_session.get());
    m_session->look();
}

LessonRun::~LessonRun() {
    m_twin.setStimulusObserver(nullptr);
}

void LessonRun::runUntil(SampleTime time) {
    while (m_twin.now() < time) {
        m_twin.runUntil(std::min(time, m_session->nextLook()));
        if (m_twin.now() == m_session->nextLook()) {
            m_session->look();
        }
    }
}

void LessonRun::advance(SampleTime samples) {
    runUntil(m_twin.now() + samples);
}

Result<void> LessonRun::play(std::span<const LessonEvent> events, SampleTime until) {
    for (const LessonEvent& event : events) {
        if (event.at > until || event.at < m_twin.now()) {
            return std::unexpected(Error{"its events are not in their order"});
        }
        runUntil(event.at);
        if (const auto* const entry = std::get_if<TimelineEntry>(&event.what)) {
            m_twin.perform(*entry);
        } else if (const Result<void> done = m_session->repeat(event); !done) {
            return done;
        }
    }
    runUntil(until);
    return {};
}

void LessonRun::readAsMaster(const ReadStep& step) {
    const Settings& settings = m_twin.meter().readings().settings;
    const std::uint8_t unit = step.unit.value_or(settings.modbusAddress);
    const bool isHeard = !isCut(m_twin.world().line.wiring) && unit == settings.modbusAddress &&
                         step.baud.value_or(settings.baudRate) == settings.baudRate &&
                         step.parity.value_or(settings.parity) == settings.parity;
    if (!isHeard) {
        return; // Dead wires, another address, baud rate or parity: the meter is silent.
    }
    for (const ReadStep::Span& span : step.registers) {
        const auto address = static_cast<std::uint16_t>(span.first - 1);
        std::array<std::byte, 5> request{};
        request[0] = static_cast<std::byte>(modbus::FunctionCode::ReadHoldingRegisters);
        writeBigEndian16(request, 1, address);
        writeBigEndian16(request, 3, span.count);
        std::array<std::byte, modbus::kPduSizeMax> response{};
        const std::span<const std::byte> answer = m_twin.servePdu(request, response);
        const bool isAnswered = !answer.empty() && (std::to_integer<std::uint8_t>(answer[0]) &
                                                    modbus::kExceptionFlag) == 0;
        if (isAnswered) {
            m_session->onAsked(
                {.first = span.first, .count = span.count, .unit = unit, .isSerial = true});
        }
    }
}

} // namespace meter::sim
