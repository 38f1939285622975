// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The waves in the conductors, whatever the meter sees of them: as samples of the meter's
// converter, so that one scope shows both. Up to 1260 Hz; noise and passing events left out.

#include "core/settings/settings.hpp"
#include "sim/installation/installation.hpp"
#include "sim/live/waveform_tap.hpp"

namespace meter::gui {

/// The last `count` samples before `end`, scaled by what the meter is set to.
[[nodiscard]] sim::live::WaveformStretch conductorStretch(const sim::World& world,
                                                          const Settings& settings,
                                                          SampleTime end,
                                                          std::size_t count);

} // namespace meter::gui
