// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The harmonics of voltages or currents, as a table that can be edited: order, level, angle.
// Shows one phase, or what all phases have in common.

#include "sim/installation/installation.hpp"

#include <QAbstractTableModel>

#include <optional>
#include <string>
#include <vector>

namespace meter::gui {

class HarmonicsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Order, Level, Angle, ColumnCount };

    explicit HarmonicsModel(QObject* parent = nullptr);

    /// Whose: "source.harmonics" or "load.harmonics"; a phase, or all of them.
    void setSubject(const std::string& path, std::optional<std::size_t> phase);
    void showWorld(const sim::World& world);

    /// "source.harmonics.A.5.level".
    [[nodiscard]] std::string keyOf(int order, bool isAngle) const;
    [[nodiscard]] int orderAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Somebody edited a cell; the model changes when the world does.
    void edited(const QString& key, const QString& text);

private:
    struct Row {
        int order = 0;
        std::optional<double> level; ///< None: the phases differ.
        std::optional<double> angleDeg;

        friend bool operator==(const Row&, const Row&) = default;
    };

    [[nodiscard]] std::vector<Row> rowsOf(const sim::World& world) const;

    std::string m_path = "source.harmonics";
    std::optional<std::size_t> m_phase;
    sim::Service m_service = sim::Service::Wye;
    std::vector<Row> m_rows;
};

} // namespace meter::gui
