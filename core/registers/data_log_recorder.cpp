// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registers/data_log_recorder.hpp"

#include "core/base/assert.hpp"
#include "core/registers/data_log.hpp"
#include "core/registers/register_encoding.hpp"

#include <type_traits>

namespace meter {

namespace {

constexpr std::uint16_t kCollisionBits = kLogFirstCollision | kLogSecondCollision;
constexpr std::uint16_t kEventBits = kLogWasReset | kLogWasInterrupted | kLogClockWasChanged;

static_assert(std::is_trivially_copyable_v<LogRecorder>);
static_assert(kNvLogSlotCount == kLogBufferSize + 1U);

/// Words written to 155–158, taken apart.
struct ClockAndPage {
    std::span<const std::uint16_t> clock;
    std::span<const std::uint16_t> page; ///< One word or none.
};

ClockAndPage takenApart(std::uint16_t firstNumber, std::span<const std::uint16_t> words) {
    METER_ASSERT(firstNumber >= kLogClockFirst && firstNumber + words.size() <= kLogPage + 1U);
    const bool hasPage = !words.empty() && firstNumber + words.size() == kLogPage + 1U;
    const std::size_t clockCount = words.size() - (hasPage ? 1U : 0U);
    return {.clock = words.first(clockCount), .page = words.subspan(clockCount)};
}

} // namespace

void LogRecorder::powerUp(SampleTime now, Stored stored, Status loaded) {
    *this = LogRecorder{};
    m_clock.start(now);
    m_writtenCount = stored.entryCount;
    m_collisions = stored.status & kCollisionBits;
    m_events = stored.status & kEventBits;
    if (loaded == Status::Blank) {
        return; // The first power-up ever interrupts nothing.
    }
    m_events |= kLogWasInterrupted;
    if (loaded != Status::Ok) {
        m_events |= kLogWasReset; // How much of the log there was is not known any more.
    }
}

std::uint16_t
LogRecorder::word(std::uint16_t number, SampleTime now, const Settings& settings) const {
    switch (number) {
    case kLogPage:
        return m_page;
    case kLogStatus:
        return statusWord(settings);
    case kLogEntryCount:
        return static_cast<std::uint16_t>(shownCount());
    default:
        return m_clock.word(number, now);
    }
}

std::uint16_t LogRecorder::bufferWord(NvStorage& storage, std::uint16_t number) const {
    METER_ASSERT(number >= kLogBufferFirst && number < kLogBufferFirst + kLogBufferSize);
    const std::uint32_t age = number - std::uint32_t{kLogBufferFirst};
    if (m_page == 0 || age >= shownCount()) {
        return kInvalidWord;
    }
    const std::optional<LogEntry> entry = readLogEntry(storage, shownCount() - 1 - age);
    return entry ? (*entry)[m_page - 1U] : kInvalidWord;
}

bool LogRecorder::accepts(std::uint16_t firstNumber,
                          std::span<const std::uint16_t> words,
                          SampleTime now) const {
    const auto [clock, page] = takenApart(firstNumber, words);
    return (page.empty() || page[0] <= kLogColumnCount) &&
           (clock.empty() || m_clock.accepts(firstNumber, clock, now));
}

void LogRecorder::write(std::uint16_t firstNumber,
                        std::span<const std::uint16_t> words,
                        SampleTime now) {
    const auto [clock, page] = takenApart(firstNumber, words);
    if (!clock.empty()) {
        m_clock.set(firstNumber, clock, now);
        m_events |= kLogClockWasChanged;
    }
    if (!page.empty()) {
        m_page = static_cast<std::uint8_t>(page[0]);
    }
}

void LogRecorder::restart() {
    m_writtenCount = 0;
    m_isEntryHeld = false;
    m_collisions = 0;
    m_events |= kLogWasReset;
    m_isRestartUnsaved = true;
}

void LogRecorder::record(NvStorage& storage, const LogEntry& entry, const Settings& settings) {
    m_previousEvents = m_events;
    m_events = 0;
    if (m_page == 0) {
        m_isEntryHeld = false;
        m_collisions = 0;
    }
    if ((settings.logConfiguration & kLogHalt) != 0 || isFull(settings)) {
        return;
    }
    if (m_isEntryHeld) {
        m_collisions |= kLogSecondCollision;
        return;
    }
    // Not counted before it is whole in memory: a cut leaves the log as it was.
    if (m_isRestartUnsaved || writeLogEntry(storage, m_writtenCount, entry) != Status::Ok) {
        m_previousEvents |= kLogWasInterrupted;
        return;
    }
    ++m_writtenCount;
    if (m_page != 0) {
        m_isEntryHeld = true;
        m_collisions |= kLogFirstCollision;
    }
}

bool LogRecorder::isFull(const Settings& settings) const {
    return (settings.logConfiguration & kLogSingleShot) != 0 && m_writtenCount >= kLogBufferSize;
}

std::uint16_t LogRecorder::statusWord(const Settings& settings) const {
    const std::uint16_t full = isFull(settings) ? kLogIsFull : std::uint16_t{0};
    return static_cast<std::uint16_t>(full | m_collisions | m_events | m_previousEvents);
}

} // namespace meter
