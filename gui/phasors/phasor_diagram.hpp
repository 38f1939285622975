// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One phasor diagram: voltages thick, currents thin and shorter, each phase in its colour. The
// vectors of another one may shine through as dashed lines.

#include "gui/phasors/phasor_geometry.hpp"

#include <QWidget>

namespace meter::gui {

struct PhasorPicture {
    PerWave<PhasorRms> phasors{};
    PerWave<bool> isShown{};
    PerWave<PhasorRms> ghosts{};
    PerWave<bool> isGhostShown{};
    double voltageMax = 0.0; ///< Full scale.
    double currentMax = 0.0;
};

class PhasorDiagram final : public QWidget {
    Q_OBJECT

public:
    explicit PhasorDiagram(const QString& title, QWidget* parent = nullptr);

    void setPicture(const PhasorPicture& picture);

    [[nodiscard]] const PhasorPicture& picture() const { return m_picture; }

    [[nodiscard]] PhasorFrame frame() const;

    [[nodiscard]] QSize sizeHint() const override { return {240, 250}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {130, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QPointF tip(std::size_t wave, const PhasorRms& phasor) const;
    void paintRings(QPainter& painter) const;
    void paintVector(QPainter& painter, std::size_t wave) const;

    QString m_title;
    PhasorPicture m_picture;
};

} // namespace meter::gui
