// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads waveforms from tables (sim/base/table_reader.hpp) of scopes, analysers and spreadsheets:
// a column of times, or a rate, and a column for each channel. Units stand in the header, below
// it, or in the names; without one, va vb vc ia ib ic are in V and A.

#include "sim/base/byte_source.hpp"
#include "sim/replay/recording.hpp"

namespace meter::sim {

[[nodiscard]] Result<Recording>
readCsvWaveform(const std::string& file, const ChannelPick& pick, const ReadOptions& options = {});

/// The same from bytes; `file` is its name in messages.
[[nodiscard]] Result<Recording> readCsvWaveform(ByteSource source,
                                                const std::string& file,
                                                const ChannelPick& pick,
                                                const ReadOptions& options);

} // namespace meter::sim
