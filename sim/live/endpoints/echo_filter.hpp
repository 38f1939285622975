// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Some RS-485 adapters hear what they send themselves. This takes the meter's own answers out of
// what comes in: an answer to function 6 looks like its request, and would be carried out again
// for ever. An adapter that let a few answers go by without an echo is taken to be deaf to itself;
// until that is known, an equal copy right behind an answer is an echo, not a request.

#include "sim/live/base/wall_clock.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace meter::sim::live {

class EchoFilter final {
public:
    /// Bytes that go out; the last of them is on the line at `endUs`.
    void noteSent(std::span<const std::byte> bytes, WallUs endUs, WallUs now);

    struct Sorted {
        std::span<const std::byte> input; ///< From others; good until the next call.
        std::span<const std::byte> echo;
    };

    [[nodiscard]] Sorted sort(std::span<const std::byte> received, WallUs now);

    /// When bytes that began like an echo and were not completed are input after all: sort()
    /// with nothing then. kNever: there are none.
    [[nodiscard]] WallUs nextDeadline() const;

    void clear(); ///< Another adapter, or nobody.

private:
    enum class Hearing : std::uint8_t { Unknown, Hears, Deaf };

    void giveBack();
    void settle(WallUs now);
    void noteMiss();

    std::vector<std::byte> m_sent;
    std::size_t m_matched = 0; ///< So many bytes came in that look like the first of m_sent.
    WallUs m_sentEnd = 0;
    Hearing m_hearing = Hearing::Unknown;
    int m_missCount = 0; ///< Answers without an echo.
    std::vector<std::byte> m_input;
    std::vector<std::byte> m_echo;
};

} // namespace meter::sim::live
