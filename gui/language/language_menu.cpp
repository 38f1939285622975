// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language/language_menu.hpp"

#include "gui/language/language.hpp"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QSettings>

namespace meter::gui {

void fillLanguageMenu(QMenu& menu, const std::function<void()>& onChosen) {
    auto* group = new QActionGroup(&menu);
    const QString chosen = chosenLanguage(QSettings());
    for (const Language& language : languages()) {
        const QString code = QString::fromLatin1(language.code);
        // Only "as the system" is translated: a language is found by its own name.
        const QString name =
            code.isEmpty() ? QCoreApplication::translate("meter::gui::Language", language.name)
                           : QString::fromUtf8(language.name);
        QAction* action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(code == chosen);
        action->setActionGroup(group);
        QObject::connect(action, &QAction::triggered, &menu, [code, onChosen] {
            QSettings settings;
            chooseLanguage(settings, code);
            onChosen();
        });
    }
}

} // namespace meter::gui
