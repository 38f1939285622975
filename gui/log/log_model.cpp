// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/log_model.hpp"

#include "gui/log/meter_events.hpp"
#include "sim/base/sim_time.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace meter::gui {

QString logTimeText(SampleTime at) {
    const auto ms = static_cast<qint64>(std::llround(sim::secondsOf(at) * 1000.0));
    return QStringLiteral("%1:%2:%3.%4")
        .arg(ms / 3'600'000)
        .arg(ms / 60'000 % 60, 2, 10, QLatin1Char('0'))
        .arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'))
        .arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

LogModel& LogModel::of(LiveMeter& meter) {
    auto* known = meter.findChild<LogModel*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new LogModel(meter);
}

LogModel::LogModel(LiveMeter& meter) : QAbstractTableModel(&meter), m_last(meter.snapshot()) {
    follow(m_last);
    connect(&meter, &LiveMeter::advanced, this, &LogModel::follow);
    connect(&meter, &LiveMeter::scenarioOpened, this, [this, &meter] {
        m_last = meter.snapshot(); // It is another meter: nothing happened to the former one.
        add(m_last.now,
            tr("Scenario opened: %1").arg(QString::fromStdString(meter.identity().scenarioName)));
    });
}

void LogModel::follow(const sim::live::Snapshot& snapshot) {
    std::vector<Line> lines;
    for (const sim::live::LogLine& line : snapshot.log) {
        lines.push_back({line.at, QString::fromStdString(line.text)});
    }
    for (const QString& text : eventsBetween(m_last, snapshot)) {
        lines.push_back({snapshot.now, text});
    }
    m_last = snapshot;
    m_last.log.clear();
    append(std::move(lines));
}

void LogModel::add(SampleTime at, const QString& text) {
    append({{at, text}});
}

void LogModel::append(std::vector<Line> lines) {
    if (lines.empty()) {
        return;
    }
    if (lines.size() > kLineCountMax) {
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kLineCountMax));
    }
    const std::size_t whole = m_lines.size() + lines.size();
    if (whole > kLineCountMax) {
        const std::size_t surplus = whole - kLineCountMax;
        beginRemoveRows({}, 0, static_cast<int>(surplus) - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + static_cast<std::ptrdiff_t>(surplus));
        endRemoveRows();
    }
    const auto first = static_cast<int>(m_lines.size());
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    std::ranges::move(lines, std::back_inserter(m_lines));
    endInsertRows();
}

void LogModel::clear() {
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LogModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line& line = m_lines.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::DisplayRole) {
        return index.column() == Time ? logTimeText(line.at) : line.text;
    }
    if (role == Qt::ToolTipRole && index.column() == Text) {
        return line.text;
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (index.column() == Time ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Time ? tr("Meter time") : tr("What happened");
}

} // namespace meter::gui
