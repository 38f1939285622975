// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scope/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace meter::gui {

namespace {

constexpr double kSampleS = 1.0 / kSamplesPerSecond;
constexpr double kHysteresisShare = 0.02; ///< Of the trigger wave's peak to peak.
constexpr std::size_t kMarginSamples = 8; ///< Beside the picture, for the filter.
constexpr std::ptrdiff_t kHalfTaps = 8;

double windowedSinc(double x) {
    if (x == 0.0) {
        return 1.0;
    }
    if (std::abs(x) >= static_cast<double>(kHalfTaps)) {
        return 0.0;
    }
    const double angle = std::numbers::pi * x;
    const double window = std::cos(angle / (2.0 * static_cast<double>(kHalfTaps)));
    return std::sin(angle) / angle * window * window;
}

std::vector<std::vector<double>> filterTable(int factor) {
    std::vector<std::vector<double>> table;
    for (int phase = 0; phase < factor; ++phase) {
        const double shift = static_cast<double>(phase) / factor;
        std::vector<double> taps;
        double sum = 0.0;
        for (std::ptrdiff_t tap = 1 - kHalfTaps; tap <= kHalfTaps; ++tap) {
            taps.push_back(windowedSinc(shift - static_cast<double>(tap)));
            sum += taps.back();
        }
        for (double& tap : taps) {
            tap /= sum; // So that a flat line stays flat.
        }
        table.push_back(std::move(taps));
    }
    return table;
}

int smoothingFor(double spanS) {
    if (spanS <= 0.1) {
        return 8;
    }
    return spanS <= 0.25 ? 4 : 1;
}

double hysteresisOf(std::span<const float> samples) {
    const auto [low, high] = std::ranges::minmax(samples);
    return kHysteresisShare * static_cast<double>(high - low);
}

} // namespace

double Sweep::valueAt(std::size_t wave, double timeS) const {
    const std::vector<double>& values = points.at(wave);
    const double place = (timeS - firstS) / stepS;
    if (values.empty() || !(place >= 0.0) || place > static_cast<double>(values.size() - 1)) {
        return 0.0;
    }
    const auto index = std::min(static_cast<std::size_t>(place), values.size() - 1);
    const double share = place - static_cast<double>(index);
    const double next = index + 1 < values.size() ? values[index + 1] : values[index];
    return values[index] + share * (next - values[index]);
}

Sweep sweepOf(const sim::live::WaveformStretch& stretch,
              const Settings& settings,
              const SweepSettings& wanted,
              SweepExtent extent) {
    Sweep sweep;
    const std::size_t count = stretch.frames.size();
    if (count < 2) {
        return sweep;
    }
    const PerWave<double> scales = waveScales(settings);
    const double length = wanted.spanS * kSamplesPerSecond;
    const double before = kPreTriggerShare * length;
    const double after = length - before;
    const std::size_t wave = wanted.triggerWave;
    const std::vector<float> watched = waveOf(stretch, wave, scales.at(wave), count);
    const std::optional<double> crossing =
        latestCrossing(watched, {wanted.level, wanted.edge, hysteresisOf(watched)}, before, after);
    sweep.isTriggered = crossing.has_value();
    const double zero = crossing.value_or(std::max(0.0, static_cast<double>(count - 1) - after));

    std::size_t first = 0;
    std::size_t end = count;
    if (extent == SweepExtent::Picture) {
        const double begin = std::floor(zero - before) - static_cast<double>(kMarginSamples);
        first = begin > 0.0 ? static_cast<std::size_t>(begin) : 0;
        end =
            std::min(count, static_cast<std::size_t>(std::ceil(zero + after)) + 1 + kMarginSamples);
    }
    const int factor = smoothingFor(wanted.spanS);
    sweep.firstS = (static_cast<double>(first) - zero) * kSampleS;
    sweep.stepS = kSampleS / factor;
    for (std::size_t each = 0; each < kWaveCount; ++each) {
        const std::vector<float> samples = waveOf(stretch, each, scales.at(each), count);
        sweep.points.at(each) = smoothed(std::span(samples).subspan(first, end - first), factor);
    }
    return sweep;
}

std::vector<double> smoothed(std::span<const float> samples, int factor) {
    const std::vector<std::vector<double>> table = filterTable(factor);
    const auto count = static_cast<std::ptrdiff_t>(samples.size());
    std::vector<double> points;
    points.reserve(samples.size() * static_cast<std::size_t>(factor));
    for (std::ptrdiff_t index = 0; index < count; ++index) {
        const bool isInside = index >= kHalfTaps - 1 && index + kHalfTaps < count;
        for (const std::vector<double>& taps : table) {
            double sum = 0.0;
            for (std::ptrdiff_t tap = 1 - kHalfTaps; tap <= kHalfTaps; ++tap) {
                const std::ptrdiff_t at =
                    isInside ? index + tap : std::clamp<std::ptrdiff_t>(index + tap, 0, count - 1);
                sum += taps[static_cast<std::size_t>(tap + kHalfTaps - 1)] *
                       static_cast<double>(samples[static_cast<std::size_t>(at)]);
            }
            points.push_back(sum);
            if (index == count - 1) {
                break; // Nothing is known behind the last sample.
            }
        }
    }
    return points;
}

} // namespace meter::gui
