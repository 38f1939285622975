// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/dock_style.hpp"

#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

namespace meter::gui {

namespace {

constexpr int kRowRoom = 5; ///< Above and below the text of a row together.

} // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

QColor refusalColour(const QPalette& palette) {
    return isDark(palette) ? QColor(255, 122, 112) : QColor(190, 32, 32);
}

QColor successColour(const QPalette& palette) {
    return isDark(palette) ? QColor(96, 208, 130) : QColor(24, 128, 64);
}

QColor blend(const QColor& first, const QColor& second, double share) {
    const auto mixed = [share](int from, int to) {
        return static_cast<int>(from + (to - from) * share + 0.5);
    };
    return {mixed(first.red(), second.red()), mixed(first.green(), second.green()),
            mixed(first.blue(), second.blue())};
}

QLabel* newHeading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, kDockGap, 0, 0);
    return label;
}

QToolButton* newToolButton(const QString& text, const QString& hint, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(hint);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void styleTable(QTableView& table) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setAlternatingRowColors(true);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setFrameShape(QFrame::NoFrame);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + kRowRoom);
    table.horizontalHeader()->setHighlightSections(false);
}

QLabel* newRefusalLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

void showRefusal(QLabel& label, const QString& refusal) {
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, refusalColour(palette));
    label.setPalette(palette);
    label.setText(refusal);
    label.setVisible(!refusal.isEmpty());
    if (!refusal.isEmpty()) {
        label.setAccessibleName(refusal);
        QAccessibleEvent event(&label, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace meter::gui
