// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Plays a recording into the meter's inputs: leads, ropes, ratings and gain errors of the
// installation apply as they do to source and load. The recording's currents are taken as they
// were recorded: the phase errors of an `accuracy: class` meter are not added to them. A value:
// the recording is shared, the paths of the installation are copied.

#include "core/metering/sample_frame.hpp"
#include "sim/installation/input_stage.hpp"
#include "sim/installation/installation.hpp"
#include "sim/replay/replay_signal.hpp"

#include <memory>
#include <span>
#include <utility>

namespace meter::sim {

class ReplayPlayer final {
public:
    ReplayPlayer() = default; ///< Plays nothing.

    explicit ReplayPlayer(std::shared_ptr<const ReplaySignal> signal)
        : m_signal(std::move(signal)) {}

    [[nodiscard]] bool isPlaying() const { return m_signal != nullptr; }

    void install(const Installation& installation, const InputErrors& errors);

    void inputs(SampleTime first, std::span<SampleFrame> frames) const;
    void supply(SampleTime first, std::span<double> volts) const;

private:
    std::shared_ptr<const ReplaySignal> m_signal;
    PerPhase<PerPhase<double>> m_voltagePaths{}; ///< [terminal][conductor], counts per V.
    PerPhase<PerPhase<double>> m_currentPaths{}; ///< [CT input][conductor], counts per A.
    PerPhase<double> m_supplyPath{};             ///< [conductor]
};

} // namespace meter::sim
