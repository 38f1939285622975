// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// View -> Language: the languages by their own names, the chosen one marked.

#include <functional>

class QMenu;

namespace meter::gui {

/// Fills the menu. `onChosen` is called when a choice was kept; it counts from the next start.
void fillLanguageMenu(QMenu& menu, const std::function<void()>& onChosen);

} // namespace meter::gui
