// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Outlines of the annunciators: pictures for heart, wrench, lock and communication, words for
// the rest. Each fits the rectangle given.

#include "core/ports/glass.hpp"

#include <QPainterPath>
#include <QRectF>

namespace meter::gui {

[[nodiscard]] QPainterPath iconOutline(Icon icon, const QRectF& box);

/// What the annunciator says, as printed on the glass; empty for a picture.
[[nodiscard]] QString iconText(Icon icon);

} // namespace meter::gui
