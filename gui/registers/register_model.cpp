// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/registers/register_model.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/language/library_text.hpp"
#include "gui/text/alert_text.hpp"

#include <QApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <limits>

namespace meter::gui {

namespace {

constexpr qint64 kFlashMs = 900;
constexpr int kFadeIntervalMs = 150;

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString rawText(const RegisterRow& row, const std::array<std::uint16_t, 2>& words) {
    if (row.words == 1) {
        return QString::number(words[0]);
    }
    const auto hex = [](std::uint16_t word) {
        return QStringLiteral("%1").arg(word, 4, 16, QLatin1Char('0')).toUpper();
    };
    return hex(words[0]) + QLatin1Char(' ') + hex(words[1]);
}

QString quoted(QString text) {
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"'))) {
        text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        return QString(QLatin1Char('"') + text + QLatin1Char('"'));
    }
    return text;
}

} // namespace

RegisterModel::RegisterModel(QObject* parent) : QAbstractTableModel(parent) {
    m_clock.start();
    m_fading.setInterval(kFadeIntervalMs);
    connect(&m_fading, &QTimer::timeout, this, &RegisterModel::fadeFlashes);
    setVariant(Variant::Standard);
}

void RegisterModel::setVariant(Variant variant) {
    beginResetModel();
    m_rows.clear();
    for (std::size_t index = 0; index < kRegisterMap.size(); ++index) {
        // The columns of the data log are thousands of registers under one row: not shown.
        const RegisterRow& entry = kRegisterMap[index];
        if (entry.existsIn(variant) && entry.quantity != Quantity::LogBuffer) {
            Row row{.named = namedRegister(index), .mapIndex = index};
            m_rows.push_back(std::move(row));
        }
    }
    m_isFirst = true;
    endResetModel();
}

void RegisterModel::setWords(const RegisterWords& words) {
    const bool isScaledAnew =
        words.scales.current != m_scales.current || words.scales.voltage != m_scales.voltage ||
        words.scales.power != m_scales.power || words.scales.energy != m_scales.energy;
    m_scales = words.scales;
    int first = -1; // Of a run of rows that changed.
    const auto close = [this, &first](int end) {
        if (first >= 0) {
            Q_EMIT dataChanged(index(first, Value), index(end - 1, Raw));
            first = -1;
        }
    };
    for (int line = 0; line < rowCount(); ++line) {
        Row& row = m_rows[static_cast<std::size_t>(line)];
        if (row.words == words.rows[row.mapIndex] && !isScaledAnew) {
            close(line);
            continue;
        }
        show(row, words);
        first = first < 0 ? line : first;
    }
    close(rowCount());
    m_isFirst = false;
}

void RegisterModel::show(Row& row, const RegisterWords& words) {
    const RegisterRow& entry = *row.named.row;
    const bool isNew = row.words != words.rows[row.mapIndex];
    row.words = words.rows[row.mapIndex];
    if (!row.words) {
        row.value.clear();
        row.raw.clear();
        return;
    }
    row.raw = rawText(entry, *row.words);
    const auto value = valueOf(entry, std::span(*row.words).first(entry.words), m_scales);
    if (!value) {
        row.value = QChar(0x2014);
    } else if (entry.quantity == Quantity::Alerts && *value != 0.0) {
        const auto bits = static_cast<AlertBits>(std::lround(*value));
        row.value = QString::number(bits) + QStringLiteral(": ") + alertsText(bits);
    } else if (entry.format == RegisterFormat::Float) {
        row.value = QLocale().toString(*value, 'g', 7);
    } else {
        row.value =
            QLocale().toString(*value, 'f', std::max(0, -decimalExponentOf(entry, m_scales)));
    }
    if (isNew && !m_isFirst) {
        row.changedMs = m_clock.elapsed();
        if (!m_fading.isActive()) {
            m_fading.start();
        }
    }
}

void RegisterModel::fadeFlashes() {
    const qint64 now = m_clock.elapsed();
    bool isAny = false;
    for (int line = 0; line < rowCount(); ++line) {
        Row& row = m_rows[static_cast<std::size_t>(line)];
        if (row.changedMs < 0) {
            continue;
        }
        if (now - row.changedMs > kFlashMs) {
            row.changedMs = -1;
        }
        isAny = isAny || row.changedMs >= 0;
        Q_EMIT dataChanged(index(line, Value), index(line, Value), {Qt::BackgroundRole});
    }
    if (!isAny) {
        m_fading.stop();
    }
}

void RegisterModel::setRefusal(std::uint16_t number, const QString& refusal) {
    const int line = rowOf(number);
    if (line >= 0 && m_rows[static_cast<std::size_t>(line)].refusal != refusal) {
        m_rows[static_cast<std::size_t>(line)].refusal = refusal;
        Q_EMIT dataChanged(index(line, 0), index(line, ColumnCount - 1));
    }
}

int RegisterModel::rowOf(std::uint16_t number) const {
    const auto found = std::ranges::find_if(
        m_rows, [number](const Row& row) { return row.named.row->number == number; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::uint16_t RegisterModel::numberAt(int row) const {
    return m_rows.at(static_cast<std::size_t>(row)).named.row->number;
}

QString RegisterModel::csv() const {
    QString text = QStringLiteral("register,name,value,unit,raw,format,access\r\n");
    for (const Row& row : m_rows) {
        const RegisterRow& entry = *row.named.row;
        QString value;
        if (row.words) {
            const auto number = valueOf(entry, std::span(*row.words).first(entry.words), m_scales);
            value = number ? QString::number(*number, 'g', std::numeric_limits<double>::digits10)
                           : QStringLiteral("invalid");
        }
        const QStringList cells = {QString::number(entry.number),
                                   textOf(row.named.text->name),
                                   value,
                                   textOf(row.named.text->unit),
                                   row.raw,
                                   textOf(formatText(entry.format)),
                                   entry.isWritable() ? QStringLiteral("R/W")
                                                      : QStringLiteral("R")};
        QStringList safe;
        for (const QString& cell : cells) {
            safe << quoted(cell);
        }
        text += safe.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text;
}

int RegisterModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RegisterModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RegisterModel::background(const Row& row) const {
    const QPalette palette = QApplication::palette();
    if (!row.refusal.isEmpty()) {
        return blend(palette.color(QPalette::Base), refusalColour(palette), 0.25);
    }
    if (row.changedMs < 0) {
        return {};
    }
    const double age =
        static_cast<double>(m_clock.elapsed() - row.changedMs) / static_cast<double>(kFlashMs);
    const double strength = 0.45 * (1.0 - std::clamp(age, 0.0, 1.0));
    return blend(palette.color(QPalette::Base), palette.color(QPalette::Highlight), strength);
}

QVariant RegisterModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const RegisterRow& entry = *row.named.row;
    switch (role) {
    case Qt::TextAlignmentRole: {
        const bool isNumber =
            index.column() == Number || index.column() == Value || index.column() == Raw;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    case Qt::BackgroundRole:
        return index.column() == Value ? background(row) : QVariant();
    case Qt::ToolTipRole:
        if (entry.quantity == Quantity::Alerts && index.column() == Value) {
            return row.value;
        }
        return row.refusal.isEmpty() ? textOf(row.named.text->description) : row.refusal;
    case FormatRole:
        return static_cast<int>(entry.format);
    case WritableRole:
        return entry.isWritable();
    case RefusalRole:
        return row.refusal;
    case SearchRole:
        return QString(QString::number(entry.number) + QLatin1Char(' ') +
                       textOf(row.named.text->name) + QLatin1Char(' ') +
                       textOf(row.named.text->unit) + QLatin1Char(' ') +
                       textOf(row.named.text->description));
    case Qt::DisplayRole:
    case Qt::EditRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Number:
        return entry.number;
    case Name:
        return textOf(row.named.text->name);
    case Value:
        return row.value;
    case Unit:
        return libraryText(row.named.text->unit);
    case Raw:
        return row.raw;
    case Format:
        return textOf(formatText(entry.format));
    default:
        return entry.isWritable() ? tr("R/W") : tr("R");
    }
}

bool RegisterModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    const QString text = value.toString().trimmed();
    if (text.isEmpty()) {
        return false;
    }
    Q_EMIT edited(numberAt(index.row()), text, index.column() == Raw);
    return true;
}

Qt::ItemFlags RegisterModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && (index.column() == Value || index.column() == Raw)) {
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        flags.setFlag(Qt::ItemIsEditable, row.named.row->isWritable());
    }
    return flags;
}

QVariant RegisterModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const std::array<QString, ColumnCount> heads = {
        tr("No."), tr("Name"), tr("Value"), tr("Unit"), tr("Raw"), tr("Format"), tr("Access")};
    return section >= 0 && section < ColumnCount ? heads[static_cast<std::size_t>(section)]
                                                 : QVariant();
}

} // namespace meter::gui
