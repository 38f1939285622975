// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes that come part by part, from a file or a text, without the streams of the standard
// library, whose locales make up a tenth of a page for browsers.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace meter::sim {

class ByteSource final {
public:
    /// Fills a part of the room; 0: there is nothing more.
    using Fill = std::function<std::size_t(std::span<char>)>;

    static constexpr int kEnd = -1;

    explicit ByteSource(Fill fill) : m_fill(std::move(fill)) {}

    explicit ByteSource(std::string text) : m_bytes(std::move(text)) {}

    /// The next byte, 0…255, or kEnd.
    [[nodiscard]] int get();

    /// Takes a mark away if the bytes begin with it; only where a part begins with all of it.
    [[nodiscard]] bool take(std::string_view mark);

    /// The bytes up to a line feed, which is taken but not kept, or to the end. No more than
    /// `sizeMax` of them: the rest is the next line. False: there was nothing left.
    [[nodiscard]] bool getLine(std::string& line, std::size_t sizeMax);

private:
    bool refill();

    Fill m_fill;
    std::string m_bytes;
    std::size_t m_next = 0;
};

} // namespace meter::sim
