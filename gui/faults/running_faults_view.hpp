// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The faults that act now or are still to begin, each with a button that ends it.

#include "gui/faults/fault_orders.hpp"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace meter::gui {

class RunningFaultsView final : public QWidget {
    Q_OBJECT

public:
    explicit RunningFaultsView(QWidget* parent = nullptr);

    void showFaults(const RunningFaults& faults, SampleTime now);

    [[nodiscard]] int count() const { return static_cast<int>(m_faults.size()); }

    [[nodiscard]] QPushButton& endButton(int row) const;

Q_SIGNALS:
    void endAsked(const QString& name); ///< Empty: all of them.

private:
    struct Row {
        QLabel* name;
        QLabel* progress;
        QPushButton* end;
    };

    void rebuild();
    void showProgress(SampleTime now);

    RunningFaults m_faults;
    std::vector<Row> m_rows;
    QWidget* m_list = nullptr;
    QLabel* m_heading;
    QLabel* m_none;
    QPushButton* m_endAll;
};

} // namespace meter::gui
