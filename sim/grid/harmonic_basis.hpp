// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Cosines and sines of every order in use over one block of samples, and the sums of tones
// made from them. This is where a simulation spends its time. Each sample is the sum over the
// orders from low to high, in double, by + and × only: the same bits with any compiler,
// vector width or optimisation.

#include "sim/grid/signal_recipe.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace meter::sim {

inline constexpr std::size_t kBlockLength = 84; ///< Samples; 30 blocks a second.
inline constexpr std::size_t kStripLength = 8;  ///< Samples that lie together in the table.
inline constexpr std::size_t kStripCount = (kBlockLength + kStripLength - 1) / kStripLength;

/// With room for the rest of the last strip, which nobody reads.
using BlockSamples = std::array<double, kStripCount * kStripLength>;
using ChannelBlock = PerChannel<BlockSamples>;

/// The tones of one order in all channels.
using OrderTones = PerChannel<Tone>;

class HarmonicBasis final {
public:
    /// Orders (bit per order) at the phases of the fundamental, as fractions of 2⁶⁴.
    void build(std::span<const std::uint64_t, kBlockLength> phases, std::uint64_t orders);

    [[nodiscard]] std::uint64_t orders() const { return m_orders; }

    /// Adds tones[k] of the k-th order in use to what `block` holds, for the six inputs or for
    /// all channels.
    void addTones(std::span<const OrderTones> tones, bool withSupply, ChannelBlock& block) const;

private:
    struct alignas(64) Strip {
        std::array<double, kStripLength> cosine;
        std::array<double, kStripLength> sine;
    };

    template <typename Vector>
    friend struct ToneSum;

    std::uint64_t m_orders = 0;
    std::size_t m_orderCount = 0;
    std::vector<Strip> m_strips; ///< [strip of the block][order in use].
};

} // namespace meter::sim
