// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the fault library says, in the window's language: meanings, sources and parameters; and
// the units of registers, of which few are words. The tables themselves speak English, as the
// command line and the reports do; names are no texts and stay what they are in scenarios.

#include <QString>

#include <span>
#include <string_view>

namespace meter::gui {

/// English where the text is not translated.
[[nodiscard]] QString libraryText(std::string_view text);

/// All that is collected for translation. A test keeps it in step with the library.
[[nodiscard]] std::span<const char* const> libraryTexts();

} // namespace meter::gui
