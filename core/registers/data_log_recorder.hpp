// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The data log's state: clock, page, status and count. The entries themselves are in
// non-volatile memory (data_log_ring.hpp); the images hold count and status.
//
//   page 0 ────────── sub-interval ends: entry written and shown
//   page 1–10 ─┬───── first end: entry written, but held back from the count and the buffer: b1
//              └───── later ends: entry lost: b2
//   page 0 again ──── next end: the held entry and the new one are shown; b1 and b2 clear
//
// A held entry is in memory like any other, and in the stored count: a loss of power only ends
// the holding.

#include "core/base/status.hpp"
#include "core/registers/data_log_clock.hpp"
#include "core/registers/data_log_ring.hpp"
#include "core/settings/settings.hpp"

#include <cstdint>
#include <span>

namespace meter {

/// Bits of register 160.
inline constexpr std::uint16_t kLogIsFull = 1U << 0U; ///< Single shot, and every entry used.
inline constexpr std::uint16_t kLogFirstCollision = 1U << 1U;  ///< An entry is held back.
inline constexpr std::uint16_t kLogSecondCollision = 1U << 2U; ///< Entries were lost.
/// Events: reported at once and through the whole sub-interval after the running one, so that a
/// master that polls once a sub-interval cannot miss them.
inline constexpr std::uint16_t kLogWasReset = 1U << 3U;
inline constexpr std::uint16_t kLogWasInterrupted = 1U << 4U;
inline constexpr std::uint16_t kLogClockWasChanged = 1U << 5U;

/// Bits of register 159.
inline constexpr std::uint16_t kLogSingleShot = 1U << 0U;
inline constexpr std::uint16_t kLogHalt = 1U << 1U;

class LogRecorder {
public:
    /// What the images hold of the log.
    struct Stored {
        std::uint32_t entryCount = 0;
        std::uint16_t status = 0;
    };

    /// `loaded`: what became of loading the images.
    void powerUp(SampleTime now, Stored stored, Status loaded);

    /// Word of register 155–158, 160 or 161.
    [[nodiscard]] std::uint16_t
    word(std::uint16_t number, SampleTime now, const Settings& settings) const;
    /// Word of register 8000–13759: invalid where nothing was written, or with no page selected.
    [[nodiscard]] std::uint16_t bufferWord(NvStorage& storage, std::uint16_t number) const;

    /// See DataLog.
    [[nodiscard]] bool
    accepts(std::uint16_t firstNumber, std::span<const std::uint16_t> words, SampleTime now) const;
    void write(std::uint16_t firstNumber, std::span<const std::uint16_t> words, SampleTime now);

    /// Command 16640. Nothing is recorded until the images know of it (noteStored): entries of
    /// the new log must not be taken for some of the old one after a loss of power.
    void restart();

    /// A sub-interval was cut, or the columns changed their meaning.
    void noteInterruption() { m_events |= kLogWasInterrupted; }

    void noteStored() { m_isRestartUnsaved = false; }

    /// A sub-interval ended; the entry is what the registers said at its end.
    void record(NvStorage& storage, const LogEntry& entry, const Settings& settings);

    [[nodiscard]] Stored stored(const Settings& settings) const {
        return {.entryCount = m_writtenCount, .status = statusWord(settings)};
    }

private:
    [[nodiscard]] bool isFull(const Settings& settings) const;
    [[nodiscard]] std::uint16_t statusWord(const Settings& settings) const;

    [[nodiscard]] std::uint32_t shownCount() const {
        return m_isEntryHeld ? m_writtenCount - 1 : m_writtenCount;
    }

    LogClock m_clock{};
    std::uint32_t m_writtenCount = 0; ///< Since the last reset, with the held one.
    std::uint16_t m_collisions = 0;
    std::uint16_t m_events = 0;         ///< Of the running sub-interval.
    std::uint16_t m_previousEvents = 0; ///< Of the one before.
    std::uint8_t m_page = 0;            ///< 158.
    bool m_isEntryHeld = false;         ///< The newest entry.
    bool m_isRestartUnsaved = false;
};

} // namespace meter
