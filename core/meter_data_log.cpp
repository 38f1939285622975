// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The meter's data log, where the logging variant differs from the standard one.

#include "core/meter.hpp"
#include "core/registers/register_bank.hpp"

namespace meter {

std::uint16_t Meter::LogAccess::read(std::uint16_t number) {
    const LogRecorder& log = m_meter.m_state.log;
    if (number >= kLogBufferFirst) {
        return log.bufferWord(m_meter.m_ports.nvStorage, number);
    }
    return log.word(number, m_meter.m_state.now, m_meter.m_state.readings.settings);
}

bool Meter::LogAccess::accepts(std::uint16_t firstNumber,
                               std::span<const std::uint16_t> words) const {
    return m_meter.m_state.log.accepts(firstNumber, words, m_meter.m_state.now);
}

void Meter::LogAccess::write(std::uint16_t firstNumber, std::span<const std::uint16_t> words) {
    m_meter.m_state.log.write(firstNumber, words, m_meter.m_state.now);
}

void Meter::LogAccess::restart() {
    m_meter.m_state.log.restart();
    static_cast<void>(m_meter.save()); // Tried again within 15 s; until then nothing is logged.
}

DataLog* Meter::dataLog() {
    return m_factory.variant == Variant::Logging ? &m_logAccess : nullptr;
}

void Meter::recordLogEntry() {
    LogEntry entry{};
    const Settings& settings = m_state.readings.settings;
    for (std::size_t column = 0; column < entry.size(); ++column) {
        const std::span<std::uint16_t> word = std::span{entry}.subspan(column, 1);
        if (readRegisters(*this, settings.logPointers[column], word) !=
            modbus::ExceptionCode::None) {
            word[0] = kInvalidWord; // An image that names a register which this firmware lacks.
        }
    }
    m_state.log.record(m_ports.nvStorage, entry, settings);
    static_cast<void>(save()); // Tried again within 15 s.
}

void Meter::noteLogChange(const Settings& before, const Settings& after) {
    if (restartsDemand(before, after) || before.logPointers != after.logPointers ||
        before.logConfiguration != after.logConfiguration) {
        m_state.log.noteInterruption();
    }
}

} // namespace meter
