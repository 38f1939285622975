// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The wiring as a picture that can be taken hold of: drag the end of a lead or a rope to another
// conductor or away from all of them, click a rope to turn it round. With the keyboard: Tab to
// the next lead or rope, Up and Down to move it, Space to turn it, Delete to open it, F for the
// fuse of a lead, D for the disconnect. The menu of the right button offers all of it in words.

#include "gui/wiring/wiring_edits.hpp"
#include "gui/wiring/wiring_painter.hpp"

#include <QWidget>

class QMenu;

namespace meter::gui {

class WiringDiagram final : public QWidget {
    Q_OBJECT

public:
    explicit WiringDiagram(QWidget* parent = nullptr);

    void showWiring(const sim::Installation& installation, const Settings& settings);

    [[nodiscard]] WiringGeometry geometryOfParts() const;

    [[nodiscard]] const WiringPicture& picture() const { return m_picture; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void edited(const meter::gui::WiringEdit& edit);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool isNext) override;
    bool event(QEvent* event) override;

private:
    void describe();
    void ask(std::size_t handle, sim::Conductor to);
    bool actOnPart(const WiringGeometry& geometry, const QPointF& position);
    void fillMenu(QMenu& menu, std::size_t handle);
    void fillTurns(QMenu& menu, std::size_t index);
    [[nodiscard]] QString textOf(std::size_t handle) const;
    [[nodiscard]] QString fuseText(std::size_t index) const;
    [[nodiscard]] QString disconnectText() const;

    WiringPicture m_picture;
    QPointF m_pressedAt;
    bool m_isDragged = false;
    std::size_t m_lastFocused = 0;
};

} // namespace meter::gui
