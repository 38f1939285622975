// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help_menu.hpp"

#include "gui/base/message_bar.hpp"
#include "gui/dock_frame.hpp"
#include "gui/main_window.hpp"

#include <QAction>
#include <QApplication>

namespace meter::gui {

HelpMenu::HelpMenu(MessageBar& messages, MainWindow& window)
    : QMenu(tr("&Help"), &window), m_messages(messages) {
    QAction* trouble = addAction(tr("&Troubleshooting"));
    connect(trouble, &QAction::triggered, &window,
            [&window] { window.dock(QStringLiteral("help"))->bringToFront(); });
    QAction* keyboard = addAction(tr("&Keyboard"));
    keyboard->setShortcut(QKeySequence::HelpContents);
    connect(keyboard, &QAction::triggered, this, &HelpMenu::showKeyboard);
    QAction* about = addAction(tr("&About metertwin"));
    connect(about, &QAction::triggered, this, &HelpMenu::showAbout);
}

void HelpMenu::showAbout() {
    m_messages.showInformation(
        tr("metertwin %1").arg(QApplication::applicationVersion()),
        tr("A digital twin of the Leviton Series 4000-R power meter: a meter that measures, "
           "shows and answers Modbus as the real one does, on a grid that does what you tell "
           "it.<br>Free software under the GNU General Public License, version 3 or later. "
           "Not a product of, nor endorsed by, the meter's maker."));
}

void HelpMenu::showKeyboard() {
    const auto row = [](const QString& keys, const QString& what) {
        return QString(QStringLiteral("<tr><td><b>") + keys +
                       QStringLiteral("</b>&nbsp;&nbsp;</td><td>") + what +
                       QStringLiteral("</td></tr>"));
    };
    m_messages.showInformation(
        tr("Keyboard"),
        QStringLiteral("<table>") +
            row(tr("+ or Up, \u2212 or Down"), tr("the meter's + and \u2212 keys")) +
            row(tr("Left, Right"), tr("the meter's arrow keys; hold to repeat")) +
            row(tr("Tab, Space"), tr("reach a key of the meter, press it")) +
            row(tr("Ctrl+P"), tr("pause and resume")) +
            row(tr("Ctrl+1, Ctrl+2, Ctrl+3"), tr("speed 1\u00d7, 10\u00d7, 60\u00d7")) +
            row(tr("Ctrl++, Ctrl+\u2212, Ctrl+0"), tr("zoom in, out, fit")) +
            row(tr("Alt+1 to Alt+4, Alt+Home"), tr("workspaces, start page")) +
            row(tr("Ctrl+O"), tr("open a scenario, lesson, bundle or recording")) +
            QStringLiteral("</table>"));
}

} // namespace meter::gui
