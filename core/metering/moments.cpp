// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/moments.hpp"

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

} // namespace

void addSamples(Moments& sums, std::span<const SampleFrame> frames) {
    addVoltages(sums.voltage, frames);
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        addCurrent(sums, input, frames);
    }
}

} // namespace meter
