// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The languages that the window speaks: English, which the sources are written in, and the
// translations that are built in. Chosen by the system's locale or by hand; a choice counts
// from the next start, because texts are made once.

#include <QLocale>
#include <QString>

#include <span>

class QActionGroup;
class QMenu;
class QSettings;

namespace meter::gui {

struct Language {
    const char* code; ///< ISO 639; empty: as the system has it.
    const char* name; ///< In the language itself.
};

[[nodiscard]] std::span<const Language> languages();

/// The code that was chosen, empty for the system's.
[[nodiscard]] QString chosenLanguage(const QSettings& settings);
void chooseLanguage(QSettings& settings, const QString& code);

/// For the whole program, before its first widget. A language that is not built in leaves
/// English. Numbers keep the programs' own notation in every language.
void applyLanguage(const QString& code, const QLocale& system = QLocale::system());

} // namespace meter::gui
