// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/moments.hpp"

#include "core/metering/sample_columns.hpp"

namespace meter {

namespace {

std::int64_t product(std::int32_t a, std::int32_t b) {
    return static_cast<std::int64_t>(a) * b;
}

/// The voltages among themselves: six sums stay in registers.
void addVoltages(std::array<std::int64_t, kVoltageProductCount>& sums,
                 std::span<const SampleFrame> frames) {
    std::array<std::int64_t, kVoltageProductCount> local = sums;
    for (const SampleFrame& frame : frames) {
        const auto [a, b, c] = frame.voltage;
        local[0] += product(a, a);
        local[1] += product(b, b);
        local[2] += product(c, c);
        local[3] += product(a, b);
        local[4] += product(b, c);
        local[5] += product(a, c);
    }
    sums = local;
}

/// One current with itself and with the three voltages.
void addCurrent(Moments& sums, std::size_t input, std::span<const SampleFrame> frames) {
    std::int64_t square = sums.current[input];
    std::int64_t withA = sums.power[0][input];
    std::int64_t withB = sums.power[1][input];
    std::int64_t withC = sums.power[2][input];
    for (const SampleFrame& frame : frames) {
        const std::int32_t current = frame.current[input];
        square += product(current, current);
        withA += product(frame.voltage[0], current);
        withB += product(frame.voltage[1], current);
        withC += product(frame.voltage[2], current);
    }
    sums.current[input] = square;
    sums.power[0][input] = withA;
    sums.power[1][input] = withB;
    sums.power[2][input] = withC;
}

#if defined(__x86_64__)
using Column = SampleColumns::Column;

[[gnu::always_inline]] inline void
addVoltageColumns(std::array<std::int64_t, kVoltageProductCount>& sums,
                  const Column& a,
                  const Column& b,
                  const Column& c) {
    std::array<std::int64_t, kVoltageProductCount> local{};
    for (std::size_t n = 0; n < kBlockSamples; ++n) {
        local[0] += product(a[n], a[n]);
        local[1] += product(b[n], b[n]);
        local[2] += product(c[n], c[n]);
        local[3] += product(a[n], b[n]);
        local[4] += product(b[n], c[n]);
        local[5] += product(a[n], c[n]);
    }
    for (std::size_t index = 0; index < kVoltageProductCount; ++index) {
        sums[index] += local[index];
    }
}

[[gnu::target("avx2")]] void addColumns(Moments& sums, const SampleColumns& columns) {
    const Column& a = columns.input[0];
    const Column& b = columns.input[1];
    const Column& c = columns.input[2];
    addVoltageColumns(sums.voltage, a, b, c);
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        const Column& current = columns.input[kPhaseCount + index];
        std::int64_t square = 0;
        std::int64_t withA = 0;
        std::int64_t withB = 0;
        std::int64_t withC = 0;
        for (std::size_t n = 0; n < kBlockSamples; ++n) {
            square += product(current[n], current[n]);
            withA += product(a[n], current[n]);
            withB += product(b[n], current[n]);
            withC += product(c[n], current[n]);
        }
        sums.current[index] += square;
        sums.power[0][index] += withA;
        sums.power[1][index] += withB;
        sums.power[2][index] += withC;
    }
}
#endif

} // namespace

void addSamples(Moments& sums, std::span<const SampleFrame> frames) {
#if defined(__x86_64__)
    if (frames.size() == kBlockSamples && hasWideVectors()) {
        addColumns(sums, SampleColumns(frames));
        return;
    }
#endif
    addVoltages(sums.voltage, frames);
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        addCurrent(sums, input, frames);
    }
}

} // namespace meter
