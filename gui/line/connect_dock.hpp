// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where masters find the meter, and the lines that read it from there, each with a button that
// copies it.

#include <QElapsedTimer>
#include <QScrollArea>
#include <QStringList>

class QVBoxLayout;

namespace meter::gui {

class LiveMeter;

class ConnectDock final : public QScrollArea {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit ConnectDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] const QStringList& lines() const { return m_lines; }

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void addLine(QVBoxLayout& layout, const QString& tool, const QString& line);

    LiveMeter& m_meter;
    QStringList m_lines; ///< That are shown.
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
