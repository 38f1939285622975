// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meter's front as large as the screen, for a class: each key as it is pressed, and what the
// screen on the glass is called, in large letters. F11 or Escape ends it.

#include "gui/live/live_meter.hpp"

#include <QWidget>

class QLabel;

namespace meter::gui {

class FaceplateWidget;

class Projector final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives it.
    explicit Projector(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] FaceplateWidget& faceplate() const { return *m_faceplate; }

    [[nodiscard]] QString keys() const;
    [[nodiscard]] QString screen() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow(const sim::live::Snapshot& snapshot);
    void echo(Key key);

    LiveMeter& m_meter;
    FaceplateWidget* m_faceplate;
    QLabel* m_screen;
    QLabel* m_keys;
    QStringList m_pressed; ///< The last ones, the newest at the end.
};

} // namespace meter::gui
