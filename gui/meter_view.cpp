// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/meter_view.hpp"

#include "gui/faceplate/faceplate_widget.hpp"

#include <QWheelEvent>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kScaleMin = 0.24; ///< Pixels per tenth of a millimetre.
constexpr double kScaleMax = 3.0;

} // namespace

MeterView::MeterView(QWidget* parent) : QScrollArea(parent), m_faceplate(new FaceplateWidget) {
    setWidget(m_faceplate);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignCenter);
    setFocusPolicy(Qt::NoFocus);
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContentsOnFirstShow);
    setFocusProxy(m_faceplate);
}

void MeterView::zoomIn() {
    zoomBy(kZoomStep);
}

void MeterView::zoomOut() {
    zoomBy(1.0 / kZoomStep);
}

void MeterView::zoomToFit() {
    setWidgetResizable(true);
}

void MeterView::wheelEvent(QWheelEvent* event) {
    if ((event->modifiers() & Qt::ControlModifier) != 0 && event->angleDelta().y() != 0) {
        zoomBy(event->angleDelta().y() > 0 ? kZoomStep : 1.0 / kZoomStep);
        event->accept();
        return;
    }
    QScrollArea::wheelEvent(event);
}

void MeterView::zoomBy(double factor) {
    const double scale =
        std::clamp(m_faceplate->layoutOfParts().scale * factor, kScaleMin, kScaleMax);
    setWidgetResizable(false);
    m_faceplate->resize(faceplateSize(scale).toSize());
}

} // namespace meter::gui
