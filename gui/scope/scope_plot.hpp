// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The screen of the scope: voltages above, currents below, one time axis, two cursors. Wheel
// zooms the time, with Ctrl the values; dragging moves; a double click shows all again.

#include "gui/probe/plotting.hpp"
#include "gui/scope/sweep.hpp"

namespace meter::gui {

class ScopePlot final : public QCustomPlot {
    Q_OBJECT

public:
    static constexpr std::size_t kCursorCount = 2;

    explicit ScopePlot(QWidget* parent = nullptr);

    void showSweep(const Sweep& sweep);
    void setSpan(double spanS); ///< Also ends zooming.
    void setWaveShown(std::size_t wave, bool isShown);
    void setTrigger(std::size_t wave, double level);
    void setCursorsShown(bool areShown);
    void placeCursor(std::size_t cursor, double timeS);
    void autoscale(); ///< The whole picture, values just fitting.

    [[nodiscard]] bool isWaveShown(std::size_t wave) const;

    [[nodiscard]] bool areCursorsShown() const { return m_areCursorsShown; }

    [[nodiscard]] double cursorS(std::size_t cursor) const { return m_cursorsS.at(cursor); }

    [[nodiscard]] const Sweep& sweep() const { return m_sweep; }

    /// Of the voltages (false) or the currents (true).
    [[nodiscard]] QCPRange valueRange(bool ofCurrents) const;
    [[nodiscard]] QCPRange timeRangeMs() const;

    [[nodiscard]] QSize sizeHint() const override { return {520, 360}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 180}; }

Q_SIGNALS:
    void cursorsMoved();
    void levelDragged(double level);
    void freezeToggled();
    void waveToggled(std::size_t wave);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Grip { None, FirstCursor, SecondCursor, Level };

    struct Pane {
        QCPAxisRect* rectangle = nullptr;
        QCPAxis* time = nullptr;
        QCPAxis* value = nullptr;
        QCPItemStraightLine* zero = nullptr;  ///< At the instant of the trigger.
        QCPItemStraightLine* level = nullptr; ///< Of the trigger.
        std::array<QCPItemStraightLine*, kCursorCount> cursors{};
        double peak = 0.0; ///< That the range was made for.
    };

    void makePane(Pane& pane, const QString& label);
    void applyColours();
    void arrangePanes();
    void fitTicks();
    /// True: the axis has another range now.
    bool fitValues(Pane& pane, bool isAtOnce);
    void placeItems();
    [[nodiscard]] Grip gripAt(const QPointF& position) const;
    void moveCursorBy(double pixels);
    [[nodiscard]] Pane& paneOf(std::size_t wave);

    std::array<Pane, 2> m_panes; ///< Voltages, currents.
    QCPMarginGroup* m_margins;
    std::array<QCPItemText*, kCursorCount> m_cursorNames{};
    PerWave<QCPGraph*> m_graphs{};
    Sweep m_sweep;
    double m_spanS = 0.05;
    std::size_t m_triggerWave = 0;
    double m_level = 0.0;
    std::array<double, kCursorCount> m_cursorsS = {0.0, 1.0 / 60.0};
    std::size_t m_activeCursor = 0;
    bool m_areCursorsShown = false;
    Grip m_grip = Grip::None;
};

} // namespace meter::gui
