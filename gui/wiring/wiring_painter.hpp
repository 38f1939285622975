// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws the wiring: conductors, leads with fuses or PTs, ropes with their direction, the meter.

#include "core/settings/settings.hpp"
#include "gui/wiring/wiring_geometry.hpp"

#include <QPalette>

#include <optional>

class QPainter;

namespace meter::gui {

/// A lead or rope that is being dragged.
struct WiringDrag {
    std::size_t handle = 0;
    QPointF at;
    sim::Conductor target = sim::Conductor::Open;
};

struct WiringPicture {
    sim::Installation installation{};
    Settings settings{};
    std::optional<std::size_t> hovered{};
    std::optional<std::size_t> focused{}; ///< Handle with the keyboard's focus.
    std::optional<WiringDrag> drag{};
};

void paintWiring(QPainter& painter,
                 const WiringGeometry& geometry,
                 const WiringPicture& picture,
                 const QPalette& palette);

} // namespace meter::gui
