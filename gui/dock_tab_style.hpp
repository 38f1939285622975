// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tabs of docks: where their titles do not fit, all of them become icons with tool tips
// rather than "Re…".

class QTabBar;

namespace meter::gui {

/// May be called again for the same bar.
void styleDockTabs(QTabBar& bar);

} // namespace meter::gui
