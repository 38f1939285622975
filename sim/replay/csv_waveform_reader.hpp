// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads waveforms from CSV: a header with `time_s` first, then a column per channel, usually
// va,vb,vc,ia,ib,ic, in V and A. Semicolons and tabs separate as well; lines that begin with #
// are skipped.

#include "sim/replay/recording.hpp"

namespace meter::sim {

[[nodiscard]] Result<Recording> readCsvWaveform(const std::string& file, const ChannelPick& pick);

} // namespace meter::sim
