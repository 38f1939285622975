// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The leads on the terminals of the front, as they are wired: each in the colour of the
// conductor that it comes from, nothing where nothing is connected.

#include "gui/faceplate/faceplate_layout.hpp"
#include "sim/installation/installation.hpp"

namespace meter::gui {

void layLeads(FaceplateLayout& layout, const sim::Installation& installation);

/// The terminal at a place; null if there is none.
[[nodiscard]] const Terminal* terminalAt(const FaceplateLayout& layout, const QPointF& place);

} // namespace meter::gui
