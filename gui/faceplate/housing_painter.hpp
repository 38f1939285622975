// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints what does not move: cabinet wall, rail, housing, terminals with their wires, names,
// bezel and type plate. The widget keeps the result in a pixmap.

#include "gui/faceplate/faceplate_layout.hpp"

#include <QPainter>
#include <QString>

namespace meter::gui {

struct HousingLook {
    bool isDark = false;  ///< The cabinet behind the meter, not the meter.
    QString model;        ///< "S4000-R".
    QString serialNumber; ///< Eight hex digits.
};

void paintHousing(QPainter& painter,
                  const QSizeF& size,
                  const FaceplateLayout& layout,
                  const HousingLook& look);

} // namespace meter::gui
