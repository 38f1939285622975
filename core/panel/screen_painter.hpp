// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a place in the menus looks like: label row, value row and the icons that belong to it.
// Blinking, messages and the icons that do not depend on the place are the panel's.

#include "core/access/meter_control.hpp"
#include "core/panel/menu_navigator.hpp"
#include "core/ports/glass.hpp"

namespace meter {

void drawPlace(Glass& glass, const MenuNavigator& menu, const MeterControl& control);

} // namespace meter
