// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints the terminal blocks: wires, wire entries, screw heads, names and captions; and the
// symbol of a status contact, which moves.

#include "gui/faceplate/faceplate_layout.hpp"

#include <QPainter>

namespace meter::gui {

void paintWires(QPainter& painter, const QSizeF& size, const FaceplateLayout& layout);
void paintTerminals(QPainter& painter, const FaceplateLayout& layout);
void paintContact(QPainter& painter, const QRectF& box, bool isClosed);

} // namespace meter::gui
