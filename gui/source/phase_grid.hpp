// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fields for what each phase has: a row per quantity, a column per phase, or one column for all
// phases while they are linked.

#include "sim/installation/installation.hpp"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QLabel;

namespace meter::gui {

class LiveMeter;
class ParameterEdit;

struct PhaseRow {
    const char* label;
    const char* path;       ///< "source.voltage", without the phase.
    bool isLinkable = true; ///< Angles of the voltages stay apart.
};

class PhaseGrid final : public QWidget {
    Q_OBJECT

public:
    /// `context` translates the labels.
    PhaseGrid(LiveMeter& meter,
              std::vector<PhaseRow> rows,
              const char* context,
              QWidget* parent = nullptr);

    void setLinked(bool isLinked);
    void showWorld(const sim::World& world);

    /// Grids below each other line up their columns.
    [[nodiscard]] int labelWidth() const;
    void setLabelWidth(int width);

    /// By path and column; with linked phases, column 0 is for all.
    [[nodiscard]] ParameterEdit& field(const std::string& path, std::size_t phase) const;

Q_SIGNALS:
    void refusalChanged(const QString& refusal);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] std::vector<std::string> keysOf(const PhaseRow& row, std::size_t column) const;
    void arrange();
    void colourHeads();

    std::vector<PhaseRow> m_rows;
    std::vector<QLabel*> m_heads;
    std::vector<std::vector<ParameterEdit*>> m_fields; ///< [row][column]
    std::optional<sim::Service> m_service;
    bool m_isLinked = false;
};

} // namespace meter::gui
