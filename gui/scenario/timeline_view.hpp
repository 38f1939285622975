// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The timeline of a scenario drawn to scale: what happens, how long, where now is, what is to
// come, what is expected and whether it held, bookmarks. The wheel zooms, dragging moves, a
// click into the past asks to go there.

#include "gui/scenario/timeline_geometry.hpp"
#include "sim/live/history/live_run.hpp"

#include <QColor>
#include <QWidget>

#include <memory>

namespace meter::gui {

class TimelineView final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const sim::live::LiveRunView>& liveRun, SampleTime now);

    [[nodiscard]] const TimelineScale& scale() const { return m_scale; }

    void setScale(const TimelineScale& scale); ///< No longer follows.
    void zoom(double factor);                  ///< Around now.
    void fitAll();                             ///< From the beginning to the last thing.
    /// Now stays in view, three quarters along.
    void setFollowing(bool isFollowing);

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void momentAsked(qint64 sample); ///< Of the past.
    void followingChanged(bool isFollowing);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] double nowS() const;
    [[nodiscard]] QColor colourOf(BarKind kind) const;
    [[nodiscard]] QRectF rectOf(const TimelineBar& bar) const;
    [[nodiscard]] QString toolTipAt(const QPointF& place) const;
    void follow();
    void paintAxis(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    [[nodiscard]] double freeUntil(std::size_t bar) const;
    void paintExpectations(QPainter& painter) const;
    void paintBookmarks(QPainter& painter) const;
    void paintNow(QPainter& painter) const;

    std::shared_ptr<const sim::live::LiveRunView> m_liveRun;
    SampleTime m_now = 0;
    TimelineScale m_scale;
    bool m_isFollowing = true;
    std::vector<TimelineBar> m_bars; ///< Of what is in view.
    double m_pressX = 0.0;
    double m_pressBeginS = 0.0;
    bool m_isDragging = false;
};

} // namespace meter::gui
