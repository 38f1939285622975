// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meters of the line in a table: address, energy, alerts; the one that is shown stands out.

#include "sim/live/engine.hpp"

#include <QAbstractTableModel>

#include <vector>

namespace meter::gui {

class MetersModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Address, Energy, Power, Alerts, Name, Serial, ColumnCount };

    explicit MetersModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setMeters(const sim::live::Snapshot& snapshot);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::array<QString, ColumnCount> texts;
        bool isAlarming = false;

        friend bool operator==(const Row&, const Row&) = default;
    };

    [[nodiscard]] static Row rowOf(const sim::live::MeterSummary& summary);

    std::vector<Row> m_rows;
    std::size_t m_shown = 0;
};

} // namespace meter::gui
