// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What else is wired at the site, as a table of parts: control power from its source to the
// meter's own supply, and the RS-485 line from the meter to its ends. Each part has a symbol, a
// state in words, and states to choose from, written as a scenario writes them.

#include "gui/docks/world_edit.hpp"
#include "sim/installation/installation.hpp"

#include <QString>

#include <span>
#include <vector>

class QPainter;
class QPalette;
class QRectF;

namespace meter::gui {

struct SiteChoice {
    QString text;
    ParameterTexts values;
};

struct SitePart {
    enum class Row { ControlPower, Line };
    Row row;
    /// Draws the symbol and the wires to its neighbours in a box of its own.
    void (*paint)(QPainter& painter, const QRectF& box, const sim::World& world);
    QString (*state)(const sim::World& world); ///< "The fuse of the control power is good."
    bool (*isSound)(const sim::World& world);
    /// Which of them is so now is not among them where there are two: then a click changes it.
    std::vector<SiteChoice> (*choices)(const sim::World& world);
};

[[nodiscard]] std::span<const SitePart> siteParts();

} // namespace meter::gui
