// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meter's front, as large as the window or at a fixed size that scrolls.

#include <QScrollArea>

namespace meter::gui {

class FaceplateWidget;

class MeterView final : public QScrollArea {
    Q_OBJECT

public:
    explicit MeterView(QWidget* parent = nullptr);

    [[nodiscard]] FaceplateWidget& faceplate() const { return *m_faceplate; }

    void zoomIn();
    void zoomOut();
    void zoomToFit();

    [[nodiscard]] bool isFitted() const { return widgetResizable(); }

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    void zoomBy(double factor);

    FaceplateWidget* m_faceplate;
};

} // namespace meter::gui
