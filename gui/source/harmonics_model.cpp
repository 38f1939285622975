// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/source/harmonics_model.hpp"

#include "gui/docks/world_edit.hpp"
#include "sim/keys/parameter_path.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace meter::gui {

HarmonicsModel::HarmonicsModel(QObject* parent) : QAbstractTableModel(parent) {}

void HarmonicsModel::setSubject(const std::string& path, std::optional<std::size_t> phase) {
    beginResetModel();
    m_path = path;
    m_phase = phase;
    m_rows.clear();
    endResetModel();
}

std::string HarmonicsModel::keyOf(int order, bool isAngle) const {
    std::string key = m_path + ".";
    if (m_phase) {
        const bool isSource = m_path.starts_with("source");
        const auto names = sim::phaseNames(isSource, m_service);
        key += std::string(names[std::min(*m_phase, names.size() - 1)]) + ".";
    }
    return key + std::to_string(order) + (isAngle ? ".angle" : ".level");
}

int HarmonicsModel::orderAt(int row) const {
    return m_rows.at(static_cast<std::size_t>(row)).order;
}

std::vector<HarmonicsModel::Row> HarmonicsModel::rowsOf(const sim::World& world) const {
    const bool isSource = m_path.starts_with("source");
    const auto& spectra = isSource ? world.source.harmonics : world.load.harmonics;
    std::set<int> orders;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if ((!m_phase || *m_phase == phase) &&
            phase < sim::phaseNames(isSource, m_service).size()) {
            for (const sim::Harmonic& harmonic : spectra[phase]) {
                orders.insert(harmonic.order);
            }
        }
    }
    std::vector<Row> rows;
    for (const int order : orders) {
        rows.push_back({order, sim::parameter(world, keyOf(order, false)),
                        sim::parameter(world, keyOf(order, true))});
    }
    return rows;
}

void HarmonicsModel::showWorld(const sim::World& world) {
    m_service = world.installation.service;
    std::vector<Row> rows = rowsOf(world);
    if (rows == m_rows) {
        return;
    }
    if (std::ranges::equal(rows, m_rows, {}, &Row::order, &Row::order)) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows[row] != m_rows[row]) {
                m_rows[row] = rows[row];
                const int line = static_cast<int>(row);
                Q_EMIT dataChanged(index(line, Level), index(line, Angle));
            }
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int HarmonicsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HarmonicsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HarmonicsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignRight));
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == Order) {
        return row.order;
    }
    const std::optional<double>& value = index.column() == Level ? row.level : row.angleDeg;
    return value                  ? fieldText(keyOf(row.order, index.column() == Angle), *value)
           : role == Qt::EditRole ? QString()
                                  : tr("differ");
}

bool HarmonicsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || index.column() == Order) {
        return false;
    }
    QString text = value.toString().trimmed();
    if (text.isEmpty() || text == data(index, Qt::EditRole).toString()) {
        return false;
    }
    bool isPlain = false;
    static_cast<void>(text.toDouble(&isPlain));
    if (isPlain && index.column() == Level) {
        text += QStringLiteral(" %"); // The column's unit.
    }
    Q_EMIT edited(QString::fromStdString(keyOf(orderAt(index.row()), index.column() == Angle)),
                  text);
    return true;
}

Qt::ItemFlags HarmonicsModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    flags.setFlag(Qt::ItemIsEditable, index.isValid() && index.column() != Order);
    return flags;
}

QVariant HarmonicsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Order:
        return tr("Order");
    case Level:
        return tr("Level");
    case Angle:
        return tr("Angle");
    default:
        return {};
    }
}

} // namespace meter::gui
