// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Light, dark, or as the system has it.

namespace meter::gui {

enum class Appearance { FollowSystem, Light, Dark };

/// For the whole program, at once.
void applyAppearance(Appearance appearance);

} // namespace meter::gui
