// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/waveform_synthesis.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"
#include "sim/base/random.hpp"
#include "sim/grid/disturbance.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace meter::sim {

namespace {

constexpr auto kBlock = static_cast<SampleTime>(kBlockLength);

SampleTime blockBeginOf(SampleTime sample) {
    const SampleTime remainder = sample % kBlock;
    return sample - (remainder < 0 ? remainder + kBlock : remainder);
}

/// Clips, then rounds to nearest (ties to even): adding 1.5·2⁵² leaves no room for a fraction.
std::int32_t countsOf(double value) {
    constexpr double kLimit = kFullScaleCounts;
    constexpr double kRound = 0x1.8p52;
    const double clipped = std::min(std::max(value, -kLimit), kLimit);
    return static_cast<std::int32_t>((clipped + kRound) - kRound);
}

} // namespace

WaveformSynthesis::WaveformSynthesis(std::uint64_t seed)
    : m_noiseStreams{streamOf(seed, "noise A"), streamOf(seed, "noise B"),
                     streamOf(seed, "noise C")} {
    m_state.clock.hold(0, m_state.recipe.frequencyHz);
}

void WaveformSynthesis::hold(SampleTime at, const SignalRecipe& recipe) {
    m_state.clock.hold(at, recipe.frequencyHz);
    m_state.begin = at;
    m_state.recipe = recipe;
    m_state.target.reset();
    m_blockBegin.reset();
}

void WaveformSynthesis::change(SampleTime begin,
                               SampleTime end,
                               const SignalRecipe& from,
                               const SignalRecipe& to) {
    m_state.clock.sweep(begin, end, from.frequencyHz, to.frequencyHz);
    m_state.begin = begin;
    m_state.end = end;
    m_state.recipe = from;
    m_state.target = to;
    m_blockBegin.reset();
}

void WaveformSynthesis::restore(const State& state) {
    m_state = state;
    m_blockBegin.reset();
}

void WaveformSynthesis::inputs(SampleTime first, std::span<SampleFrame> frames) {
    std::size_t done = 0;
    while (done < frames.size()) {
        const SampleTime at = first + static_cast<SampleTime>(done);
        prepareBlock(blockBeginOf(at));
        const auto offset = static_cast<std::size_t>(at - *m_blockBegin);
        const std::size_t count = std::min(kBlockLength - offset, frames.size() - done);
        for (std::size_t index = 0; index < count; ++index) {
            SampleFrame& frame = frames[done + index];
            for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
                frame.voltage[phase] = countsOf(m_block[phase][offset + index]);
                frame.current[phase] = countsOf(m_block[kPhaseCount + phase][offset + index]);
            }
        }
        done += count;
    }
}

void WaveformSynthesis::supply(SampleTime first, std::span<double> volts) {
    std::size_t done = 0;
    while (done < volts.size()) {
        const SampleTime at = first + static_cast<SampleTime>(done);
        prepareBlock(blockBeginOf(at));
        const auto offset = static_cast<std::size_t>(at - *m_blockBegin);
        const std::size_t count = std::min(kBlockLength - offset, volts.size() - done);
        std::copy_n(&m_block[kSupplyChannel][offset], count, &volts[done]);
        done += count;
    }
}

void WaveformSynthesis::prepareBlock(SampleTime begin) {
    if (m_blockBegin == begin) {
        return;
    }
    m_blockBegin = begin;
    const PhaseClock& clock = m_state.clock;
    const std::uint64_t orders =
        m_state.recipe.orders | (m_state.target ? m_state.target->orders : 0U);
    const bool isSteady = clock.halfBend == 0;
    // At a constant frequency one table, from phase 0 on, serves every block.
    m_basisPhase = isSteady ? clock.at(begin) : 0U;
    if (!isSteady || m_basisStep != clock.step || m_basis.orders() != orders) {
        std::array<std::uint64_t, kBlockLength> phases{};
        for (std::size_t index = 0; index < kBlockLength; ++index) {
            phases[index] = clock.at(begin + static_cast<SampleTime>(index)) - m_basisPhase;
        }
        m_basis.build(phases, orders);
        m_basisStep = isSteady ? std::optional(clock.step) : std::nullopt;
    }
    render(m_state.recipe, m_block);
    if (!m_state.target) {
        return;
    }
    render(*m_state.target, m_targetBlock);
    const double length = static_cast<double>(m_state.end - m_state.begin);
    for (std::size_t index = 0; index < kBlockLength; ++index) {
        const SampleTime at = begin + static_cast<SampleTime>(index);
        const double share = static_cast<double>(at - m_state.begin) / length;
        for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
            double& value = m_block[channel][index];
            value = value + (m_targetBlock[channel][index] - value) * share;
        }
    }
}

void WaveformSynthesis::render(const SignalRecipe& recipe, ChannelBlock& block) {
    for (BlockSamples& samples : block) {
        samples.fill(0.0);
    }
    addHarmonics(recipe, block);
    addFreeTones(recipe, block);
    modulate(recipe.flicker, block);
    for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
        if (recipe.offset[channel] != 0.0) {
            for (double& value : block[channel]) {
                value += recipe.offset[channel];
            }
        }
    }
    if (!recipe.disturbances.empty()) {
        addDisturbances(recipe, block);
    }
    if (recipe.hasNoise) {
        addNoise(recipe, block);
    }
}

void WaveformSynthesis::addHarmonics(const SignalRecipe& recipe, ChannelBlock& block) {
    // The table starts at phase 0: turn each order's tones to the phase of this block.
    const SineCosine first = sineCosineTurns(turnsOf(m_basisPhase));
    SineCosine power = {.sine = 0.0, .cosine = 1.0};
    m_tones.clear();
    const auto orderMax = static_cast<std::size_t>(std::bit_width(m_basis.orders()));
    for (std::size_t order = 1; order < orderMax; ++order) {
        power = {.sine = power.sine * first.cosine + power.cosine * first.sine,
                 .cosine = power.cosine * first.cosine - power.sine * first.sine};
        if (((m_basis.orders() >> order) & 1U) == 0U) {
            continue;
        }
        OrderTones turned;
        for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
            const Tone& tone = recipe.harmonics[order][channel];
            turned[channel] = {.cosine = tone.cosine * power.cosine + tone.sine * power.sine,
                               .sine = tone.sine * power.cosine - tone.cosine * power.sine};
        }
        m_tones.push_back(turned);
    }
    m_basis.addTones(m_tones, recipe.hasSupply, block);
}

void WaveformSynthesis::addFreeTones(const SignalRecipe& recipe, ChannelBlock& block) const {
    for (const FreeTone& free : recipe.interharmonics) {
        const std::uint64_t step = phaseStepOf(free.frequencyHz);
        std::uint64_t phase = step * static_cast<std::uint64_t>(*m_blockBegin);
        for (std::size_t index = 0; index < kBlockLength; ++index, phase += step) {
            const SineCosine now = sineCosineTurns(turnsOf(phase));
            for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
                const Tone& tone = free.tones[channel];
                block[channel][index] += tone.cosine * now.cosine + tone.sine * now.sine;
            }
        }
    }
}

void WaveformSynthesis::modulate(const Flicker& flicker, ChannelBlock& block) const {
    if (flicker.depth == 0.0) {
        return;
    }
    const std::uint64_t step = phaseStepOf(flicker.rateHz);
    std::uint64_t phase = step * static_cast<std::uint64_t>(*m_blockBegin);
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

void WaveformSynthesis::addDisturbances(const SignalRecipe& recipe, ChannelBlock& block) const {
    for (const DisturbanceTerm& term : recipe.disturbances) {
        for (std::size_t index = 0; index < kBlockLength; ++index) {
            const SampleTime at = *m_blockBegin + static_cast<SampleTime>(index);
            const double value = disturbanceAt(term, at, m_state.clock, recipe.frequencyHz);
            if (value == 0.0) {
                continue;
            }
            for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
                block[channel][index] += term.paths[channel] * value;
            }
        }
    }
}

void WaveformSynthesis::addNoise(const SignalRecipe& recipe, ChannelBlock& block) const {
    for (std::size_t index = 0; index < kBlockLength; ++index) {
        const SampleTime at = *m_blockBegin + static_cast<SampleTime>(index);
        for (std::size_t source = 0; source < kPhaseCount; ++source) {
            const double value = gaussianAt(m_noiseStreams[source], at);
            for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
                block[channel][index] += recipe.noise[channel][source] * value;
            }
        }
    }
}

} // namespace meter::sim
