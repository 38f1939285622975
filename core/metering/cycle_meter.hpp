// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One second of samples to one MeasuredCycle. Samples are gathered in blocks; the reference of
// the heterodyne is chosen once 240 samples of a second are there, and at the tick what lies
// before the window is taken out of the sums again. No blind time: the energy is over every
// sample, whatever the window.

#include "core/metering/cycle_window.hpp"
#include "core/metering/frequency_tracker.hpp"
#include "core/metering/heterodyne.hpp"
#include "core/metering/measured_cycle.hpp"
#include "core/metering/moments.hpp"
#include "core/metering/phase_quantities.hpp"
#include "core/metering/quarter_delay.hpp"
#include "core/settings/settings.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace meter {

class CycleMeter {
public:
    /// Takes samples up to the end of the running second; returns how many it took.
    [[nodiscard]] std::size_t
    add(std::span<const SampleFrame> frames, const Settings& settings, const Rules& rules);

    [[nodiscard]] bool isComplete() const { return m_position == kSamplesPerSecond; }

    /// The finished second; the next one starts.
    [[nodiscard]] MeasuredCycle finish(const Settings& settings, const Rules& rules);

    /// From here on the running second counts for energy, what came before does not.
    void discardEnergySoFar();

    /// Samples of the running second that count for energy, as a fraction of a second.
    [[nodiscard]] double energyFraction() const { return m_energyFraction; }

private:
    [[nodiscard]] std::span<SampleFrame> freeBuffer();
    void takeBlock(const Settings& settings, const Rules& rules);
    void chooseReference(SystemType type);
    void addBlock(std::span<const SampleFrame> frames, const Rules& rules);

    struct Fundamental {
        std::optional<Sweep> sweep{}; ///< Sets the window; none: not determinable.
        bool isValid = false;         ///< From the first source, within the range.
    };

    [[nodiscard]] Fundamental measureFundamental(SystemType type) const;
    [[nodiscard]] Moments sumsSoFar() const;
    [[nodiscard]] std::array<Phasor, kInputCount> fundamentalsOf(const Sweep& sweep,
                                                                 const CycleWindow& window) const;
    [[nodiscard]] CycleMeans meansOf(const std::optional<Sweep>& sweep, const Rules& rules) const;

    /// The first block of the second stays to the tick, the second half takes turns.
    std::array<SampleFrame, kQuickSamples> m_buffer{};
    std::int32_t m_position = 0;    ///< Samples of this second so far.
    std::uint32_t m_energyFrom = 0; ///< Sample of this second from which energy counts.
    double m_energyFraction = 1.0;
    Moments m_sums{};         ///< Over whole blocks.
    Moments m_beforeEnergy{}; ///< The part of m_sums that does not count for energy.
    Heterodyne m_heterodyne{};
    QuarterDelay m_quarterDelay{};
    double m_frequencyHz = 55.0; ///< Of the last second's window: the first guess.
};

} // namespace meter
