// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The diagnostic alerts by name, as log, readings and overviews show them.

#include "core/metering/alerts.hpp"

#include <QString>

namespace meter::gui {

[[nodiscard]] QString alertText(Alert alert);
/// Those that are set, one behind the other: "phase loss A, low power factor B"; "none".
[[nodiscard]] QString alertsText(AlertBits bits);

} // namespace meter::gui
