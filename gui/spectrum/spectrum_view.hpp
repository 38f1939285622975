// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Harmonics as bars, three to an order, one in each phase's colour; outlines show what is
// really there. The mouse or the arrow keys choose an order.

#include "gui/spectrum/spectrum_figures.hpp"

#include <QWidget>

namespace meter::gui {

class SpectrumView final : public QWidget {
    Q_OBJECT

public:
    explicit SpectrumView(QWidget* parent = nullptr);

    void setSpectrum(const Spectrum& spectrum);
    void setOrders(int first, int last);
    void setChosenOrder(int order); ///< 0: none.

    [[nodiscard]] int chosenOrder() const { return m_chosen; }

    [[nodiscard]] double fullScale() const { return m_fullScale; } ///< Of the fundamental.

    /// Where a bar of an order's phase stands; its height is the level.
    [[nodiscard]] QRectF barOf(int order, std::size_t phase, double level) const;
    [[nodiscard]] int orderAt(double x) const; ///< 0: none.

    [[nodiscard]] QSize sizeHint() const override { return {480, 240}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 120}; }

Q_SIGNALS:
    void orderChosen(int order);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    void paintScale(QPainter& painter) const;
    void paintBars(QPainter& painter) const;

    Spectrum m_spectrum;
    int m_first = 2;
    int m_last = 25;
    int m_chosen = 0;
    double m_fullScale = 0.05;
};

} // namespace meter::gui
