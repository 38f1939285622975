// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns a recipe into samples: what the converter delivers for the six inputs, and the voltage
// that feeds the meter. A sample depends on the recipe, the phase and its own number only, so
// slices of any size give the same samples. Works in blocks at fixed sample numbers; the phase
// never jumps when a recipe follows another. The synthesis is a value: a copy goes on with the
// same samples; it shares the recipes and leaves the rendered block behind.

#include "sim/grid/harmonic_basis.hpp"
#include "sim/grid/phase_clock.hpp"
#include "sim/grid/signal_recipe.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace meter::sim {

class WaveformSynthesis final {
public:
    explicit WaveformSynthesis(std::uint64_t seed);

    /// From sample `at` on.
    void hold(SampleTime at, SignalRecipe recipe);
    /// From `begin` on from one recipe to another at `end`: every coefficient and the frequency
    /// change linearly. Nothing may be asked for at or behind `end` before the next call.
    void change(SampleTime begin, SampleTime end, SignalRecipe from, SignalRecipe to);

    /// A signal of which each second has the samples of the one before. It is the same signal
    /// as another only if it is the same recipe, not one that is equal to it.
    struct RepeatedSignal {
        std::shared_ptr<const SignalRecipe> recipe;
        PhaseClock clock{};

        friend bool operator==(const RepeatedSignal&, const RepeatedSignal&) = default;
    };

    /// What holds from the last change on, from the first whole second behind it; none: noise,
    /// a transition, or something with a part of a cycle in a second.
    [[nodiscard]] std::optional<RepeatedSignal> repeatedSignal() const;

    /// Any samples at or behind the last change; before it, as if the recipe had always held.
    void inputs(SampleTime first, std::span<SampleFrame> frames);
    void supply(SampleTime first, std::span<double> volts);

private:
    /// What follows from the rest and the block's number, kept for speed only.
    struct Rendered {
        std::optional<SampleTime> begin; ///< Of the block.
        ChannelBlock block{};
        ChannelBlock targetBlock{};
        HarmonicBasis basis;
        std::optional<std::uint64_t> basisStep; ///< For which constant frequency it was built.
        std::uint64_t basisPhase = 0;           ///< The fundamental's phase where the table begins.
        std::vector<OrderTones> tones;
    };

    /// A copy begins without, an assignment forgets: it may belong to other recipes.
    class RenderedOnce final {
    public:
        RenderedOnce() = default;
        ~RenderedOnce() = default;

        RenderedOnce(const RenderedOnce& /*other*/) {}

        RenderedOnce& operator=(const RenderedOnce& other) {
            if (this != &other) {
                m_rendered.reset();
            }
            return *this;
        }

        Rendered& get();

        void forgetBlock() {
            if (m_rendered) {
                m_rendered->begin.reset();
            }
        }

    private:
        std::unique_ptr<Rendered> m_rendered;
    };

    /// The block that begins at this sample.
    const Rendered& blockAt(SampleTime begin);
    void render(const SignalRecipe& recipe, ChannelBlock& block);
    [[nodiscard]] std::uint64_t
    beatAt(std::size_t order, double frequencyHz, SampleTime begin) const;
    void addHarmonics(const SignalRecipe& recipe, ChannelBlock& block);
    void addFreeTones(const SignalRecipe& recipe, SampleTime begin, ChannelBlock& block) const;
    void modulate(const Flicker& flicker, SampleTime begin, ChannelBlock& block) const;
    void addDisturbances(const SignalRecipe& recipe, SampleTime begin, ChannelBlock& block) const;
    void addNoise(const SignalRecipe& recipe, SampleTime begin, ChannelBlock& block) const;

    PerPhase<std::uint64_t> m_noiseStreams;        ///< Of the source's voltages.
    PerPhase<std::uint64_t> m_currentNoiseStreams; ///< Of the load's currents.
    PhaseClock m_clock{};
    SampleTime m_begin = 0;
    SampleTime m_end = 0; ///< Of a transition; meaningless without a target.
    std::shared_ptr<const SignalRecipe> m_recipe;
    std::shared_ptr<const SignalRecipe> m_target; ///< At `m_end`, reached linearly; or null.
    RenderedOnce m_rendered;
};

} // namespace meter::sim
