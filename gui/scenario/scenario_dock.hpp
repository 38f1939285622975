// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The scenario as it plays: the timeline, play, pause, step and speed, the way back to a
// bookmark or any moment, expectations that turn green or red, and a button that writes what
// was done as a scenario of its own.

#include "gui/live/live_meter.hpp"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;
class QTreeWidget;

namespace meter::sim::live {
struct LiveRunView;
} // namespace meter::sim::live

namespace meter::gui {

class TimelineView;

class ScenarioDock final : public QWidget {
    Q_OBJECT

public:
    explicit ScenarioDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTools();
    QToolButton* addTool(const QString& text, const QString& meaning);
    void addSteps();
    void addSpeeds();
    void follow(const sim::live::Snapshot& snapshot);
    void showLiveRun();
    void showEnd(const sim::live::Snapshot& snapshot);
    void showSummary();
    void addBookmark();
    void saveRecording();

    LiveMeter& m_meter;
    std::shared_ptr<const sim::live::LiveRunView> m_liveRun;
    bool m_isPaused = false;
    QWidget* m_tools = nullptr;
    QToolButton* m_play = nullptr;
    QComboBox* m_speed = nullptr;
    QToolButton* m_followNow = nullptr;
    TimelineView* m_timeline;
    QLabel* m_summary;
    QLabel* m_end;
    QTreeWidget* m_expectations;
    QTreeWidget* m_bookmarks;
};

} // namespace meter::gui
