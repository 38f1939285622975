// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/endpoint_model.hpp"

#include "gui/line/endpoint_request.hpp"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cstddef>

namespace meter::gui {

namespace {

constexpr std::array<const char*, EndpointModel::ColumnCount> kHeaders = {
    QT_TRANSLATE_NOOP("meter::gui::EndpointModel", "Kind"),
    QT_TRANSLATE_NOOP("meter::gui::EndpointModel", "Address"),
    QT_TRANSLATE_NOOP("meter::gui::EndpointModel", "State"),
    QT_TRANSLATE_NOOP("meter::gui::EndpointModel", "Masters"),
    QT_TRANSLATE_NOOP("meter::gui::EndpointModel", "Requests"),
    QT_TRANSLATE_NOOP("meter::gui::EndpointModel", "Answers"),
    QT_TRANSLATE_NOOP("meter::gui::EndpointModel", "Exceptions"),
    QT_TRANSLATE_NOOP("meter::gui::EndpointModel", "Dropped")};

QString textOf(const sim::live::Endpoint& endpoint, int column) {
    const QLocale locale;
    const auto count = [&](std::uint64_t value) {
        return locale.toString(static_cast<qulonglong>(value));
    };
    switch (column) {
    case EndpointModel::Kind:
        return endpointTypeText(endpoint.type);
    case EndpointModel::Address:
        return QString::fromStdString(endpoint.address);
    case EndpointModel::State:
        if (!endpoint.trouble.empty()) {
            return QString::fromStdString(endpoint.trouble);
        }
        return endpoint.detail.empty() ? EndpointModel::tr("open")
                                       : QString::fromStdString(endpoint.detail);
    case EndpointModel::Masters:
        return locale.toString(static_cast<qulonglong>(endpoint.peers.size()));
    case EndpointModel::Requests:
        return count(endpoint.counters.requests);
    case EndpointModel::Answers:
        return count(endpoint.counters.answers);
    case EndpointModel::Exceptions:
        return count(endpoint.counters.exceptions);
    default:
        return count(endpoint.counters.dropped);
    }
}

} // namespace

void EndpointModel::setEndpoints(const std::vector<sim::live::Endpoint>& endpoints) {
    const bool areSame = std::ranges::equal(endpoints, m_endpoints, {}, &sim::live::Endpoint::id,
                                            &sim::live::Endpoint::id);
    if (!areSame) {
        beginResetModel();
        m_endpoints = endpoints;
        endResetModel();
        return;
    }
    m_endpoints = endpoints;
    if (!m_endpoints.empty()) {
        Q_EMIT dataChanged(index(0, Kind), index(rowCount() - 1, Dropped));
    }
}

const sim::live::Endpoint* EndpointModel::endpoint(int row) const {
    return row >= 0 && row < rowCount() ? &m_endpoints[static_cast<std::size_t>(row)] : nullptr;
}

int EndpointModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_endpoints.size());
}

int EndpointModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EndpointModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const sim::live::Endpoint& endpoint = m_endpoints.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::DisplayRole) {
        return textOf(endpoint, index.column());
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (index.column() >= Masters ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == Qt::ToolTipRole) {
        return textOf(endpoint, index.column());
    }
    return {};
}

QVariant EndpointModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::ToolTipRole && section == Dropped) {
        return tr("Wrong CRC, noise, other addresses, wrong baud rate or parity");
    }
    return role == Qt::DisplayRole ? tr(kHeaders.at(static_cast<std::size_t>(section)))
                                   : QVariant();
}

} // namespace meter::gui
