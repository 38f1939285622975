// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line of text that is not accepted at once: it is applied by Enter or by leaving it, taken
// back by Escape, and what is wrong with it stands right there. What it shows follows changes
// made elsewhere, but never under the hands of somebody who types.

#include <QLineEdit>

namespace meter::gui {

class CommitEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit CommitEdit(QWidget* parent = nullptr);

    /// What is true now; waits while the user types and while a refusal stands.
    void follow(const QString& text);

    [[nodiscard]] bool isBeingEdited() const { return m_isTouched; }

    /// Empty: accepted.
    void setRefusal(const QString& refusal);

    [[nodiscard]] const QString& refusal() const { return m_refusal; }

    void revert(); ///< Back to what is true now.

Q_SIGNALS:
    void committed(const QString& text);
    void refusalChanged(const QString& refusal);
    /// Up and Down keys and the wheel: +1, −1; ten with Page Up, Page Down.
    void stepped(int steps);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void commit();

    QString m_truth;
    QString m_refusal;
    bool m_isTouched = false;
};

} // namespace meter::gui
