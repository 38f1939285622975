// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes of a stream or a virtual port → RTU requests with address and CRC, where silence means
// little: bytes come in lumps, split and joined by networks and adapters. A request is found as
// soon as its last byte is there, wherever it begins: behind garbage, behind a frame with a bad
// CRC. What is unfinished waits for one second after its last byte. Every byte is given out
// once, in a request or as what was none. Times are microseconds of any clock that only rises.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim {

class RequestSearch final {
public:
    /// How long what is unfinished waits for more.
    static constexpr std::uint64_t kPatienceUs = 1'000'000;
    /// What is given out at once of bytes that are no request, at most.
    static constexpr std::size_t kGarbageSizeMax = 256;

    explicit RequestSearch(std::uint32_t baudRate = 19'200) { setBaudRate(baudRate); }

    /// Sets the pause after which a frame of an unknown length has ended, and an unfinished one
    /// hides no other: 3.5 characters and at least 20 ms.
    void setBaudRate(std::uint32_t baudRate);

    struct Found {
        std::span<const std::byte> bytes; ///< Good until the next call.
        bool isRequest = false;           ///< False: begins nothing that can become one.
    };

    void append(std::span<const std::byte> bytes, std::uint64_t nowUs);
    /// The next thing that is certain by nowUs; to be called until there is none.
    [[nodiscard]] std::optional<Found> next(std::uint64_t nowUs);

    [[nodiscard]] bool isUnfinished() const { return m_begin < m_bytes.size(); }

    /// When next() has to be called although no byte comes; only while isUnfinished().
    [[nodiscard]] std::uint64_t deadlineUs() const;

    /// Gives up what is unfinished, without giving it out.
    void clear();

private:
    struct Place;

    [[nodiscard]] std::span<const std::byte> rest() const;
    [[nodiscard]] Place find(bool isPause) const;
    [[nodiscard]] bool mayHaveBegun() const;
    [[nodiscard]] Found takeRequest(std::size_t size);
    [[nodiscard]] Found takeWaste();

    std::uint64_t m_pauseUs = 0;
    std::vector<std::byte> m_bytes;
    std::size_t m_begin = 0;    ///< Bytes before were given out.
    std::size_t m_wasteEnd = 0; ///< Bytes before are no request.
    std::uint64_t m_lastUs = 0; ///< Of the last byte.
    bool m_isAtStart = true;    ///< A frame may begin with the first byte, of any function.
    bool m_isPauseJudged = false;
};

} // namespace meter::sim
