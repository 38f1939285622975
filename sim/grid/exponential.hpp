// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// e to a power, of our own: the same bits on every machine, which the C library's are not.

namespace meter::sim {

/// e^exponent for exponent ≤ 0, relative error below 1e-15; 0 below −700.
[[nodiscard]] double decayOf(double exponent);

} // namespace meter::sim
