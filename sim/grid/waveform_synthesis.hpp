// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns a recipe into samples: what the converter delivers for the six inputs, and the voltage
// that feeds the meter. A sample depends on the recipe, the phase and its own number only, so
// slices of any size give the same samples. Works in blocks at fixed sample numbers; the phase
// never jumps when a recipe follows another.

#include "sim/grid/harmonic_basis.hpp"
#include "sim/grid/phase_clock.hpp"
#include "sim/grid/signal_recipe.hpp"

#include <optional>
#include <span>
#include <vector>

namespace meter::sim {

class WaveformSynthesis final {
public:
    /// What follows from the past: all that a snapshot needs.
    struct State {
        PhaseClock clock{};
        SampleTime begin = 0;
        SampleTime end = 0; ///< Of a transition; meaningless without `target`.
        SignalRecipe recipe{};
        std::optional<SignalRecipe> target; ///< At `end`, reached linearly.
    };

    explicit WaveformSynthesis(std::uint64_t seed);

    /// From sample `at` on.
    void hold(SampleTime at, const SignalRecipe& recipe);
    /// From `begin` on from one recipe to another at `end`: every coefficient and the frequency
    /// change linearly. Nothing may be asked for at or behind `end` before the next call.
    void change(SampleTime begin, SampleTime end, const SignalRecipe& from, const SignalRecipe& to);

    /// Any samples at or behind the last change; before it, as if the recipe had always held.
    void inputs(SampleTime first, std::span<SampleFrame> frames);
    void supply(SampleTime first, std::span<double> volts);

    [[nodiscard]] const State& state() const { return m_state; }

    void restore(const State& state);

private:
    void prepareBlock(SampleTime begin);
    void render(const SignalRecipe& recipe, ChannelBlock& block);
    void addHarmonics(const SignalRecipe& recipe, ChannelBlock& block);
    void addFreeTones(const SignalRecipe& recipe, ChannelBlock& block) const;
    void modulate(const Flicker& flicker, ChannelBlock& block) const;
    void addDisturbances(const SignalRecipe& recipe, ChannelBlock& block) const;
    void addNoise(const SignalRecipe& recipe, ChannelBlock& block) const;

    PerPhase<std::uint64_t> m_noiseStreams;
    State m_state;

    // All below follows from the state and the block's number: kept for speed only.
    std::optional<SampleTime> m_blockBegin;
    ChannelBlock m_block{};
    ChannelBlock m_targetBlock{};
    HarmonicBasis m_basis;
    std::optional<std::uint64_t> m_basisStep; ///< For which constant frequency it was built.
    std::uint64_t m_basisPhase = 0;           ///< The fundamental's phase where the table begins.
    std::vector<OrderTones> m_tones;
};

} // namespace meter::sim
