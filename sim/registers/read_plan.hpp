// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a master wants to know, and the requests that it takes: names and numbers become ranges
// of registers, neighbours joined into one request; the words that come back become values in
// the units of the point map. Two rounds may be needed: the scale factors and the float tell
// whether an energy is better read from its integer. Without sockets or clocks.

#include "sim/base/result.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct ReadRequest {
    std::string name;         ///< Asked by name without a count: the finer of integer and float.
    std::uint16_t number = 0; ///< First register, as the guide counts.
    int count = 1;            ///< Registers, not values.
};

/// NAME or NUMBER, with :COUNT registers. A number alone stands for the whole value there.
/// Numbers of other ways to count (40293, 4x293, 0x124) are refused with the one that is meant.
[[nodiscard]] Result<ReadRequest> readRequestOf(std::string_view text);

/// The register that a number of another way to count means, as a sentence; empty: it is none.
[[nodiscard]] std::string otherCountingHint(std::string_view text);

/// Everything that an S4000-R has, in a few ranges.
[[nodiscard]] std::vector<ReadRequest> wholeMapRequests();

/// Words that were read, by register.
class RegisterWords {
public:
    void put(std::uint16_t first, std::span<const std::uint16_t> words);
    /// Nothing unless all of them are there.
    [[nodiscard]] std::optional<std::vector<std::uint16_t>> words(std::uint16_t first,
                                                                  int count) const;

private:
    std::map<std::uint16_t, std::uint16_t> m_words;
};

struct RegisterRange {
    std::uint16_t number = 0;
    int count = 0;

    friend bool operator==(const RegisterRange&, const RegisterRange&) = default;
};

/// What has to be read next for the requests, ascending, each range one request; empty: all is
/// there. No range ends within a value of two registers.
[[nodiscard]] std::vector<RegisterRange> missingRanges(std::span<const ReadRequest> requests,
                                                       const RegisterWords& known);

struct MeterValue {
    std::uint16_t number = 0;
    std::string name; ///< Empty where the point map has none, or only a part of it was read.
    std::string unit;
    std::optional<double> value; ///< None: the meter says invalid.
    int decimals = -1;           ///< Digits behind the point; below 0: as many as a float has.
    std::vector<std::uint16_t> words;
};

/// The values of the requests, in their order; missingRanges() was empty.
[[nodiscard]] std::vector<MeterValue> valuesOf(std::span<const ReadRequest> requests,
                                               const RegisterWords& known);

/// The digits, or "invalid".
[[nodiscard]] std::string numberTextOf(const MeterValue& value);

} // namespace meter::sim
