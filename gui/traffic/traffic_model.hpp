// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The frames on the wire as a table. Keeps the numbers of the rows only; a frame is fetched from
// the ring and understood when it is looked at, so that 100 000 rows cost next to nothing.

#include "sim/live/line/traffic_ring.hpp"
#include "sim/traffic/traffic_filter.hpp"

#include <QAbstractTableModel>
#include <QCache>

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

namespace meter::gui {

class TrafficModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Time,
        MeterTime,
        Direction,
        Endpoint,
        Peer,
        Unit,
        Function,
        Meaning,
        Remark,
        ColumnCount
    };

    struct Row {
        sim::TrafficFrame frame;
        sim::TrafficMeaning meaning;
    };

    /// `ring` may be null: an empty table.
    explicit TrafficModel(std::shared_ptr<sim::live::TrafficRing> ring, QObject* parent = nullptr);

    void setRing(std::shared_ptr<sim::live::TrafficRing> ring);
    void setFilter(const sim::TrafficFilter& filter); ///< Starts over with all that is there.

    [[nodiscard]] const sim::TrafficFilter& filter() const { return m_filter; }

    /// Takes in what came since, up to a bound. True: there is more to take in at once.
    bool refresh();
    /// The frame behind a row; none: it has left the ring.
    [[nodiscard]] std::optional<Row> row(int index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void startOver();
    void dropOld(std::uint64_t first);
    [[nodiscard]] const Row* look(std::uint64_t sequence) const;
    [[nodiscard]] QString text(const Row& row, int column) const;

    std::shared_ptr<sim::live::TrafficRing> m_ring;
    sim::TrafficFilter m_filter;
    std::deque<std::uint64_t> m_rows;
    std::uint64_t m_next = 0;                            ///< The next one to take in.
    std::optional<sim::TrafficFrame> m_request;          ///< The last one taken in.
    mutable QCache<quint64, std::optional<Row>> m_cache; ///< What was looked at last.
};

} // namespace meter::gui
