// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The clock of the data log, registers 155–157: the Gregorian calendar of the years 2000–2199
// counted in samples. It has no battery and starts at 1/1/2000 00:00 whenever power comes.
//
//   155  day    << 8 | month
//   156  hour   << 8 | year − 2000
//   157  second << 8 | minute

#include "core/base/sample_time.hpp"
#include "core/registers/data_log.hpp"

#include <cstdint>
#include <span>

namespace meter {

inline constexpr std::uint16_t kLogClockLast = kLogClockFirst + 2;

class LogClock {
public:
    /// 1/1/2000 00:00 is now.
    void start(SampleTime now) { m_epoch = now; }

    /// Word of register 155, 156 or 157.
    [[nodiscard]] std::uint16_t word(std::uint16_t number, SampleTime now) const;

    /// Whether the date and time exist that these words, beginning at firstNumber within
    /// 155–157, would make of the present ones.
    [[nodiscard]] bool
    accepts(std::uint16_t firstNumber, std::span<const std::uint16_t> words, SampleTime now) const;

    /// Stores what accepts() agreed to. A written second begins now; a date alone leaves the
    /// running second as it is.
    void set(std::uint16_t firstNumber, std::span<const std::uint16_t> words, SampleTime now);

private:
    SampleTime m_epoch = 0; ///< When the clock read 1/1/2000 00:00; may lie before all samples.
};

} // namespace meter
