// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A window always opens: where what was asked for cannot be had, it gives up as little of it as
// it can (a port, an endpoint, the scenario) and says what was wrong and what it did instead.

#include "gui/live/engine_link.hpp"

#include <QStringList>

#include <memory>
#include <vector>

namespace meter::gui {

struct CarefulStart {
    std::unique_ptr<EngineLink> link; ///< Running; null only if not even the plainest start went.
    QStringList troubles;             ///< Reason and remedy, a sentence or two each.
};

[[nodiscard]] CarefulStart startCarefully(const std::vector<sim::Scenario>& scenarios,
                                          const sim::live::EngineOptions& options);

} // namespace meter::gui
