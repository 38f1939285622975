// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Spacing, colours and small parts that all docks share, so that they look alike in light and
// dark.

#include <QColor>
#include <QFont>
#include <QPalette>

#include <cstddef>

class QLabel;
class QTableView;
class QToolButton;
class QWidget;

namespace meter::gui {

inline constexpr int kDockMargin = 8; ///< Between a dock's edge and its content.
inline constexpr int kDockGap = 6;    ///< Between rows and groups of fields.

[[nodiscard]] bool isDark(const QPalette& palette);
/// Of what was refused or is wrong.
[[nodiscard]] QColor refusalColour(const QPalette& palette);
/// Of what is right, or has just been done.
[[nodiscard]] QColor successColour(const QPalette& palette);
/// Between two colours, 0 the first, 1 the second.
[[nodiscard]] QColor blend(const QColor& first, const QColor& second, double share);

/// A heading above a group of fields.
[[nodiscard]] QLabel* newHeading(const QString& text, QWidget* parent);
/// A small button with a text, reachable by keyboard.
[[nodiscard]] QToolButton* newToolButton(const QString& text, const QString& hint, QWidget* parent);
/// A table of whole rows to be read, without what a spreadsheet has around its cells.
void styleTable(QTableView& table);
/// A line for refusals, hidden while there is none; screen readers announce it.
[[nodiscard]] QLabel* newRefusalLabel(QWidget* parent);
void showRefusal(QLabel& label, const QString& refusal);

} // namespace meter::gui
