// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/traffic/traffic_model.hpp"

#include "sim/base/sim_time.hpp"

#include <QColor>
#include <QDateTime>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace meter::gui {
namespace {

constexpr int kRowsCached = 1000;
constexpr std::size_t kTakenAtOnce = 5000; ///< Understood ones: some ten milliseconds.

} // namespace

TrafficModel::TrafficModel(std::shared_ptr<sim::live::TrafficRing> ring, QObject* parent)
    : QAbstractTableModel(parent), m_ring(std::move(ring)), m_cache(kRowsCached) {}

void TrafficModel::startOver() {
    beginResetModel();
    m_rows.clear();
    m_cache.clear();
    m_request.reset();
    m_next = 0;
    endResetModel();
    refresh();
}

void TrafficModel::setRing(std::shared_ptr<sim::live::TrafficRing> ring) {
    if (ring != m_ring) {
        m_ring = std::move(ring);
        startOver();
    }
}

void TrafficModel::setFilter(const sim::TrafficFilter& filter) {
    m_filter = filter;
    startOver();
}

void TrafficModel::dropOld(std::uint64_t first) {
    int count = 0;
    while (count < static_cast<int>(m_rows.size()) &&
           m_rows[static_cast<std::size_t>(count)] < first) {
        ++count;
    }
    if (count > 0) {
        beginRemoveRows({}, 0, count - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + count);
        endRemoveRows();
    }
}

bool TrafficModel::refresh() {
    if (!m_ring) {
        return false;
    }
    const sim::live::TrafficRing::Range range = m_ring->range();
    dropOld(range.first);
    m_next = std::max(m_next, range.first);
    std::vector<std::uint64_t> wanted;
    if (m_filter.isEmpty()) {
        for (; m_next < range.end; ++m_next) {
            wanted.push_back(m_next);
        }
    } else {
        for (const sim::TrafficFrame& frame : m_ring->fetch(m_next, kTakenAtOnce)) {
            if (frame.direction == sim::TrafficDirection::Request) {
                m_request = frame;
            }
            const bool isKnown = m_request && frame.request == m_request->sequence;
            if (sim::isWanted(m_filter, frame,
                              sim::meaningOf(frame, isKnown ? &*m_request : nullptr))) {
                wanted.push_back(frame.sequence);
            }
            m_next = frame.sequence + 1;
        }
    }
    if (!wanted.empty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(wanted.size()) - 1);
        m_rows.insert(m_rows.end(), wanted.begin(), wanted.end());
        endInsertRows();
    }
    return m_next < range.end;
}

const TrafficModel::Row* TrafficModel::look(std::uint64_t sequence) const {
    if (!m_cache.contains(sequence)) {
        auto found = std::make_unique<std::optional<Row>>();
        if (auto frame = m_ring->frame(sequence)) {
            const auto request = frame->request == 0 ? std::nullopt : m_ring->frame(frame->request);
            sim::TrafficMeaning meaning = sim::meaningOf(*frame, request ? &*request : nullptr);
            found->emplace(Row{std::move(*frame), std::move(meaning)});
        }
        m_cache.insert(sequence, found.release());
    }
    const std::optional<Row>* const row = m_cache.object(sequence);
    return row != nullptr && *row ? &**row : nullptr;
}

std::optional<TrafficModel::Row> TrafficModel::row(int index) const {
    if (index < 0 || index >= rowCount()) {
        return std::nullopt;
    }
    const Row* const found = look(m_rows[static_cast<std::size_t>(index)]);
    return found != nullptr ? std::optional(*found) : std::nullopt;
}

int TrafficModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrafficModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TrafficModel::text(const Row& row, int column) const {
    const auto& [frame, meaning] = row;
    switch (column) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(frame.utcUs / 1000)
            .toString(QStringLiteral("HH:mm:ss.zzz"));
    case MeterTime:
        return QString::number(sim::secondsOf(frame.meterTime), 'f', 3);
    case Direction:
        return frame.direction == sim::TrafficDirection::Request ? QStringLiteral("→")
                                                                 : QStringLiteral("←");
    case Endpoint:
        return QString::fromStdString(frame.endpoint);
    case Peer:
        return QString::fromStdString(frame.peer);
    case Unit:
        return meaning.unit ? QString::number(*meaning.unit) : QString();
    case Function:
        return meaning.function ? QString::number(*meaning.function) : QString();
    case Meaning:
        return QString::fromStdString(meaning.text);
    default:
        return QString::fromStdString(frame.remark);
    }
}

QVariant TrafficModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber =
            index.column() == MeterTime || index.column() == Unit || index.column() == Function;
        return QVariant::fromValue<int>(
            static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole && role != Qt::ForegroundRole && role != Qt::ToolTipRole) {
        return {};
    }
    const Row* const row = look(m_rows[static_cast<std::size_t>(index.row())]);
    if (row == nullptr) {
        return {};
    }
    if (role == Qt::ForegroundRole) {
        return sim::isTrouble(row->frame, row->meaning) ? QVariant(QColor(0xD0, 0x40, 0x30))
                                                        : QVariant();
    }
    return text(*row, index.column());
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return tr("Time");
    case MeterTime:
        return tr("Meter s");
    case Direction:
        return tr("Way");
    case Endpoint:
        return tr("Endpoint");
    case Peer:
        return tr("Client");
    case Unit:
        return tr("Unit");
    case Function:
        return tr("Function");
    case Meaning:
        return tr("Meaning");
    case Remark:
        return tr("Remark");
    default:
        return {};
    }
}

} // namespace meter::gui
