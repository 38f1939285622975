// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The readings that matter most, as a master reads them from the integer registers.

#include "sim/live/engine.hpp"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace meter::gui {

class ReadingsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Label, Value, Unit, Register, ColumnCount };

    explicit ReadingsModel(QObject* parent = nullptr);

    void setReadings(const sim::live::Snapshot& snapshot, const Factory& factory);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString label;
        QString name; ///< In the point map.
        QString value;
        QString unit;
        QString registers; ///< "3", "1\u20132".
        QString hint;
        bool isAlerts = false;
    };

    [[nodiscard]] static std::vector<Row> makeRows();

    std::vector<Row> m_rows;
};

} // namespace meter::gui
