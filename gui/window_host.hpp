// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps the window, and makes it anew in another language at once: the meter runs on, the
// arrangement stays.

#include <QObject>

#include <memory>

namespace meter::gui {

class LiveMeter;
class MainWindow;

class WindowHost final : public QObject {
    Q_OBJECT

public:
    /// `meter` outlives it.
    explicit WindowHost(LiveMeter& meter);
    ~WindowHost() override;

    [[nodiscard]] MainWindow& window() const { return *m_window; }

    void show();
    void close();
    void saveLayout() const;

private:
    void make();
    void remake();

    LiveMeter& m_meter;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace meter::gui
