// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line that says what a recording takes the place of while one is played; else it is hidden.

#include <QLabel>

namespace meter::sim::live {
struct Snapshot;
} // namespace meter::sim::live

namespace meter::gui {

class LiveMeter;

class ReplayNote final : public QLabel {
    Q_OBJECT

public:
    /// `meter` outlives it.
    ReplayNote(LiveMeter& meter, const QString& text, QWidget* parent);

Q_SIGNALS:
    void changed(bool isPlayed);

private:
    void follow(const sim::live::Snapshot& snapshot);
};

/// The meter gets its samples from a recording.
[[nodiscard]] bool isReplayed(const sim::live::Snapshot& snapshot);

} // namespace meter::gui
