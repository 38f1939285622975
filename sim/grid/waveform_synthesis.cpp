// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/waveform_synthesis.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"
#include "sim/base/random.hpp"
#include "sim/grid/disturbance.hpp"
#include "sim/grid/sampling_beat.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <tuple>
#include <utility>

namespace meter::sim {

namespace {

constexpr auto kBlock = static_cast<SampleTime>(kBlockLength);

SampleTime blockBeginOf(SampleTime sample) {
    const SampleTime remainder = sample % kBlock;
    return sample - (remainder < 0 ? remainder + kBlock : remainder);
}

using BlockCounts = PerChannel<std::array<std::int32_t, std::tuple_size_v<BlockSamples>>>;

/// Samples of a block.
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Clips, then rounds to nearest (ties to even): adding 1.5·2⁵² leaves no room for a fraction.
/// Four at a time, in any vector registers that there are: those of `part`, and neighbours.
[[gnu::always_inline]] inline void
convertAll(const ChannelBlock& block, Part part, BlockCounts& counts) {
    using Doubles [[gnu::vector_size(32)]] = double;
    using Counts [[gnu::vector_size(16)]] = std::int32_t;
    constexpr double kFull = kFullScaleCounts;
    constexpr Doubles kLimit = {kFull, kFull, kFull, kFull};
    constexpr Doubles kRound = {0x1.8p52, 0x1.8p52, 0x1.8p52, 0x1.8p52};
    constexpr std::size_t kLanes = 4;
    for (std::size_t input = 0; input < kInputCount; ++input) {
        for (std::size_t index = part.begin / kLanes * kLanes; index < part.end; index += kLanes) {
            Doubles value;
            std::memcpy(&value, &block[input][index], sizeof value);
            value = value < -kLimit ? -kLimit : value;
            value = value > kLimit ? kLimit : value;
            const Counts rounded = __builtin_convertvector((value + kRound) - kRound, Counts);
            std::memcpy(&counts[input][index], &rounded, sizeof rounded);
        }
    }
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void
convertWide(const ChannelBlock& block, Part part, BlockCounts& counts) {
    convertAll(block, part, counts);
}
#endif

void convert(const ChannelBlock& block, Part part, BlockCounts& counts) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") != 0) {
        convertWide(block, part, counts);
        return;
    }
#endif
    convertAll(block, part, counts);
}

/// The angle of `angle` and, unless it is 0, this fraction of 2⁶⁴ of a turn.
SineCosine aheadOf(const SineCosine& angle, std::uint64_t phase) {
    if (phase == 0U) {
        return angle;
    }
    const SineCosine ahead = sineCosineTurns(turnsOf(phase));
    return {.sine = angle.sine * ahead.cosine + angle.cosine * ahead.sine,
            .cosine = angle.cosine * ahead.cosine - angle.sine * ahead.sine};
}

} // namespace

WaveformSynthesis::WaveformSynthesis(std::uint64_t seed)
    : m_noiseStreams{streamOf(seed, "noise A"), streamOf(seed, "noise B"),
                     streamOf(seed, "noise C")}
    , m_currentNoiseStreams{streamOf(seed, "noise of current A"),
                            streamOf(seed, "noise of current B"),
                            streamOf(seed, "noise of current C")}
    , m_recipe(std::make_shared<const SignalRecipe>()) {
    m_clock.hold(0, m_recipe->frequencyHz);
}

WaveformSynthesis::Rendered& WaveformSynthesis::RenderedOnce::get() {
    if (!m_rendered) {
        m_rendered = std::make_unique<Rendered>();
    }
    return *m_rendered;
}

void WaveformSynthesis::hold(SampleTime at, SignalRecipe recipe) {
    m_clock.hold(at, recipe.frequencyHz);
    m_begin = at;
    m_recipe = std::make_shared<const SignalRecipe>(std::move(recipe));
    m_target.reset();
    m_rendered.forgetBlock();
}

void WaveformSynthesis::change(SampleTime begin,
                               SampleTime end,
                               SignalRecipe from,
                               SignalRecipe to) {
    m_clock.sweep(begin, end, from.frequencyHz, to.frequencyHz);
    m_begin = begin;
    m_end = end;
    m_recipe = std::make_shared<const SignalRecipe>(std::move(from));
    m_target = std::make_shared<const SignalRecipe>(std::move(to));
    m_rendered.forgetBlock();
}

std::optional<WaveformSynthesis::RepeatedSignal> WaveformSynthesis::repeatedSignal() const {
    const SignalRecipe& recipe = *m_recipe;
    const bool hasRepeatingTones =
        std::ranges::all_of(recipe.interharmonics, [](const FreeTone& free) {
            return repeatsEachSecond(free.frequencyHz);
        });
    const bool isFlickerRepeating =
        recipe.flicker.depth == 0.0 || repeatsEachSecond(recipe.flicker.rateHz);
    if (m_target || !m_clock.isRepeating || !hasRepeatingTones || !isFlickerRepeating ||
        recipe.hasNoise || !recipe.disturbances.empty()) {
        return std::nullopt;
    }
    return RepeatedSignal{.recipe = m_recipe, .clock = m_clock};
}

void WaveformSynthesis::inputs(SampleTime first, std::span<SampleFrame> frames) {
    std::size_t done = 0;
    while (done < frames.size()) {
        const SampleTime at = first + static_cast<SampleTime>(done);
        const SampleTime begin = blockBeginOf(at);
        const ChannelBlock& block = blockAt(begin).block;
        const auto offset = static_cast<std::size_t>(at - begin);
        const std::size_t count = std::min(kBlockLength - offset, frames.size() - done);
        BlockCounts counts; // NOLINT(*-member-init): what is read is written first.
        convert(block, {.begin = offset, .end = offset + count}, counts);
        for (std::size_t index = 0; index < count; ++index) {
            SampleFrame& frame = frames[done + index];
            for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
                frame.voltage[phase] = counts[phase][offset + index];
                frame.current[phase] = counts[kPhaseCount + phase][offset + index];
            }
        }
        done += count;
    }
}

void WaveformSynthesis::supply(SampleTime first, std::span<double> volts) {
    std::size_t done = 0;
    while (done < volts.size()) {
        const SampleTime at = first + static_cast<SampleTime>(done);
        const SampleTime begin = blockBeginOf(at);
        const ChannelBlock& block = blockAt(begin).block;
        const auto offset = static_cast<std::size_t>(at - begin);
        const std::size_t count = std::min(kBlockLength - offset, volts.size() - done);
        std::copy_n(&block[kSupplyChannel][offset], count, &volts[done]);
        done += count;
    }
}

const WaveformSynthesis::Rendered& WaveformSynthesis::blockAt(SampleTime begin) {
    Rendered& rendered = m_rendered.get();
    if (rendered.begin == begin) {
        return rendered;
    }
    rendered.begin = begin;
    const std::uint64_t orders = m_recipe->orders | (m_target ? m_target->orders : 0U);
    const bool isSteady = m_clock.halfBend == 0;
    // At a constant frequency one table, from phase 0 on, serves every block.
    rendered.basisPhase = isSteady ? m_clock.at(begin) : 0U;
    if (!isSteady || rendered.basisStep != m_clock.step || rendered.basis.orders() != orders) {
        std::array<std::uint64_t, kBlockLength> phases{};
        for (std::size_t index = 0; index < kBlockLength; ++index) {
            phases[index] =
                m_clock.at(begin + static_cast<SampleTime>(index)) - rendered.basisPhase;
        }
        rendered.basis.build(phases, orders);
        rendered.basisStep = isSteady ? std::optional(m_clock.step) : std::nullopt;
    }
    render(*m_recipe, rendered.block);
    if (!m_target) {
        return rendered;
    }
    render(*m_target, rendered.targetBlock);
    const double length = static_cast<double>(m_end - m_begin);
    for (std::size_t index = 0; index < kBlockLength; ++index) {
        const SampleTime at = begin + static_cast<SampleTime>(index);
        const double share = static_cast<double>(at - m_begin) / length;
        for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
            double& value = rendered.block[channel][index];
            value = value + (rendered.targetBlock[channel][index] - value) * share;
        }
    }
    return rendered;
}

void WaveformSynthesis::render(const SignalRecipe& recipe, ChannelBlock& block) {
    for (BlockSamples& samples : block) {
        samples.fill(0.0);
    }
    const SampleTime begin = *m_rendered.get().begin;
    addHarmonics(recipe, block);
    addFreeTones(recipe, begin, block);
    modulate(recipe.flicker, begin, block);
    for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
        if (recipe.offset[channel] != 0.0) {
            for (double& value : block[channel]) {
                value += recipe.offset[channel];
            }
        }
    }
    if (!recipe.disturbances.empty()) {
        addDisturbances(recipe, begin, block);
    }
    if (recipe.hasNoise) {
        addNoise(recipe, begin, block);
    }
}

/// While the frequency moves, the samples wander over the wave by themselves.
std::uint64_t
WaveformSynthesis::beatAt(std::size_t order, double frequencyHz, SampleTime begin) const {
    const bool isSteady = m_clock.halfBend == 0;
    return isSteady ? samplingBeat(static_cast<double>(order) * frequencyHz, frequencyHz, begin)
                    : 0U;
}

void WaveformSynthesis::addHarmonics(const SignalRecipe& recipe, ChannelBlock& block) {
    // The table starts at phase 0: turn each order's tones to the phase of this block.
    Rendered& rendered = m_rendered.get();
    const HarmonicBasis& basis = rendered.basis;
    const SineCosine first = sineCosineTurns(turnsOf(rendered.basisPhase));
    SineCosine power = {.sine = 0.0, .cosine = 1.0};
    rendered.tones.clear();
    const auto orderMax = static_cast<std::size_t>(std::bit_width(basis.orders()));
    for (std::size_t order = 1; order < orderMax; ++order) {
        power = {.sine = power.sine * first.cosine + power.cosine * first.sine,
                 .cosine = power.cosine * first.cosine - power.sine * first.sine};
        if (((basis.orders() >> order) & 1U) == 0U) {
            continue;
        }
        const SineCosine turn = aheadOf(power, beatAt(order, recipe.frequencyHz, *rendered.begin));
        OrderTones turned;
        for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
            const Tone& tone = recipe.harmonics[order][channel];
            turned[channel] = {.cosine = tone.cosine * turn.cosine + tone.sine * turn.sine,
                               .sine = tone.sine * turn.cosine - tone.cosine * turn.sine};
        }
        rendered.tones.push_back(turned);
    }
    basis.addTones(rendered.tones, recipe.hasSupply, block);
}

void WaveformSynthesis::addFreeTones(const SignalRecipe& recipe,
                                     SampleTime begin,
                                     ChannelBlock& block) const {
    for (const FreeTone& free : recipe.interharmonics) {
        const std::uint64_t step = phaseStepOf(free.frequencyHz);
        std::uint64_t phase = phaseAt(begin, free.frequencyHz) +
                              samplingBeat(free.frequencyHz, recipe.frequencyHz, begin);
        for (std::size_t index = 0; index < kBlockLength; ++index, phase += step) {
            const SineCosine now = sineCosineTurns(turnsOf(phase));
            for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
                const Tone& tone = free.tones[channel];
                block[channel][index] += tone.cosine * now.cosine + tone.sine * now.sine;
            }
        }
    }
}

void WaveformSynthesis::modulate(const Flicker& flicker,
                                 SampleTime begin,
                                 ChannelBlock& block) const {
    if (flicker.depth == 0.0) {
        return;
    }
    const std::uint64_t step = phaseStepOf(flicker.rateHz);
    std::uint64_t phase = phaseAt(begin, flicker.rateHz);
    for (std::size_t index = 0; index < kBlockLength; ++index, phase += step) {
        const double swing = flicker.shape == FlickerShape::Sine
                                 ? sineCosineTurns(turnsOf(phase)).sine
                                 : ((phase >> 63U) == 0U ? 1.0 : -1.0);
        const double factor = 1.0 + 0.5 * flicker.depth * swing;
        for (std::size_t phaseIndex = 0; phaseIndex < kPhaseCount; ++phaseIndex) {
            block[phaseIndex][index] *= factor;
        }
        block[kSupplyChannel][index] *= factor;
    }
}

void WaveformSynthesis::addDisturbances(const SignalRecipe& recipe,
                                        SampleTime begin,
                                        ChannelBlock& block) const {
    for (const DisturbanceTerm& term : recipe.disturbances) {
        for (std::size_t index = 0; index < kBlockLength; ++index) {
            const SampleTime at = begin + static_cast<SampleTime>(index);
            const double value = disturbanceAt(term, at, m_clock, recipe.frequencyHz);
            if (value == 0.0) {
                continue;
            }
            for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
                block[channel][index] += term.paths[channel] * value;
            }
        }
    }
}

void WaveformSynthesis::addNoise(const SignalRecipe& recipe,
                                 SampleTime begin,
                                 ChannelBlock& block) const {
    for (std::size_t index = 0; index < kBlockLength; ++index) {
        const SampleTime at = begin + static_cast<SampleTime>(index);
        for (std::size_t source = 0; source < kPhaseCount; ++source) {
            const double value = gaussianAt(m_noiseStreams[source], at);
            for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
                block[channel][index] += recipe.noise[channel][source] * value;
            }
            if (!recipe.hasLoadNoise) {
                continue;
            }
            const double ofLoad = gaussianAt(m_currentNoiseStreams[source], at);
            for (std::size_t channel = kPhaseCount; channel < kInputCount; ++channel) {
                block[channel][index] += recipe.loadNoise[channel][source] * ofLoad;
            }
        }
    }
}

} // namespace meter::sim
