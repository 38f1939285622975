// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the meter can be reached by, and what passed there.

#include "sim/live/line/endpoint.hpp"

#include <QAbstractTableModel>

#include <vector>

namespace meter::gui {

class EndpointModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Kind,
        Address,
        State,
        Masters,
        Requests,
        Answers,
        Exceptions,
        Dropped,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEndpoints(const std::vector<sim::live::Endpoint>& endpoints);
    /// Null: no such row.
    [[nodiscard]] const sim::live::Endpoint* endpoint(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<sim::live::Endpoint> m_endpoints;
};

} // namespace meter::gui
