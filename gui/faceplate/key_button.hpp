// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One rubber key of the front. Down and up come as pressed() and released(), by mouse, touch
// or Space; the arrow keys belong to the meter and are left to the faceplate.

#include "core/ports/glass.hpp"

#include <QAbstractButton>

namespace meter::gui {

class KeyButton final : public QAbstractButton {
    Q_OBJECT

public:
    KeyButton(Key key, QWidget* parent);

    [[nodiscard]] Key key() const { return m_key; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Key m_key;
    bool m_isFocusByKeyboard = false;
};

} // namespace meter::gui
