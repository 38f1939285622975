// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Something that happens in a run, as text at a time.

#include "core/base/sample_time.hpp"

#include <string>

namespace meter::sim {

/// Something that happened, or was reported, at a time.
struct RunEvent {
    SampleTime at = 0;
    std::string text;
};

} // namespace meter::sim
