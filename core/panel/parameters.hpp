// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the screens behind a password show and edit a setting: what follows from its row in the
// settings table. Ranges are not judged here: settings_rules does that, for the keys as for
// masters on the wire.

#include "core/panel/menu_table.hpp"
#include "core/panel/value_editor.hpp"
#include "core/panel/value_text.hpp"
#include "core/ports/glass.hpp"
#include "core/settings/settings.hpp"

#include <cstdint>

namespace meter {

/// What the keys change on this screen: digits, the place among the options, or nothing.
[[nodiscard]] ValueEditor editorOf(const ParameterScreen& screen, const Settings& settings);

/// The number of a setting that the editor stands for: 1.00:1 is 100, 10 % is 10.
[[nodiscard]] std::uint32_t editedNumber(const ParameterScreen& screen, const ValueEditor& editor);

/// The value row while the screen is edited.
[[nodiscard]] ValueText editedText(const ParameterScreen& screen, const ValueEditor& editor);

/// The unit that lights up; Icon::Count: none.
[[nodiscard]] Icon unitIconOf(const ParameterScreen& screen);

} // namespace meter
