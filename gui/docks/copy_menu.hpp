// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The context menu of every picture, plot and table: copy it, save it.

#include <QString>

class QAbstractItemView;
class QMenu;
class QWidget;

namespace meter::gui {

class LiveMeter;

/// "Copy picture" and "Save picture…" (PNG, SVG). `name` is proposed behind the scenario's.
void addPictureMenu(QWidget& picture, const LiveMeter& meter, const QString& name);
/// "Copy table" (tab-separated, for a spreadsheet) and "Save table…" (CSV).
void addTableMenu(QAbstractItemView& table, const LiveMeter& meter, const QString& name);

/// False if it could not be written.
[[nodiscard]] bool savePicture(QWidget& picture, const QString& file);
/// The rows and columns that are shown, with their headings.
[[nodiscard]] QString tableText(const QAbstractItemView& table, QChar separator);

} // namespace meter::gui
