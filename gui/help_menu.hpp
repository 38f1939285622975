// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Help menu: troubleshooting, the keys, what this program is; shown in the window.

#include <QMenu>

namespace meter::gui {

class MainWindow;
class MessageBar;

class HelpMenu final : public QMenu {
    Q_OBJECT

public:
    /// Both outlive the menu.
    HelpMenu(MessageBar& messages, MainWindow& window);

private:
    void showAbout();
    void showKeyboard();

    MessageBar& m_messages;
};

} // namespace meter::gui
