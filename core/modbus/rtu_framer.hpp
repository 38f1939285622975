// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes and their time → Modbus RTU frames (Modbus over Serial Line V1.02, clause 2.5.1.1).
// The silences of a real line end them. Frames have address and CRC and are valid until the next
// call; who serves them checks the CRC and the address.

#include "core/modbus/pdu.hpp"
#include "core/settings/settings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace meter::modbus {

/// Rounded up, in µs. The silences count characters of 11 bits (start, 8 data, parity or second
/// stop, stop) whatever the parity; a character itself takes 10 bits without parity.
struct LineTiming {
    std::uint32_t characterUs = 0;
    std::uint32_t gapUs = 0;     ///< t1.5: the longest pause within a frame.
    std::uint32_t silenceUs = 0; ///< t3.5: ends a frame.
};

/// 1.5 and 3.5 characters; fixed 750 µs and 1750 µs above 19200 baud.
[[nodiscard]] LineTiming lineTimingOf(std::uint32_t baudRate);
[[nodiscard]] LineTiming lineTimingOf(std::uint32_t baudRate, Parity parity);

/// Strict: a gap of more than 1.5 characters, a line error or more than 256 bytes spoil the
/// frame, 3.5 characters of silence end it. Time stamps are those of the end of a character.
class RtuFramer {
public:
    explicit RtuFramer(std::uint32_t baudRate = 19200) { setBaudRate(baudRate); }

    /// Forgets what is unfinished. Characters of 11 bits.
    void setBaudRate(std::uint32_t baudRate);
    /// Forgets what is unfinished. One stop bit.
    void setFormat(std::uint32_t baudRate, Parity parity);

    [[nodiscard]] const LineTiming& timing() const { return m_timing; }

    /// One character that ended at atUs; hasLineError: parity or framing. A host without a timer
    /// for the silence first asks frameAt(atUs - timing().characterUs).
    void onByte(std::byte received, std::uint64_t atUs, bool hasLineError = false);
    /// The frame that 3.5 characters of silence ended by nowUs; once. Empty: none, or a spoilt one.
    [[nodiscard]] std::span<const std::byte> frameAt(std::uint64_t nowUs);

    /// While the meter transmits it does not listen: characters that end before this are lost.
    void setDeafUntil(std::uint64_t untilUs) { m_deafUntilUs = untilUs; }

    /// Forgets what is unfinished.
    void clear();

private:
    LineTiming m_timing{};
    std::array<std::byte, kAduRtuSizeMax> m_bytes{};
    std::uint16_t m_size = 0;
    bool m_isOpen = false;   ///< A frame began and its end is not yet known.
    bool m_isSpoilt = false; ///< Gap, line error or too long.
    std::uint64_t m_lastEndUs = 0;
    std::uint64_t m_deafUntilUs = 0;
};

/// What the first bytes of a request tell of its size, with address and CRC.
struct ExpectedSize {
    std::size_t size = 0; ///< 0: not known yet, or never (unknown function).
    /// The function is one of the meter's, so that its size is certain.
    bool isServed = false;
};

[[nodiscard]] ExpectedSize expectedFrameSize(std::span<const std::byte> begun);

/// True if the last two bytes are the CRC of those before.
[[nodiscard]] bool hasValidCrc(std::span<const std::byte> frame);

} // namespace meter::modbus
