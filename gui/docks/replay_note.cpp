// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/replay_note.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/live/live_meter.hpp"
#include "sim/live/history/live_run.hpp"

namespace meter::gui {

bool isReplayed(const sim::live::Snapshot& snapshot) {
    return snapshot.liveRun && snapshot.liveRun->scenario->replay != nullptr;
}

ReplayNote::ReplayNote(LiveMeter& meter, const QString& text, QWidget* parent)
    : QLabel(text, parent) {
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setContentsMargins(kDockMargin, kDockGap, kDockMargin, kDockGap);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setVisible(isReplayed(meter.snapshot()));
    connect(&meter, &LiveMeter::advanced, this, &ReplayNote::follow);
}

void ReplayNote::follow(const sim::live::Snapshot& snapshot) {
    const bool isPlayed = isReplayed(snapshot);
    if (isPlayed == isHidden()) {
        setVisible(isPlayed);
        Q_EMIT changed(isPlayed);
    }
}

} // namespace meter::gui
