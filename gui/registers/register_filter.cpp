// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/register_filter.hpp"

#include "gui/registers/register_model.hpp"

#include <algorithm>

namespace meter::gui {

RegisterFilter::RegisterFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setDynamicSortFilter(false);
}

void RegisterFilter::setChoice(Choice choice) {
    m_choice = choice;
    invalidateFilter();
}

void RegisterFilter::setSearch(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool RegisterFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool isFloat =
        index.data(RegisterModel::FormatRole).toInt() == static_cast<int>(RegisterFormat::Float);
    if ((m_choice == Choice::Integers && isFloat) || (m_choice == Choice::Floats && !isFloat) ||
        (m_choice == Choice::Writable && !index.data(RegisterModel::WritableRole).toBool())) {
        return false;
    }
    const QString text = index.data(RegisterModel::SearchRole).toString();
    return std::ranges::all_of(
        m_words, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace meter::gui
