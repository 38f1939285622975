// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers as people read them.

#include <QString>

namespace meter::gui {

/// Meter time as hours, minutes, seconds: "0:07:05".
[[nodiscard]] QString durationText(double seconds);
/// "1×", "10×", "9.8×": two figures below ten, whole numbers above.
[[nodiscard]] QString speedText(double factor);

} // namespace meter::gui
