// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/channels.hpp"

#include <algorithm>

namespace meter::gui {

QString waveName(std::size_t wave) {
    const QChar phase(static_cast<char16_t>(u'a' + phaseOf(wave)));
    return QString(QChar(isCurrent(wave) ? u'I' : u'V')) + phase;
}

QString waveUnit(std::size_t wave) {
    return isCurrent(wave) ? QStringLiteral("A") : QStringLiteral("V");
}

PerWave<double> waveScales(const Settings& settings) {
    PerWave<double> scales{};
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        scales.at(wave) = isCurrent(wave) ? kRatingPerCount * settings.ctPrimaryA
                                          : kVoltsPerCount * settings.ptRatioHundredths / 100.0;
    }
    return scales;
}

std::vector<float> waveOf(const sim::live::WaveformStretch& stretch,
                          std::size_t wave,
                          double scale,
                          std::size_t count) {
    const std::size_t wanted = std::min(count, stretch.frames.size());
    std::vector<float> samples(wanted);
    const std::size_t phase = phaseOf(wave);
    std::transform(stretch.frames.end() - static_cast<std::ptrdiff_t>(wanted), stretch.frames.end(),
                   samples.begin(), [&](const SampleFrame& frame) {
                       const std::int32_t counts =
                           isCurrent(wave) ? frame.current.at(phase) : frame.voltage.at(phase);
                       return static_cast<float>(scale * counts);
                   });
    return samples;
}

} // namespace meter::gui
