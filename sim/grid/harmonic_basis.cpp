// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/harmonic_basis.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"
#include "sim/grid/phase_clock.hpp"

#include <bit>
#include <cstring>

namespace meter::sim {

namespace {

// Vectors as gcc and clang both have them: element-wise operators, no reordering.
using NarrowVector [[gnu::vector_size(16)]] = double;
using WideVector [[gnu::vector_size(32)]] = double;
using WidestVector [[gnu::vector_size(64)]] = double;

} // namespace

/// One strip of all channels at a time, its sums kept in registers.
template <typename Vector>
struct ToneSum {
    static constexpr std::size_t kLanes = sizeof(Vector) / sizeof(double);

    template <std::size_t channelCount>
    [[gnu::always_inline]] static inline void
    add(const HarmonicBasis& basis, std::span<const OrderTones> tones, ChannelBlock& block) {
        for (std::size_t sample = 0; sample < kBlockLength; sample += kLanes) {
            const HarmonicBasis::Strip* strip =
                &basis.m_strips[sample / kStripLength * basis.m_orderCount];
            const std::size_t lane = sample % kStripLength;
            Vector sum[channelCount]; // NOLINT: registers, not an array
            for (std::size_t index = 0; index < channelCount; ++index) {
                std::memcpy(&sum[index], &block[index][sample], sizeof(Vector));
            }
            for (const OrderTones& order : tones) {
                Vector cosine;
                Vector sine;
                std::memcpy(&cosine, &strip->cosine[lane], sizeof(Vector));
                std::memcpy(&sine, &strip->sine[lane], sizeof(Vector));
                for (std::size_t index = 0; index < channelCount; ++index) {
                    const Tone& tone = order[index];
                    sum[index] = sum[index] + (cosine * tone.cosine + sine * tone.sine);
                }
                ++strip;
            }
            for (std::size_t index = 0; index < channelCount; ++index) {
                std::memcpy(&block[index][sample], &sum[index], sizeof(Vector));
            }
        }
    }

    [[gnu::always_inline]] static inline void addAll(const HarmonicBasis& basis,
                                                     std::span<const OrderTones> tones,
                                                     bool withSupply,
                                                     ChannelBlock& block) {
        if (withSupply) {
            add<kChannelCount>(basis, tones, block);
            return;
        }
        add<kInputCount>(basis, tones, block);
    }
};

namespace {

void addNarrow(const HarmonicBasis& basis,
               std::span<const OrderTones> tones,
               bool withSupply,
               ChannelBlock& block) {
    ToneSum<NarrowVector>::addAll(basis, tones, withSupply, block);
}

#if defined(__x86_64__)
// AVX2 brings wider registers but no fused multiply-add: the bits stay the same.
[[gnu::target("avx2")]] void addWide(const HarmonicBasis& basis,
                                     std::span<const OrderTones> tones,
                                     bool withSupply,
                                     ChannelBlock& block) {
    ToneSum<WideVector>::addAll(basis, tones, withSupply, block);
}

[[gnu::target("avx512f")]] void addWidest(const HarmonicBasis& basis,
                                          std::span<const OrderTones> tones,
                                          bool withSupply,
                                          ChannelBlock& block) {
    ToneSum<WidestVector>::addAll(basis, tones, withSupply, block);
}
#endif

} // namespace

void HarmonicBasis::build(std::span<const std::uint64_t, kBlockLength> phases,
                          std::uint64_t orders) {
    m_orders = orders;
    m_orderCount = static_cast<std::size_t>(std::popcount(orders));
    m_strips.resize(kStripCount * m_orderCount);
    const auto orderMax = static_cast<std::size_t>(std::bit_width(orders));
    for (std::size_t sample = 0; sample < kBlockLength; ++sample) {
        const SineCosine first = sineCosineTurns(turnsOf(phases[sample]));
        SineCosine power = {.sine = 0.0, .cosine = 1.0};
        std::size_t place = sample / kStripLength * m_orderCount;
        for (std::size_t order = 1; order < orderMax; ++order) {
            power = {.sine = power.sine * first.cosine + power.cosine * first.sine,
                     .cosine = power.cosine * first.cosine - power.sine * first.sine};
            if (((orders >> order) & 1U) != 0U) {
                m_strips[place].cosine[sample % kStripLength] = power.cosine;
                m_strips[place].sine[sample % kStripLength] = power.sine;
                ++place;
            }
        }
    }
}

void HarmonicBasis::addTones(std::span<const OrderTones> tones,
                             bool withSupply,
                             ChannelBlock& block) const {
    METER_ASSERT(tones.size() == m_orderCount);
    if (tones.empty()) {
        return;
    }
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") != 0) {
        addWidest(*this, tones, withSupply, block);
        return;
    }
    if (__builtin_cpu_supports("avx2") != 0) {
        addWide(*this, tones, withSupply, block);
        return;
    }
#endif
    addNarrow(*this, tones, withSupply, block);
}

} // namespace meter::sim
