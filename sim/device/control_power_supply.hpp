// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meter's supply: whether it has enough voltage, and for how long it rides through when it
// has not (docs/decisions.md). What is stored is counted in samples of ride-through: 100 ms at
// 120 V AC, in proportion to the square of the peak; full again at once when voltage returns.
// A supply from the measured service is judged on its sliding half-cycle RMS. A value.

#include "sim/base/sim_time.hpp"
#include "sim/installation/installation.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace meter::sim {

inline constexpr double kSupplyMinV = 90.0; ///< AC, RMS; guide, control power.
inline constexpr double kSupplyDcMinV = 125.0;
inline constexpr double kSupplyDcMaxV = 300.0;
inline constexpr double kSupplyLineMaxV = 600.0;    ///< AC, line to line or a supply of its own.
inline constexpr double kSupplyNeutralMaxV = 347.0; ///< AC, line to neutral.

/// What a supply of this kind bears: RMS, or DC.
[[nodiscard]] double supplyLimitV(const ControlPower& power);

/// How long a supply of this peak lasts without voltage, in samples.
[[nodiscard]] double rideThroughSamples(double peakV);

class ControlPowerSupply final {
public:
    /// A supply of its own: nothing to measure. True if the voltage is enough.
    [[nodiscard]] static bool isEnough(const ControlPower& supply);

    /// Fills the window with the half cycle before the first sample that is judged; comes
    /// before the first advanceService().
    void prime(std::span<const double> halfCycleV);

    /// Advances over at most `count` samples (or those of `volts`), up to the next change
    /// between powered and not: the meter's powerUp or powerFail comes behind them.
    struct Advance {
        std::int64_t count = 0;
        bool hasChanged = false;
        bool isDamaged = false; ///< Too high a voltage for a second: the meter's supply gives up.
    };

    [[nodiscard]] Advance advanceOwn(const Installation& installation, std::int64_t count);
    /// `limitV` is what it bears.
    [[nodiscard]] Advance advanceService(bool isOn, double limitV, std::span<const double> volts);

    [[nodiscard]] bool isPowered() const { return m_isPowered; }

    /// Samples of the half cycle that is judged; 0: not primed yet.
    [[nodiscard]] std::size_t windowLength() const { return m_squares.size(); }

private:
    void slideWindow(double volts);
    [[nodiscard]] bool isWindowEnough() const;
    [[nodiscard]] bool isWindowAbove(double limitV) const;
    [[nodiscard]] double windowRideThrough() const;

    bool m_isPowered = false; ///< The meter runs.
    double m_storedSamples = 0.0;
    std::int64_t m_overSamples = 0; ///< So long the voltage has been too high.
    /// Half a cycle of squares in mV², as integers: a running sum that stays exact.
    std::vector<std::int64_t> m_squares;
    std::size_t m_oldest = 0;
    std::int64_t m_squareSum = 0;
    double m_samplesPerSquare = 0.0; ///< Ride-through per unit of the sum.
};

} // namespace meter::sim
