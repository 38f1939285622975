// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every register of the meter, live: what a master would read at this moment. Rows change one by
// one, and those that did flash for a moment. Writable ones are edited in place; what becomes of
// it is the meter's own answer.

#include "core/registers/register_map.hpp"
#include "gui/readings/snapshot_registers.hpp"
#include "sim/registers/register_names.hpp"

#include <QAbstractTableModel>
#include <QColor>
#include <QElapsedTimer>
#include <QTimer>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace meter::gui {

class RegisterModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Name, Value, Unit, Raw, Format, Access, ColumnCount };

    /// For filters: RegisterFormat as int, bool, the text to search in.
    enum Role { FormatRole = Qt::UserRole, WritableRole, SearchRole, RefusalRole };

    explicit RegisterModel(QObject* parent = nullptr);

    void setVariant(Variant variant); ///< Which registers there are.
    void setWords(const RegisterWords& words);

    /// What became of an edit; empty: accepted.
    void setRefusal(std::uint16_t number, const QString& refusal);

    [[nodiscard]] int rowOf(std::uint16_t number) const; ///< −1: there is none.
    [[nodiscard]] std::uint16_t numberAt(int row) const;

    /// Rows as CSV, with names of columns: "register,name,value,unit,raw,format,access".
    [[nodiscard]] QString csv() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Somebody edited a value, as written; isRaw: the word itself.
    void edited(quint16 number, const QString& text, bool isRaw);

private:
    struct Row {
        NamedRegister named;
        std::size_t mapIndex = 0;                            ///< In kRegisterMap.
        std::optional<std::array<std::uint16_t, 2>> words{}; ///< None: no answer.
        QString value{};
        QString raw{};
        qint64 changedMs = -1; ///< When it flashed last.
        QString refusal{};
    };

    void show(Row& row, const RegisterWords& words);
    [[nodiscard]] QVariant background(const Row& row) const;
    void fadeFlashes();

    std::vector<Row> m_rows;
    ScaleFactors m_scales{};
    bool m_isFirst = true; ///< Nothing flashes when everything is new.
    QElapsedTimer m_clock;
    QTimer m_fading;
};

} // namespace meter::gui
