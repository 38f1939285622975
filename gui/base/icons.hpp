// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Icons of one colour, taken from the resources and drawn in the colour of the text, so that
// they are right in light and dark.

#include <QIcon>
#include <QPalette>
#include <QString>

namespace meter::gui {

/// `name` of resources/icons/<name>.svg.
[[nodiscard]] QIcon themedIcon(const QString& name, const QPalette& palette);
/// The program's own.
[[nodiscard]] QIcon programIcon();

} // namespace meter::gui
