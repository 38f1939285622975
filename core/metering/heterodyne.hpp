// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Mixes the six inputs with one reference oscillator and sums block by block: the phasors
// from which frequency and fundamental reactive power come. The reference stays the same for a
// whole second; what is left of the difference to the true frequency is turned back
// block by block when the second is over (fundamentalSums).
//
// Per block and input a plain sum; per voltage also sums under a Hann window over two
// adjacent blocks, which keep harmonics, DC and the image out of the frequency measurement.

#include "core/metering/phasor.hpp"
#include "core/metering/sample_frame.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace meter {

inline constexpr std::size_t kBlockSamples = 120; ///< 47.6 ms: at least 2.1 cycles of 45 Hz.
inline constexpr std::size_t kBlocksPerSecond = 21;
static_assert(kBlockSamples * kBlocksPerSecond == kSamplesPerSecond);
inline constexpr std::size_t kHannBlocks = kBlocksPerSecond - 1; ///< Overlapping by half.
inline constexpr std::size_t kInputCount = 2 * kPhaseCount;      ///< Va Vb Vc Ia Ib Ic.

/// Single precision: 21 blocks of them must fit a microcontroller, and 24 bits are enough.
struct BlockPhasor {
    float real;
    float imaginary;
};

/// The fundamental over one second: its frequency in the middle, and how fast it moves.
struct Sweep {
    double frequencyHz = 0.0;
    double hertzPerSecond = 0.0;

    [[nodiscard]] constexpr bool isMoving() const { return hertzPerSecond != 0.0; }

    /// Turns that it has more at this time of the second than without moving.
    [[nodiscard]] constexpr double extraTurns(double second) const {
        const double fromMiddle = second - 0.5;
        return hertzPerSecond / 2.0 * (fromMiddle * fromMiddle);
    }

    [[nodiscard]] constexpr double frequencyAt(double second) const {
        return frequencyHz + hertzPerSecond * (second - 0.5);
    }
};

class Heterodyne {
public:
    /// Starts a second with this reference.
    void start(double referenceHz);
    /// The next whole block of kBlockSamples frames.
    void addBlock(std::span<const SampleFrame> frames);

    [[nodiscard]] double referenceHz() const { return m_referenceHz; }

    /// Hann-weighted phasor of blocks k and k+1 of a voltage, centred on their boundary.
    [[nodiscard]] Phasor hann(std::size_t voltage, std::size_t k) const;
    /// Σ x·e^(−jθ) over all blocks so far, θ the fundamental's phase since the start of the second.
    [[nodiscard]] std::array<Phasor, kInputCount> fundamentalSums(const Sweep& sweep) const;

private:
    struct Sums;
    void addVoltage(std::span<const SampleFrame> frames, std::size_t phase, Sums& sums) const;
    void addCurrent(std::span<const SampleFrame> frames, std::size_t phase, Sums& sums) const;
    void rotateAndStore(const Sums& sums);
    void storeHann(std::size_t voltage, Phasor plain, Phasor rising);

    double m_referenceHz = 55.0;
    std::uint32_t m_blockCount = 0;
    // Oscillator over one block, 2²⁸ = 1; the Hann pair is under the rising half window.
    std::array<std::int32_t, kBlockSamples> m_cosine{};
    std::array<std::int32_t, kBlockSamples> m_sine{};
    std::array<std::int32_t, kBlockSamples> m_risingCosine{};
    std::array<std::int32_t, kBlockSamples> m_risingSine{};
    std::array<std::array<BlockPhasor, kBlocksPerSecond>, kInputCount> m_plain{};
    std::array<std::array<BlockPhasor, kHannBlocks>, kPhaseCount> m_hann{};
    std::array<Phasor, kPhaseCount> m_rising{}; ///< Of the last block, waits for its falling half.
};

} // namespace meter
