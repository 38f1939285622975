// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fundamentals on the conductors and at the meter, against one and the same reference: the
// voltage of conductor A is at 0°. So a lead on the wrong conductor shows as a vector that lies
// where another one belongs.

#include "gui/probe/wave_figures.hpp"
#include "gui/probe/waveform_probe.hpp"

namespace meter::gui {

/// Voltages against N, or the star point where there is none; line currents.
struct ConductorPhasors {
    PerWave<PhasorRms> phasors{};
    PerWave<bool> isThere{};       ///< The service has the conductor.
    PerWave<PhasorRms> expected{}; ///< At the meter's terminals, by the wiring that is there.
};

[[nodiscard]] ConductorPhasors conductorPhasors(const sim::World& world);

/// How a vector at the meter relates to those on the conductors.
enum class Match {
    Unknown,  ///< There is nothing to compare with.
    Right,    ///< As on its own conductor.
    Nothing,  ///< It is zero and should not be.
    Reversed, ///< As its own conductor's, turned by 180°.
    Other,    ///< As another conductor's.
    OtherReversed,
    WrongSize,  ///< Of its own direction, but not as long.
    WrongAngle, ///< None of these.
};

struct MatchResult {
    Match match = Match::Unknown;
    std::size_t phase = 0; ///< Other, OtherReversed: whose.
    double ratio = 1.0;    ///< WrongSize: seen over real.
};

struct PhasorScene {
    PerWave<PhasorRms> real{};
    PerWave<PhasorRms> seen{};
    PerWave<double> seenRms{}; ///< Harmonics included.
    PerWave<bool> isReal{};    ///< The conductor exists and is known.
    PerWave<MatchResult> matches{};
    bool isRealKnown = false;
    bool isSeenKnown = false;
};

/// `figures` may be missing; so may what is real (a recording is played).
[[nodiscard]] PhasorScene sceneOf(const WorldTruth& truth,
                                  const std::optional<PerWave<WaveFigures>>& figures);

} // namespace meter::gui
