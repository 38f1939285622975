// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which settings the meter accepts: the ranges of the settings table and what one setting
// demands of the others. Used by Modbus writes, the front panel and scenarios alike.

#include "core/base/status.hpp"
#include "core/settings/setting_table.hpp"
#include "core/settings/settings.hpp"

namespace meter {

/// Judges one changed parameter set against the one before it. The system voltage is judged
/// when it is what changes (the PT ratio may be set whatever register 134 holds); the pulse
/// energy likewise, against the maximum system power of the candidate.
Status validate(const Settings& candidate, const Settings& before);

/// The range of every parameter by itself, without the dependencies between them.
Status checkRanges(const Settings& settings);

/// What the value of one setting demands of the others; Ok for most. validate() judges it when
/// the value changes; for callers that know that it was written (the guide refuses at the
/// write, also of the value that stands there).
Status judgeDependency(Setting setting, const Settings& settings);

} // namespace meter
