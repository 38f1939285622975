// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/replay_player.hpp"

#include "sim/installation/service.hpp"
#include "sim/installation/signal_path.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim {

namespace {

using Row = PerPhase<double>;

/// From paths of the source's voltages to paths of the conductors': a delta's source voltages
/// are the differences AB, BC, CA.
Row conductorPath(const Row& path, Service service) {
    if (!hasDeltaSource(service)) {
        return path;
    }
    Row result{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        result[phase] = path[phase] - path[(phase + 2) % kPhaseCount];
    }
    return result;
}

double sumOf(const Row& path, const ReplaySignal::Values& values, std::size_t from) {
    double sum = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        sum += path[phase] * values[from + phase];
    }
    return sum;
}

std::int32_t countsOf(double value) {
    constexpr double kLimit = kFullScaleCounts;
    return static_cast<std::int32_t>(std::lrint(std::clamp(value, -kLimit, kLimit)));
}

} // namespace

void ReplayPlayer::install(const Installation& installation, const InputErrors& errors) {
    const Wiring wiring = wiringOf(installation);
    const double ambientC = installation.ambientC;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double perVolt =
            gainAt(errors.voltageGain[phase], errors.voltagePerC[phase], ambientC) /
            (installation.ptRating * kVoltsPerCount);
        const double perAmpere =
            installation.ctOutput[phase] *
            gainAt(errors.currentGain[phase], errors.currentPerC[phase], ambientC) /
            (installation.ctRatingA * kRatingPerCount);
        const Row terminal = conductorPath(wiring.terminals[phase], installation.service);
        for (std::size_t conductor = 0; conductor < kPhaseCount; ++conductor) {
            m_voltagePaths[phase][conductor] = terminal[conductor] * perVolt;
            m_currentPaths[phase][conductor] = wiring.ropes[phase][conductor] * perAmpere;
        }
    }
    m_supplyPath = conductorPath(wiring.supply, installation.service);
}

void ReplayPlayer::inputs(SampleTime first, std::span<SampleFrame> frames) const {
    for (SampleFrame& frame : frames) {
        const ReplaySignal::Values values = m_signal->at(first++);
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            frame.voltage[phase] = countsOf(sumOf(m_voltagePaths[phase], values, 0));
            frame.current[phase] = countsOf(sumOf(m_currentPaths[phase], values, kPhaseCount));
        }
    }
}

void ReplayPlayer::supply(SampleTime first, std::span<double> volts) const {
    for (double& volt : volts) {
        volt = sumOf(m_supplyPath, m_signal->at(first++), 0);
    }
}

} // namespace meter::sim
