// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/language/language.hpp"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QSettings>
#include <QStringBuilder>
#include <QTranslator>

namespace meter::gui {

namespace {

constexpr Language kLanguages[] = {
    {"", QT_TRANSLATE_NOOP("meter::gui::Language", "As the system")},
    {"en", "English"},
    {"de", "Deutsch"},
    {"es", "Espa\u00f1ol"},
};

QString settingsKey() {
    return QStringLiteral("window/language");
}

/// Looks for NAME_CODE.qm in a folder; true if it was there.
bool install(const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new QTranslator(QCoreApplication::instance());
    const bool isFound = translator->load(locale, name, QStringLiteral("_"), folder);
    if (!isFound || !QCoreApplication::installTranslator(translator)) {
        delete translator;
        return false;
    }
    return true;
}

} // namespace

std::span<const Language> languages() {
    return kLanguages;
}

QString chosenLanguage(const QSettings& settings) {
    return settings.value(settingsKey()).toString();
}

void chooseLanguage(QSettings& settings, const QString& code) {
    settings.setValue(settingsKey(), code);
}

void applyLanguage(const QString& code, const QLocale& system) {
    const QLocale locale = code.isEmpty() ? system : QLocale(code);
    // What is shown can be copied into a scenario, a command line or a table, and compared.
    QLocale::setDefault(QLocale::c());
    for (QTranslator* before : QCoreApplication::instance()->findChildren<QTranslator*>()) {
        delete before; // Which takes it out as well.
    }
    if (install(locale, QStringLiteral("metertwin"), QStringLiteral(":/translations"))) {
        // The buttons of file dialogs are Qt's own texts; without them they stay English.
        static_cast<void>(install(locale, QStringLiteral("qtbase"),
                                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    }
}

} // namespace meter::gui
