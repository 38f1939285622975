// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One endpoint in the status bar: what and where, and a button that copies the address and
// says so in place.

#include "sim/live/engine.hpp"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace meter::gui {

class EndpointLabel final : public QWidget {
    Q_OBJECT

public:
    explicit EndpointLabel(const sim::live::Endpoint& endpoint, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

    [[nodiscard]] QToolButton& copyButton() const { return *m_copy; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void copy();
    void showText(bool isCopied);

    QString m_kind;
    QString m_address;
    QString m_detail;
    QLabel* m_label;
    QToolButton* m_copy;
    QTimer m_feedback;
};

} // namespace meter::gui
