// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the register bank needs of the data log of the logging variant: its clock (155–157), page
// (158), status (160), count (161) and buffer (8000–13759). Configuration (159) and pointers
// (169–178) are settings.

#include <cstdint>
#include <span>

namespace meter {

inline constexpr std::uint16_t kLogClockFirst = 155; ///< Clock and page: 155…158 are writable.
inline constexpr std::uint16_t kLogPage = 158;
inline constexpr std::uint16_t kLogStatus = 160;
inline constexpr std::uint16_t kLogEntryCount = 161;
inline constexpr std::uint16_t kLogBufferFirst = 8000;
inline constexpr std::uint16_t kLogBufferSize = 5760; ///< Entries of a column, newest first.

class DataLog {
public:
    /// Word of register 155–158, 160, 161 or 8000–13759.
    [[nodiscard]] virtual std::uint16_t read(std::uint16_t number) = 0;
    /// Judges a write to neighbouring registers within 155–158: a page of 0–10, and a date and
    /// time that exist once all of them are written.
    [[nodiscard]] virtual bool accepts(std::uint16_t firstNumber,
                                       std::span<const std::uint16_t> words) const = 0;
    /// Stores what accepts() agreed to.
    virtual void write(std::uint16_t firstNumber, std::span<const std::uint16_t> words) = 0;
    /// Command 16640: the log starts again.
    virtual void restart() = 0;

protected:
    ~DataLog() = default;
};

} // namespace meter
