// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What may be answered to a request PDU, judged from the Modbus Application Protocol V1.1b3
// alone (clauses 6.3, 6.4, 6.6, 6.12, 6.13, 6.21 and 7): no knowledge of registers or values.

#include <algorithm>
#include <cstddef>
#include <span>

namespace meter::test {

[[nodiscard]] inline unsigned valueAt(std::span<const std::byte> bytes, std::size_t index) {
    return std::to_integer<unsigned>(bytes[index]);
}

[[nodiscard]] inline unsigned wordAt(std::span<const std::byte> bytes, std::size_t index) {
    return valueAt(bytes, index) << 8U | valueAt(bytes, index + 1);
}

[[nodiscard]] inline bool isException(std::span<const std::byte> answer) {
    return !answer.empty() && (valueAt(answer, 0) & 0x80U) != 0;
}

/// Objects that follow each other with rising ids and exact lengths, and nothing behind them.
[[nodiscard]] inline bool areObjects(std::span<const std::byte> objects, unsigned count) {
    unsigned expectedId = 0;
    while (count > 0 && objects.size() >= 2) {
        const unsigned id = valueAt(objects, 0);
        const std::size_t size = 2 + valueAt(objects, 1);
        if (id < expectedId || objects.size() < size) {
            return false;
        }
        expectedId = id + 1;
        objects = objects.subspan(size);
        --count;
    }
    return count == 0 && objects.empty();
}

[[nodiscard]] inline bool isLegalIdentification(std::span<const std::byte> request,
                                                std::span<const std::byte> answer) {
    return request.size() == 4 && valueAt(request, 1) == 0x0E && answer.size() >= 7 &&
           valueAt(answer, 1) == 0x0E && valueAt(answer, 2) == valueAt(request, 2) &&
           valueAt(answer, 2) >= 1 && valueAt(answer, 2) <= 3 && valueAt(answer, 3) == 1 &&
           valueAt(answer, 4) == 0 && valueAt(answer, 5) == 0 &&
           areObjects(answer.subspan(7), valueAt(answer, 6));
}

/// The answer that is no exception fits the request.
[[nodiscard]] inline bool isLegalNormalAnswer(std::span<const std::byte> request,
                                              std::span<const std::byte> answer) {
    switch (valueAt(request, 0)) {
    case 3:
    case 4:
        return request.size() == 5 && wordAt(request, 3) >= 1 && wordAt(request, 3) <= 125 &&
               answer.size() == 2 + 2 * wordAt(request, 3) &&
               valueAt(answer, 1) == answer.size() - 2;
    case 6:
        return request.size() == 5 && std::ranges::equal(request, answer);
    case 16:
        return request.size() >= 6 && wordAt(request, 3) >= 1 && wordAt(request, 3) <= 123 &&
               valueAt(request, 5) == 2 * wordAt(request, 3) &&
               request.size() == 6U + valueAt(request, 5) && answer.size() == 5 &&
               std::ranges::equal(request.first(5), answer);
    case 17:
        return request.size() == 1 && answer.size() > 4 && valueAt(answer, 1) == answer.size() - 2;
    case 43:
        return isLegalIdentification(request, answer);
    default:
        return false;
    }
}

/// Of a meter that measures: it answers every PDU, by codes 1 to 4 where it refuses.
[[nodiscard]] inline bool isLegalAnswer(std::span<const std::byte> request,
                                        std::span<const std::byte> answer) {
    if (request.empty() || answer.empty() || answer.size() > 253) {
        return request.empty() && answer.empty();
    }
    const unsigned function = valueAt(request, 0);
    if (answer.size() == 2 && valueAt(answer, 0) == (function | 0x80U)) {
        return valueAt(answer, 1) >= 1 && valueAt(answer, 1) <= 4;
    }
    return valueAt(answer, 0) == function && isLegalNormalAnswer(request, answer);
}

} // namespace meter::test
