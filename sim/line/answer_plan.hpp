// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How an answer goes out on a line: as the meter gave it, or as a fault of the line leaves it.
// Times are of the line, in microseconds after the moment a sound answer would begin.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace meter::sim {

/// What waits, then what is sent in one go.
struct AnswerPiece {
    std::int64_t pauseUs = 0; ///< Behind the last byte before it.
    std::vector<std::byte> bytes;
};

struct AnswerPlan {
    /// The answer as the meter gave it, whole (RTU with CRC, TCP with its header); empty:
    /// silence. Not owned: good until the line is asked again.
    std::span<const std::byte> plain;
    /// Not empty: these instead of `plain`; a piece without bytes sends none.
    std::vector<AnswerPiece> pieces;
    /// What the master's adapter hears of its own request, at once and before all else.
    std::vector<std::byte> echo;
    bool isConnectionReset = false; ///< Stream connections end here, after the pieces.
    std::uint32_t faults = 0;       ///< Which acted: a bit for each LineFaultKind.
    bool isMiswired = false;        ///< The wiring of the line had its part in it.

    [[nodiscard]] bool isPlain() const { return pieces.empty() && !isConnectionReset; }

    void clear() {
        plain = {};
        pieces.clear();
        isConnectionReset = false;
        faults = 0;
        echo.clear();
        isMiswired = false;
    }
};

} // namespace meter::sim
