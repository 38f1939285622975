// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A scripted master on the simulated line, with a baud rate and parity of its own. It hears as
// strictly as it should: frames that it understood whole, with the microseconds of their
// characters.

#include "core/modbus/rtu_framer.hpp"
#include "sim/line/serial_line.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim {

/// A frame that the master heard, CRC included and not judged.
struct LineReply {
    std::vector<std::byte> frame;
    LineUs beginUs = 0;    ///< Of the first start bit, as its own format has it.
    LineUs endUs = 0;      ///< Of the last stop bit.
    LineUs pauseMaxUs = 0; ///< The longest between two characters.
};

class LineMaster final : public LineStation {
public:
    LineMaster(SerialLine& line, const LineFormat& format);
    LineMaster(const LineMaster&) = delete;
    LineMaster& operator=(const LineMaster&) = delete;

    void setFormat(const LineFormat& format);

    [[nodiscard]] LineFormat format() const override { return m_format; }

    /// Sends as soon as 3.5 characters of silence have passed since what it sent or heard last;
    /// gives the end of the last character.
    LineUs send(std::span<const std::byte> frame);
    /// Sends at a time of the script's choice, however rude.
    LineUs sendAt(LineUs beginUs, std::span<const std::byte> frame);
    /// As soon as send() would; one character arrives with a line error.
    LineUs sendDamaged(std::span<const std::byte> frame, std::size_t damagedIndex);

    /// Sends, and runs the line until a frame came or the time-out passed since the request
    /// ended. What it had heard before is forgotten.
    [[nodiscard]] std::optional<LineReply> exchange(std::span<const std::byte> frame,
                                                    LineUs timeoutUs);

    /// What it heard since the last call.
    [[nodiscard]] std::vector<LineReply> takeReplies();

    void onCharacter(std::byte received, LineUs nowUs, bool hasLineError) override;
    void onSilence(LineUs nowUs) override;

private:
    [[nodiscard]] LineUs nextBeginUs() const { return m_lastUs + m_framer.timing().silenceUs; }

    LineUs transmit(LineTransmission transmission);

    SerialLine& m_line;
    LineFormat m_format;
    modbus::RtuFramer m_framer;
    LineReply m_begun; ///< Times of the frame that the framer gathers.
    bool m_hasBegun = false;
    LineUs m_lastUs = 0; ///< End of what was sent or heard last.
    std::vector<LineReply> m_replies;
    SerialLine::StationIndex m_index;
};

} // namespace meter::sim
