// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads COMTRADE of 1991, 1999 and 2013 (IEEE C37.111, IEC 60255-24): ASCII, BINARY, BINARY32
// and FLOAT32, as .cfg with .dat or as one .cff. Real files are dirty: what can be understood
// is read and listed in the warnings, the rest is refused with its place.

#include "sim/replay/recording.hpp"

namespace meter::sim {

/// `file` is the .cfg, the .dat beside it, or a .cff.
[[nodiscard]] Result<Recording> readComtrade(const std::string& file, const ChannelPick& pick);

} // namespace meter::sim
