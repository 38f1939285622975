// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The harmonics of voltages or currents, THD, and true RMS beside that of the fundamental.

#include "gui/spectrum/spectrum_figures.hpp"

#include <QElapsedTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace meter::gui {

class SpectrumView;

class SpectrumDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit SpectrumDock(LiveMeter& meter, QWidget* parent = nullptr);
    ~SpectrumDock() override;

    [[nodiscard]] SpectrumView& view() const { return *m_view; }

    [[nodiscard]] QComboBox& whatBox() const { return *m_what; }

    [[nodiscard]] QComboBox& ordersBox() const { return *m_orders; }

    [[nodiscard]] QString orderText() const; ///< Of the chosen order.
    [[nodiscard]] QString figuresText() const;

    [[nodiscard]] const std::optional<Spectrum>& spectrum() const { return m_spectrum; }

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showOrder();
    void showFigures();

    WaveformProbe& m_probe;
    QComboBox* m_what;
    QComboBox* m_orders;
    QToolButton* m_fundamental;
    SpectrumView* m_view;
    QLabel* m_order;
    QLabel* m_figures;
    std::optional<Spectrum> m_spectrum;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
