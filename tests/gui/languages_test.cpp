// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in its languages. That every text is translated is translations_test.py's; here
// it is seen that translations arrive in the window, and that nothing there is lost by them.
#include "gui/dock_arranger.hpp"
#include "gui/dock_frame.hpp"
#include "gui/dock_table.hpp"
#include "gui/language/language.hpp"
#include "gui/language/library_text.hpp"
#include "gui/main_window.hpp"
#include "gui/window_host.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPixmap>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <set>
#include <string>

using namespace meter;
using namespace meter::gui;

namespace {

/// A language for as long as it lives; then English again.
struct Spoken {
    explicit Spoken(const QString& code) { applyLanguage(code); }

    ~Spoken() {
        for (QTranslator* each : QApplication::instance()->findChildren<QTranslator*>()) {
            delete each; // It uninstalls itself.
        }
    }
};

struct Desk {
    Desk() {
        window.resize(1480, 940);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }

    FakeMeterLink link;
    LiveMeter meter{link};
    MainWindow window{meter};
};

/// Looks at the window with each of its docks in front, in each language.
template <typename Look>
void lookAtAll(const Look& look) {
    for (const char* code : {"en", "de", "es"}) {
        const Spoken language(QString::fromLatin1(code));
        Desk desk;
        for (const DockSpec& spec : dockSpecs()) {
            INFO(code << ", " << spec.name);
            desk.window.dock(QString::fromLatin1(spec.name))->bringToFront();
            QApplication::processEvents();
            dumpImage(desk.window.grab().toImage(),
                      QStringLiteral("window-%1-%2")
                          .arg(QString::fromLatin1(code), QString::fromLatin1(spec.name)));
            look(desk.window);
        }
    }
}

QStringList menuTitles(const MainWindow& window) {
    QStringList titles;
    for (const QAction* menu : window.menuBar()->actions()) {
        titles << menu->text().remove(u'&');
    }
    return titles;
}

QString mnemonicOf(QString text) {
    text.remove(QStringLiteral("&&"));
    const qsizetype mark = text.indexOf(u'&');
    return mark < 0 ? QString() : QString(text.at(mark + 1).toUpper());
}

void requireTextsAndMnemonics(const QList<QAction*>& actions) {
    std::set<QString> taken;
    for (const QAction* action : actions) {
        const QString mnemonic = mnemonicOf(action->text());
        INFO(action->text().toStdString());
        REQUIRE((action->isSeparator() || !action->text().isEmpty()));
        REQUIRE((mnemonic.isEmpty() || taken.insert(mnemonic).second));
        if (action->menu() != nullptr) {
            requireTextsAndMnemonics(action->menu()->actions());
        }
    }
}

} // namespace

TEST_CASE("the menus speak the language that was chosen") {
    REQUIRE(menuTitles(Desk().window) ==
            QStringList{QStringLiteral("File"), QStringLiteral("Edit"), QStringLiteral("Meter"),
                        QStringLiteral("View"), QStringLiteral("Help")});
    const Spoken german(QStringLiteral("de"));
    REQUIRE(menuTitles(Desk().window) ==
            QStringList{QStringLiteral("Datei"), QStringLiteral("Bearbeiten"),
                        QStringLiteral("Messger\u00e4t"), QStringLiteral("Ansicht"),
                        QStringLiteral("Hilfe")});
}

TEST_CASE("a language that is not built in leaves English") {
    const Spoken finnish(QStringLiteral("fi"));
    REQUIRE(menuTitles(Desk().window).front() == QStringLiteral("File"));
}

TEST_CASE("a language that is chosen in the menu counts at once and the meter runs on") {
    const QTemporaryDir folder;
    QCoreApplication::setOrganizationName(QStringLiteral("metertwin-test"));
    QCoreApplication::setApplicationName(QStringLiteral("metertwin-test"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    const Spoken english(QStringLiteral("en"));
    FakeMeterLink link;
    LiveMeter meter(link);
    WindowHost host(meter);
    host.show();
    host.window().showWorkspace(3);
    host.window().dock(QStringLiteral("spectrum"))->bringToFront();
    const auto actions = host.window().findChildren<QAction*>();
    const auto german = std::ranges::find(actions, QStringLiteral("Deutsch"), &QAction::text);
    REQUIRE(german != actions.end());
    (*german)->trigger();
    QApplication::processEvents(); // The window is made anew behind the menu's back.
    REQUIRE(menuTitles(host.window()).front() == QStringLiteral("Datei"));
    REQUIRE(host.window().isVisible());
    REQUIRE(host.window().arranger().workspace() == 3);
    REQUIRE_FALSE(host.window().dock(QStringLiteral("spectrum"))->isHidden());
    REQUIRE(link.opened.empty());
}

TEST_CASE("all that one can press says what it does in every language") {
    lookAtAll([](const MainWindow& window) {
        int seen = 0;
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
            // Qt's own corner of a table has nothing to say.
            if (button->isVisible() &&
                button->metaObject()->className() != std::string_view("QTableCornerButton")) {
                INFO(button->parent()->metaObject()->className());
                REQUIRE_FALSE((button->text().isEmpty() && button->icon().isNull() &&
                               button->accessibleName().isEmpty()));
                ++seen;
            }
        }
        REQUIRE(seen > 10);
    });
}

TEST_CASE("what names a field is never empty") {
    lookAtAll([](const MainWindow& window) {
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            REQUIRE((label->buddy() == nullptr || !label->text().isEmpty()));
        }
        for (const DockFrame* dock : window.findChildren<DockFrame*>()) {
            REQUIRE_FALSE(dock->windowTitle().isEmpty());
        }
    });
}

TEST_CASE("menus have their texts and each key once in every language") {
    for (const char* code : {"en", "de", "es"}) {
        const Spoken language(QString::fromLatin1(code));
        INFO(code);
        requireTextsAndMnemonics(Desk().window.menuBar()->actions());
    }
}

TEST_CASE("no button cuts its text off in any language") {
    lookAtAll([](const MainWindow& window) {
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
            if (button->isVisible()) {
                const QString text = button->text().remove(u'&');
                INFO(text.toStdString());
                REQUIRE(button->fontMetrics().horizontalAdvance(text) <= button->width());
            }
        }
    });
}

TEST_CASE("the readings have room for their values in every language") {
    for (const char* code : {"en", "de", "es"}) {
        const Spoken language(QString::fromLatin1(code));
        INFO(code);
        Desk desk;
        const auto* table = desk.window.dock(QStringLiteral("readings"))->findChild<QTableView*>();
        REQUIRE(table != nullptr);
        // The longest that a reading has: an energy or a pulse count of ten digits.
        const int needed = table->fontMetrics().horizontalAdvance(QStringLiteral("4294967295"));
        REQUIRE(table->columnWidth(1) >= needed);
    }
}

TEST_CASE("all that the fault library says can be translated") {
    std::set<std::string_view> collected;
    for (const char* text : libraryTexts()) {
        REQUIRE(collected.insert(text).second);
    }
    std::set<std::string_view> said;
    for (const sim::FaultKind& kind : sim::faultKinds()) {
        said.insert({kind.meaning, kind.source});
        for (const sim::FaultParameter& parameter : kind.parameters) {
            said.insert(parameter.meaning);
        }
    }
    for (const sim::FaultPreset& preset : sim::faultPresets()) {
        said.insert({preset.meaning, preset.source});
    }
    said.insert({"ratio", "pulses"});  // The units of registers.csv that are words.
    said.insert("a phase is missing"); // What the phase-sequence tester says in words.
    said.erase(std::string_view());
    REQUIRE(collected == said);
}

TEST_CASE("the fault library is shown in the language that was chosen") {
    REQUIRE(libraryText("voltage dip") == QStringLiteral("voltage dip"));
    const Spoken german(QStringLiteral("de"));
    // EN 50160's German edition calls it so.
    REQUIRE(libraryText("voltage dip") == QStringLiteral("Spannungseinbruch"));
    REQUIRE(libraryText("not in the library") == QStringLiteral("not in the library"));
}

TEST_CASE("a number of things is spoken of rightly") {
    const auto bytes = [](int count) {
        return QCoreApplication::translate("meter::gui::TrafficDock", "%n byte(s)", nullptr, count);
    };
    const Spoken english(QStringLiteral("en"));
    REQUIRE(bytes(1) == QStringLiteral("1 byte"));
    REQUIRE(bytes(8) == QStringLiteral("8 bytes"));
}
