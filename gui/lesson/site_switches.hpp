// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The voltage disconnect and the fuses of the installation, as far as a lesson lets them be
// operated. Whether a fuse is blown is not shown: a voltmeter tells.

#include "gui/live/live_meter.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace meter::gui {

class SiteSwitches final : public QWidget {
    Q_OBJECT

public:
    explicit SiteSwitches(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QPushButton& disconnectButton() const { return *m_disconnect; }

    [[nodiscard]] QComboBox& fuse() const { return *m_fuse; }

    [[nodiscard]] QPushButton& replaceButton() const { return *m_replace; }

private:
    void follow(const sim::live::Snapshot& snapshot);
    void set(const std::string& key, const std::string& value);

    LiveMeter& m_meter;
    QLabel* m_state;
    QPushButton* m_disconnect;
    QComboBox* m_fuse;
    QPushButton* m_replace;
    QLabel* m_refusal;
    bool m_isClosed = true;
};

} // namespace meter::gui
