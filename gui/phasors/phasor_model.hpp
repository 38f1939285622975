// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The phasors as a table: what is on the conductor, what is at the meter, and in words how the
// one comes from the other.

#include "gui/phasors/phasor_scene.hpp"

#include <QAbstractTableModel>

namespace meter::gui {

class PhasorModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Real, Seen, Verdict, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setScene(const PhasorScene& scene);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(std::size_t wave, int column) const;

    PhasorScene m_scene;
};

/// "277.0 V ∠ −120.0°".
[[nodiscard]] QString phasorText(const PhasorRms& phasor, std::size_t wave);
/// "is on conductor B"; empty where all is right.
[[nodiscard]] QString matchText(const MatchResult& match, std::size_t wave);

} // namespace meter::gui
