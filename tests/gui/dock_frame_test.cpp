// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dock_frame.hpp"

#include "gui/base/icons.hpp"
#include "gui/dock_table.hpp"
#include "gui/main_window.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/support/catch.hpp"

#include <QAction>
#include <QApplication>
#include <QImage>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace meter;
using namespace meter::gui;

namespace {

struct Desk {
    Desk() {
        window.resize(1300, 860);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }

    DockFrame& dock(const char* name) {
        DockFrame* found = window.dock(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return *found;
    }

    QAction& resetAction() {
        const auto actions = window.findChildren<QAction*>();
        const auto found = std::ranges::find_if(actions, [](const QAction* action) {
            return action->text().remove(u'&') == QStringLiteral("Reset layout");
        });
        REQUIRE(found != actions.end());
        return **found;
    }

    FakeMeterLink link;
    LiveMeter meter{link};
    MainWindow window{meter};
};

} // namespace

TEST_CASE("every dock has a name, a shortcut and an icon of its own") {
    std::set<QString> names;
    std::set<QString> shortcuts;
    std::set<QByteArray> icons;
    for (const DockSpec& spec : dockSpecs()) {
        CAPTURE(spec.name);
        CHECK(names.insert(QString::fromLatin1(spec.name)).second);
        CHECK(shortcuts.insert(QString::fromLatin1(spec.shortcut)).second);
        CHECK_FALSE(QKeySequence(QString::fromLatin1(spec.shortcut)).isEmpty());
        const QImage icon = themedIcon(QString::fromLatin1(spec.name), QApplication::palette())
                                .pixmap(32, 32)
                                .toImage();
        CHECK(icons
                  .insert(QByteArray(reinterpret_cast<const char*>(icon.constBits()),
                                     icon.sizeInBytes()))
                  .second);
    }
}

TEST_CASE("the content of a dock is made when it is first seen") {
    Desk desk;
    for (const DockSpec& spec : dockSpecs()) {
        CAPTURE(spec.name);
        DockFrame& dock = desk.dock(spec.name);
        CHECK((dock.content() != nullptr) == dock.isOnTop());
        dock.bringToFront();
        QTest::qWait(0);
        REQUIRE(dock.content() != nullptr);
        CHECK(dock.content()->isVisible());
    }
}

TEST_CASE("a dock's menu entry opens it and closes it") {
    Desk desk;
    DockFrame& dock = desk.dock("readings");
    REQUIRE(dock.isOnTop());
    CHECK(dock.showAction().isChecked());
    dock.showAction().trigger();
    CHECK(dock.isHidden());
    CHECK_FALSE(dock.showAction().isChecked());
    CHECK_FALSE(dock.content()->isVisible());
    dock.showAction().trigger();
    CHECK_FALSE(dock.isHidden());
    CHECK(dock.showAction().isChecked());
}

TEST_CASE("the shortcut of a dock that is in front leaves it there") {
    Desk desk;
    desk.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&desk.window));
    DockFrame& dock = desk.dock("scope");
    REQUIRE(dock.isOnTop());
    for (int time = 0; time < 3; ++time) {
        QTest::keyClick(&desk.window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        CHECK(dock.isOnTop());
    }
    dock.close();
    QTest::keyClick(&desk.window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(dock.isOnTop());
}

TEST_CASE("docks come back as they were left") {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("layout.ini"));
    {
        Desk desk;
        desk.dock("readings").setFloating(true);
        QSettings settings(file, QSettings::IniFormat);
        desk.window.saveLayout(settings);
    }
    Desk desk;
    QSettings settings(file, QSettings::IniFormat);
    desk.window.restoreLayout(settings);
    CHECK(desk.dock("readings").isFloating());
    desk.resetAction().trigger();
    CHECK_FALSE(desk.dock("readings").isFloating());
    CHECK(desk.window.dockWidgetArea(&desk.dock("readings")) == Qt::RightDockWidgetArea);
}
