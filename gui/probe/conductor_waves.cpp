// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/conductor_waves.hpp"

#include "gui/probe/channels.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/truth/conductors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace meter::gui {

namespace {

constexpr double kNyquistHz = kSamplesPerSecond / 2.0;

std::int32_t counts(double value, double scale) {
    constexpr double kMax = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::lround(std::clamp(value / scale, -kMax, kMax)));
}

} // namespace

sim::live::WaveformStretch conductorStretch(const sim::World& world,
                                            const Settings& settings,
                                            SampleTime end,
                                            std::size_t count) {
    const sim::Conductors conductors(world);
    const PerWave<double> scales = waveScales(settings);
    sim::live::WaveformStretch stretch{.first = end - static_cast<SampleTime>(count), .frames = {}};
    stretch.frames.reserve(count);
    for (SampleTime at = stretch.first; at < end; ++at) {
        const double seconds = sim::secondsOf(at);
        SampleFrame frame{};
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            frame.voltage.at(phase) =
                counts(conductors.phaseVoltageAt(phase, seconds, kNyquistHz), scales.at(phase));
            frame.current.at(phase) = counts(conductors.currentAt(phase, seconds, kNyquistHz),
                                             scales.at(kPhaseCount + phase));
        }
        stretch.frames.push_back(frame);
    }
    return stretch;
}

} // namespace meter::gui
