// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meter's own address, baud rate and parity, which a real one has set by its keys.

#include "gui/live/live_meter.hpp"

#include <QWidget>

#include <optional>

class QComboBox;
class QSpinBox;

namespace meter::gui {

class LineSettingEdit final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the widget.
    explicit LineSettingEdit(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QSpinBox& addressBox() const { return *m_address; }

    [[nodiscard]] QComboBox& baudBox() const { return *m_baud; }

    [[nodiscard]] QComboBox& parityBox() const { return *m_parity; }

private:
    void follow(const sim::live::Snapshot& snapshot);
    void apply();

    LiveMeter& m_meter;
    QSpinBox* m_address;
    QComboBox* m_baud;
    QComboBox* m_parity;
    std::optional<Settings> m_shown;
    bool m_isFollowing = false;
};

} // namespace meter::gui
