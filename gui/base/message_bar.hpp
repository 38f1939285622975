// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells something above the meter without getting in the way: mistakes of a file, what this
// program is, which keys there are. Closed by its button or Escape.

#include <QFrame>
#include <QStringList>

class QLabel;
class QScrollArea;
class QToolButton;

namespace meter::gui {

class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMistakes(const QString& title, const QStringList& mistakes);
    void showInformation(const QString& title, const QString& richText);

    [[nodiscard]] QString text() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Kind { Information, Mistakes };

    void open(Kind kind, const QString& title, const QString& richText);
    void colour();
    void fit();

    Kind m_kind = Kind::Information;
    QLabel* m_title;
    QLabel* m_text;
    QScrollArea* m_scroll;
    QToolButton* m_close;
    bool m_isColouring = false;
};

} // namespace meter::gui
