// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Series over meter time, with one value axis for each unit. Wheel zooms the time, dragging
// moves it, a double click follows the present again.

#include "gui/probe/plotting.hpp"
#include "gui/trend/trend_series.hpp"

#include <vector>

namespace meter::gui {

class TrendPlot final : public QCustomPlot {
    Q_OBJECT

public:
    explicit TrendPlot(QWidget* parent = nullptr);

    void setSeries(const std::vector<TrendSeries>& series);
    void setSpan(double seconds);
    void followPresent();

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }

    /// One for each unit, in the order in which the units come.
    [[nodiscard]] const QList<QCPAxis*>& valueAxes() const { return m_axes; }

    [[nodiscard]] QColor colourOf(std::size_t series) const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 260}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 140}; }

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QCPAxis* axisOf(const QString& unit);
    void fitTime(double present);
    void applyColours();

    QList<QCPAxis*> m_axes;
    QStringList m_units;
    double m_spanS = 3600.0;
    double m_present = 0.0;
    bool m_isFollowing = true;
};

} // namespace meter::gui
