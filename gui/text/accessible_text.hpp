// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The glass in words, for screen readers.

#include "core/ports/glass.hpp"

#include <QString>

namespace meter::gui {

/// The unit that is lit, with its prefix, as in "kWh"; empty if there is none.
[[nodiscard]] QString unitText(const Glass& glass);
/// A whole sentence: "KWh: 12.34 kWh. Phase A. Diagnostic alert."
[[nodiscard]] QString glassDescription(const Glass& glass);

} // namespace meter::gui
