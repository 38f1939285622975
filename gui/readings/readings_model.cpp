// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/readings/readings_model.hpp"

#include "gui/language/library_text.hpp"
#include "gui/readings/snapshot_registers.hpp"
#include "gui/text/alert_text.hpp"
#include "sim/registers/register_names.hpp"

#include <QLocale>

#include <array>
#include <cmath>
#include <string>

namespace meter::gui {

namespace {

struct Spec {
    const char* name;
    const char* label;
};

constexpr std::array kSpecs = {
    Spec{"real_energy", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Real energy")},
    Spec{"apparent_energy", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Apparent energy")},
    Spec{"reactive_energy", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Reactive energy")},
    Spec{"real_power_total", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Real power")},
    Spec{"reactive_power_total", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Reactive power")},
    Spec{"apparent_power_total", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Apparent power")},
    Spec{"power_factor_total", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Power factor")},
    Spec{"frequency", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Frequency")},
    Spec{"voltage_an", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Voltage A-N")},
    Spec{"voltage_bn", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Voltage B-N")},
    Spec{"voltage_cn", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Voltage C-N")},
    Spec{"voltage_ab", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Voltage A-B")},
    Spec{"voltage_bc", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Voltage B-C")},
    Spec{"voltage_ac", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Voltage A-C")},
    Spec{"current_a", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Current A")},
    Spec{"current_b", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Current B")},
    Spec{"current_c", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Current C")},
    Spec{"real_power_a", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Real power A")},
    Spec{"real_power_b", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Real power B")},
    Spec{"real_power_c", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Real power C")},
    Spec{"real_demand", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Real demand")},
    Spec{"real_demand_max", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Max. real demand")},
    Spec{"pulse_counter_real", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Energy pulses")},
    Spec{"alerts", QT_TRANSLATE_NOOP("meter::gui::ReadingsModel", "Alerts")},
};

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

ReadingsModel::ReadingsModel(QObject* parent) : QAbstractTableModel(parent), m_rows(makeRows()) {}

std::vector<ReadingsModel::Row> ReadingsModel::makeRows() {
    std::vector<Row> rows;
    for (const Spec& spec : kSpecs) {
        Row row;
        row.label = tr(spec.label);
        row.name = QString::fromLatin1(spec.name);
        row.isAlerts = row.name == QStringLiteral("alerts");
        if (const RegisterPair pair = registerPairNamed(spec.name); pair.integer) {
            const RegisterRow& entry = *pair.integer->row;
            row.registers = QString::number(entry.number);
            if (entry.words > 1) {
                row.registers += QChar(0x2013) + QString::number(entry.number + entry.words - 1);
            }
            row.unit = libraryText(pair.integer->text->unit);
            row.hint = text(pair.integer->text->description);
        }
        rows.push_back(row);
    }
    return rows;
}

void ReadingsModel::setReadings(const sim::live::Snapshot& snapshot, const Factory& factory) {
    const QLocale locale;
    int first = -1;
    int last = -1;
    for (int index = 0; index < rowCount(); ++index) {
        Row& row = m_rows.at(static_cast<std::size_t>(index));
        const std::string name = row.name.toStdString();
        const auto reading = registerReading(snapshot, factory, name);
        QString value;
        if (reading && reading->value && row.isAlerts) {
            value = alertsText(static_cast<AlertBits>(std::lround(*reading->value)));
        } else if (reading) {
            value = reading->value ? locale.toString(*reading->value, 'f', reading->decimals)
                                   : QString(QChar(0x2014));
        }
        if (value != row.value) {
            row.value = value;
            first = first < 0 ? index : first;
            last = index;
        }
    }
    if (first >= 0) {
        Q_EMIT dataChanged(index(first, Value), index(last, Value));
    }
}

int ReadingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReadingsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReadingsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = index.column() == Value || index.column() == Register;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == Qt::ToolTipRole && row.isAlerts && index.column() == Value) {
        return row.value; // Several are longer than the column.
    }
    if (role == Qt::ToolTipRole) {
        return QString(row.name + QStringLiteral("\n") + row.hint);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Label:
        return row.label;
    case Value:
        return row.value;
    case Unit:
        return row.unit;
    default:
        return row.registers;
    }
}

QVariant ReadingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Label:
        return tr("Reading");
    case Value:
        return tr("Value");
    case Unit:
        return tr("Unit");
    case Register:
        return tr("Register");
    default:
        return {};
    }
}

} // namespace meter::gui
