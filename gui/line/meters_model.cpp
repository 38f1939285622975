// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/meters_model.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/readings/snapshot_registers.hpp"
#include "gui/text/alert_text.hpp"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QPalette>

namespace meter::gui {

namespace {

QString valueText(const sim::live::MeterSummary& summary, std::string_view name) {
    sim::live::Snapshot frozen;
    frozen.readings = summary.readings;
    frozen.isPowered = summary.isPowered;
    const auto reading = registerReading(frozen, summary.factory, name);
    return reading && reading->value ? QLocale().toString(*reading->value, 'f', reading->decimals)
                                     : QString(QChar(0x2014));
}

} // namespace

MetersModel::Row MetersModel::rowOf(const sim::live::MeterSummary& summary) {
    Row row;
    row.texts[Address] = QString::number(summary.readings.settings.modbusAddress);
    row.texts[Energy] = valueText(summary, "real_energy");
    row.texts[Power] = valueText(summary, "real_power_total");
    row.texts[Alerts] = summary.isPowered ? alertsText(summary.readings.alerts) : tr("no power");
    row.texts[Name] = QString::fromStdString(summary.name);
    row.texts[Serial] =
        QStringLiteral("%1").arg(summary.factory.serialNumber, 8, 16, QLatin1Char('0')).toUpper();
    row.isAlarming = summary.readings.alerts != 0 || !summary.isPowered;
    return row;
}

void MetersModel::setMeters(const sim::live::Snapshot& snapshot) {
    if (snapshot.meters->size() != m_rows.size()) {
        beginResetModel();
        m_rows.assign(snapshot.meters->size(), {});
        endResetModel();
    }
    for (std::size_t meter = 0; meter < m_rows.size(); ++meter) {
        Row row = rowOf((*snapshot.meters)[meter]);
        const bool isTurned =
            m_shown != snapshot.meter && (meter == m_shown || meter == snapshot.meter);
        if (row != m_rows[meter] || isTurned) {
            m_rows[meter] = std::move(row);
            const int line = static_cast<int>(meter);
            Q_EMIT dataChanged(index(line, 0), index(line, ColumnCount - 1));
        }
    }
    m_shown = snapshot.meter;
}

int MetersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MetersModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MetersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.texts.at(static_cast<std::size_t>(index.column()));
    case Qt::ToolTipRole:
        return index.column() == Alerts ? row.texts[Alerts]
                                        : tr("Double-click or Enter: show this meter");
    case Qt::FontRole: {
        QFont font;
        font.setBold(static_cast<std::size_t>(index.row()) == m_shown);
        return font;
    }
    case Qt::ForegroundRole:
        return index.column() == Alerts && row.isAlarming
                   ? QVariant(refusalColour(QApplication::palette()))
                   : QVariant();
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() <= Power;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    default:
        return {};
    }
}

QVariant MetersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const std::array<QString, ColumnCount> heads = {tr("Address"), tr("kWh"),  tr("kW"),
                                                    tr("Alerts"),  tr("Name"), tr("Serial no.")};
    return section >= 0 && section < ColumnCount ? heads[static_cast<std::size_t>(section)]
                                                 : QVariant();
}

} // namespace meter::gui
