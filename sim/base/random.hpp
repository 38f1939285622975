// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Random numbers of our own: the same on every machine and standard library. Two kinds: a
// generator with a state, for things that happen in order, and a value by index, for noise
// that must not depend on where a run starts or how it is sliced.

#include <cstdint>
#include <string_view>

namespace meter::sim {

/// The number of an independent stream: a scenario's seed and what the stream is for.
[[nodiscard]] std::uint64_t streamOf(std::uint64_t seed, std::string_view purpose);

/// SplitMix64 (Steele, Lea, Flood 2014). Copyable: a copy goes on with the same numbers.
class Random final {
public:
    explicit Random(std::uint64_t stream) : m_state(stream) {}

    [[nodiscard]] std::uint64_t next();
    [[nodiscard]] double uniform();                         ///< 0 ≤ value < 1.
    [[nodiscard]] double uniform(double low, double high);  ///< low ≤ value < high.
    [[nodiscard]] std::uint64_t below(std::uint64_t limit); ///< 0 … limit − 1; 0 for limit 0.
    [[nodiscard]] bool chance(double probability);          ///< True with this probability.

    friend bool operator==(const Random&, const Random&) = default;

private:
    std::uint64_t m_state;
};

/// Standard normal value number `index` of a stream: the sum of twelve uniform values, so it
/// never exceeds ±6; mean 0, variance 1.
[[nodiscard]] double gaussianAt(std::uint64_t stream, std::int64_t index);

} // namespace meter::sim
