// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Registers that a search and a choice let through. What passes does not depend on values, so
// that live changes cost nothing here.

#include <QSortFilterProxyModel>

namespace meter::gui {

class RegisterFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Choice { All, Integers, Floats, Writable };

    explicit RegisterFilter(QObject* parent = nullptr);

    void setChoice(Choice choice);
    void setSearch(const QString& text); ///< Words that all have to be there.

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Choice m_choice = Choice::All;
    QStringList m_words;
};

} // namespace meter::gui
