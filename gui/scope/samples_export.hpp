// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the scope holds as a recording that other programs, and `replay`, read: COMTRADE (.cff,
// .cfg) or CSV, by the ending of the file.

#include "sim/installation/installation.hpp"
#include "sim/live/waveform_tap.hpp"
#include "sim/replay/waveform_file.hpp"

#include <filesystem>

namespace meter::gui {

/// `installation` says what the counts of the samples are in V and A.
[[nodiscard]] sim::Result<void> exportSamples(const sim::live::WaveformStretch& stretch,
                                              const sim::Installation& installation,
                                              sim::WaveformTitle title,
                                              const std::filesystem::path& file);

} // namespace meter::gui
