// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Clamp, voltmeter and phase-sequence tester: they show what is really there, whatever the
// meter makes of it.

#include "sim/truth/hand_tools.hpp"

#include <QElapsedTimer>
#include <QWidget>

#include <array>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace meter::gui {

class LiveMeter;

class ToolsDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit ToolsDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox& clampBox() const { return *m_clamp; }

    [[nodiscard]] QComboBox& fromBox() const { return *m_from; }

    [[nodiscard]] QComboBox& toBox() const { return *m_to; }

    [[nodiscard]] QComboBox& rotationBox() const { return *m_rotation; }

    /// What a tool shows.
    [[nodiscard]] QString reading(sim::HandTool tool) const;

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr std::size_t kToolCount = 3;

    QComboBox* addPoints(bool withTerminals, const QString& name);
    void addTool(sim::HandTool tool,
                 const QString& title,
                 const QString& hint,
                 const std::vector<QComboBox*>& boxes);
    [[nodiscard]] std::array<std::string, kToolCount> places() const;

    LiveMeter& m_meter;
    QGridLayout* m_grid;
    QComboBox* m_clamp;
    QComboBox* m_from;
    QComboBox* m_to;
    QComboBox* m_rotation;
    std::array<QLabel*, kToolCount> m_readings{};
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
