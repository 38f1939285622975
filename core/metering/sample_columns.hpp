// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A block of samples input by input instead of frame by frame: what a compiler turns into wide
// vectors of products. For hosts that have them; a microcontroller reads the frames as they are.
// All sums of the sample path are integers, so that their order does not matter.

#include "core/metering/heterodyne.hpp"
#include "core/metering/sample_frame.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

#if defined(__x86_64__)
struct alignas(64) SampleColumns {
    using Column = std::array<std::int32_t, kBlockSamples>;

    /// Requires a whole block.
    explicit SampleColumns(std::span<const SampleFrame> frames) {
        for (std::size_t n = 0; n < kBlockSamples; ++n) {
            for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
                input[phase][n] = frames[n].voltage[phase];
                input[kPhaseCount + phase][n] = frames[n].current[phase];
            }
        }
    }

    std::array<Column, kInputCount> input; ///< Va Vb Vc Ia Ib Ic.
};

[[nodiscard]] inline bool hasWideVectors() {
    return __builtin_cpu_supports("avx2") != 0;
}
#endif

} // namespace meter
