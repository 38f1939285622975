// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Demand: block, rolling and sync-to-comms (guide, registers 37–42, 129, 149, 150;
// docs/metrology.md). Fed with the powers of each 1 s cycle; values in W, VAR, VA.

#include "core/base/sample_time.hpp"
#include "core/settings/settings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace meter {

enum class Power : std::uint8_t { Real, Reactive, Apparent };
inline constexpr std::size_t kPowerCount = 3;

using PowerTriple = std::array<double, kPowerCount>; ///< W, VAR, VA, indexed by Power.

struct DemandValues {
    PowerTriple present{}; ///< Registers 37–39.
    PowerTriple max{};     ///< 40–42, non-volatile.
};

inline constexpr std::size_t kDemandSubintervalCountMax = 6; ///< Register 149.

/// The present demand is the mean over the last n completed sub-intervals, each counted by its
/// length (21211 may cut one short); fewer than n at the start; 0 before the first.
class DemandMeter {
public:
    /// Forgets every sub-interval: the present demand is 0, the maximum is kept.
    void restart(DemandValues& values);

    /// One 1 s cycle. closeRequested: 21211 acted on at the end of this cycle;
    /// resetMaxRequested: 21212, after a sub-interval that ends here.
    void addCycle(const PowerTriple& powers,
                  const Settings& settings,
                  bool closeRequested,
                  bool resetMaxRequested,
                  DemandValues& values);

    /// True if the last addCycle completed a sub-interval (the logging variant writes then).
    [[nodiscard]] bool hasClosedSubinterval() const { return m_hasClosedSubinterval; }

private:
    struct Subinterval {
        PowerTriple sum{}; ///< Of the 1 s values.
        std::uint32_t lengthS = 0;
    };

    void closeSubinterval(const Settings& settings, DemandValues& values);

    Subinterval m_running{};
    std::array<Subinterval, kDemandSubintervalCountMax> m_completed{}; ///< Newest first.
    std::uint8_t m_completedCount = 0;
    bool m_hasClosedSubinterval = false;
};

/// Whether this change of settings restarts the demand: 149, 150 or 130–134 to another value.
[[nodiscard]] bool restartsDemand(const Settings& before, const Settings& after);

/// Commands 21211 and 21212 act no more often than every 10 s, counted from the write that
/// acted; sooner ones are accepted without effect.
struct CommandGate {
    SampleTime lastActed = 0;
    bool hasActed = false;

    /// True if the command written now acts.
    [[nodiscard]] bool tryAct(SampleTime now);
};

} // namespace meter
