// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which part of a recording is steady: a run of cycles whose RMS values stay the same, inside a
// stretch that can hold a wave at all. Frequency and distortion mean something there, and it can
// be looped.

#include "sim/replay/recording.hpp"
#include "sim/replay/waveform_analysis.hpp"

#include <optional>
#include <span>

namespace meter::sim {

/// Seconds of the recording.
struct RecordingPart {
    double startS = 0.0;
    double lengthS = 0.0;

    [[nodiscard]] double endS() const { return startS + lengthS; }
};

/// What the file tells, else what is measured; 50 Hz if neither.
[[nodiscard]] double likelyFrequencyOf(const Recording& recording);

/// The rate is above twice the fundamental.
[[nodiscard]] bool holdsWave(const RateSegment& stretch, double frequencyHz);

/// The longest part, of three cycles or more, in which every one of the channels keeps its RMS
/// value from cycle to cycle and not all are dead; none if there is none.
[[nodiscard]] std::optional<RecordingPart> steadiestPart(const Recording& recording,
                                                         std::span<const std::size_t> channels);

/// The samples of a channel in a part: of the stretch that holds most of it.
[[nodiscard]] SampledWaveform
waveformIn(const Recording& recording, std::size_t channel, const RecordingPart& part);

/// Of the first voltage that has a fundamental in the part, else of the first current; 0: none.
[[nodiscard]] double frequencyIn(const Recording& recording, const RecordingPart& part);

} // namespace meter::sim
