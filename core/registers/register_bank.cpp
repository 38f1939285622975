// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registers/register_bank.hpp"

#include "core/registers/data_log.hpp"
#include "core/registers/register_map.hpp"
#include "core/settings/settings_rules.hpp"

#include <optional>

namespace meter {

using modbus::ExceptionCode;

namespace {

constexpr std::uint32_t kLastNumber = 65'536; ///< Protocol address 0xFFFF.

/// The row of the register, null if this meter does not have it.
const RegisterRow* rowFor(std::uint32_t number, const DataLog* log) {
    const RegisterRow* row = registerRowAt(number);
    return row != nullptr && (log != nullptr || row->variant() == Variant::Standard) ? row
                                                                                     : nullptr;
}

bool isReadable(std::uint32_t firstNumber, std::size_t count, const DataLog* log, HoleRule holes) {
    if (firstNumber + count - 1 > kLastNumber) {
        return false;
    }
    for (std::uint32_t number = firstNumber; number < firstNumber + count; ++number) {
        if (holes == HoleRule::Exception && rowFor(number, log) == nullptr) {
            return false;
        }
    }
    return true;
}

/// Everything that a write will do, collected while it is judged.
struct PendingWrite {
    Settings settings;
    bool hasSettings = false;
    std::uint16_t command = 0;
    std::optional<std::uint16_t> powerUpCount;
    std::uint16_t logFirst = 0; ///< Neighbours within 155–158.
    std::size_t logOffset = 0;
    std::size_t logCount = 0;
};

bool isCommand(std::uint16_t word, bool hasLog) {
    switch (word) {
    case kCommandClearEnergies:
    case kCommandNewSubinterval:
    case kCommandResetMaxDemand:
    case kCommandClearPulseCounts:
        return true;
    case kCommandRestartLog:
        return hasLog;
    default:
        return false;
    }
}

/// A setting, or the register that a column of the log shows.
bool judgeSetting(const RegisterRow& row,
                  std::uint16_t word,
                  const DataLog* log,
                  PendingWrite& pending) {
    pending.hasSettings = true;
    if (row.quantity == Quantity::LogPointer) {
        pending.settings.logPointers[row.index] = word;
        return rowFor(word, log) != nullptr;
    }
    // Dependencies are judged whenever the setting is written, also with the value that stands
    // there.
    return row.quantity == Quantity::Setting &&
           setSetting(row.setting(), word, pending.settings) == Status::Ok &&
           judgeDependency(row.setting(), pending.settings) == Status::Ok;
}

bool judge(const RegisterRow& row, std::uint16_t word, const DataLog* log, PendingWrite& pending) {
    constexpr std::uint16_t kWordMax = 32'767;
    switch (row.quantity) {
    case Quantity::Command:
        pending.command = word;
        return isCommand(word, log != nullptr);
    case Quantity::PowerUpCount:
        pending.powerUpCount = word;
        return word <= kWordMax;
    case Quantity::ReservedWritable:
        return word <= kWordMax; // Zero too, which it reads: a block can be written back.
    case Quantity::LogControl:
        return true; // judged together, as a date is more than one word
    default:
        return judgeSetting(row, word, log, pending);
    }
}

void actOn(MeterControl& control, std::uint16_t command) {
    switch (command) {
    case kCommandClearEnergies:
        control.clearEnergies();
        break;
    case kCommandNewSubinterval:
        control.requestSubinterval();
        break;
    case kCommandResetMaxDemand:
        control.requestMaxDemandReset();
        break;
    case kCommandClearPulseCounts:
        control.clearPulseCounts();
        break;
    case kCommandRestartLog:
        control.dataLog()->restart();
        break;
    default:
        break;
    }
}

/// The settings go first: they are what storage can refuse, and then nothing was done yet.
ExceptionCode apply(MeterControl& control, const PendingWrite& pending) {
    if (pending.hasSettings) {
        switch (control.applySettings(pending.settings)) {
        case Status::Ok:
            break;
        case Status::OutOfRange:
        case Status::PulseTooFine:
        case Status::VoltageUnfit:
            return ExceptionCode::IllegalDataValue;
        default:
            return ExceptionCode::DeviceFailure;
        }
    }
    actOn(control, pending.command);
    if (pending.powerUpCount) {
        control.setPowerUpCount(*pending.powerUpCount);
    }
    return ExceptionCode::None;
}

} // namespace

ExceptionCode
readRegisters(MeterControl& control, std::uint32_t firstNumber, std::span<std::uint16_t> words) {
    DataLog* log = control.dataLog();
    // Judged before anything is read: the log notes reads of its buffer.
    if (!isReadable(firstNumber, words.size(), log, control.factory().rules.holes)) {
        return ExceptionCode::IllegalDataAddress;
    }
    const RegisterEncoder encoder(control.readings());
    for (std::size_t i = 0; i < words.size();) {
        const auto number = static_cast<std::uint32_t>(firstNumber + i);
        const RegisterRow* row = rowFor(number, log);
        if (row == nullptr) {
            words[i++] = kInvalidWord;
            continue;
        }
        if (row->quantity == Quantity::LogControl || row->quantity == Quantity::LogBuffer) {
            words[i++] = log->read(static_cast<std::uint16_t>(number));
            continue;
        }
        const std::uint32_t value = encoder.encode(*row);
        const bool isHighAsked = row->words == 2 && number == row->number;
        if (isHighAsked) {
            words[i++] = static_cast<std::uint16_t>(value >> 16);
        }
        if (i < words.size()) {
            words[i++] = static_cast<std::uint16_t>(value);
        }
    }
    return ExceptionCode::None;
}

ExceptionCode writeRegisters(MeterControl& control,
                             std::uint32_t firstNumber,
                             std::span<const std::uint16_t> words) {
    DataLog* log = control.dataLog();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const RegisterRow* row = rowFor(static_cast<std::uint32_t>(firstNumber + i), log);
        if (row == nullptr || !row->isWritable()) {
            return ExceptionCode::IllegalDataAddress;
        }
    }
    PendingWrite pending{.settings = control.readings().settings, .powerUpCount = {}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto number = static_cast<std::uint32_t>(firstNumber + i);
        const RegisterRow& row = *registerRowAt(number);
        if (!judge(row, words[i], log, pending)) {
            return ExceptionCode::IllegalDataValue;
        }
        if (row.quantity == Quantity::LogControl && pending.logCount++ == 0) {
            pending.logFirst = static_cast<std::uint16_t>(number);
            pending.logOffset = i;
        }
    }
    const auto logWords = words.subspan(pending.logOffset, pending.logCount);
    if (!logWords.empty() && !log->accepts(pending.logFirst, logWords)) {
        return ExceptionCode::IllegalDataValue;
    }
    const ExceptionCode code = apply(control, pending);
    if (code == ExceptionCode::None && !logWords.empty()) {
        log->write(pending.logFirst, logWords);
    }
    return code;
}

} // namespace meter
