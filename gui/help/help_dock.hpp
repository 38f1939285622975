// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Troubleshooting beside the running meter: pages, and a bar that says what is being shown and
// puts it right again.

#include "gui/live/live_meter.hpp"

#include <QWidget>

class QLabel;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace meter::gui {

struct Situation;

class HelpDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit HelpDock(LiveMeter& meter, QWidget* parent = nullptr);

    void openPage(const QString& id);
    void show(const Situation& situation); ///< In place of what was shown.
    void putRight();

    [[nodiscard]] QString pageId() const { return m_page; }

    [[nodiscard]] const Situation* shown() const { return m_shown; }

    [[nodiscard]] QTextBrowser& browser() const { return *m_browser; }

    [[nodiscard]] QToolButton& rightButton() const { return *m_right; }

    [[nodiscard]] QString note() const;

    using QWidget::show;

private:
    void follow(const QUrl& link);
    void showState(const QString& trouble);

    LiveMeter& m_meter;
    QTextBrowser* m_browser;
    QWidget* m_bar;
    QLabel* m_state;
    QToolButton* m_right;
    QString m_page;
    const Situation* m_shown = nullptr;
    Settings m_before{}; ///< How the meter was set when it was shown.
};

} // namespace meter::gui
