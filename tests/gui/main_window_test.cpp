// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.hpp"

#include "gui/base/endpoint_label.hpp"
#include "gui/base/message_bar.hpp"
#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/meter_view.hpp"
#include "gui/status_line.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenuBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <variant>

using namespace meter;
using namespace meter::gui;

namespace {

struct Desk {
    Desk() {
        window.resize(1100, 720);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }

    QAction& action(const QString& text) {
        const auto actions = window.findChildren<QAction*>();
        const auto found = std::ranges::find_if(actions, [&](const QAction* candidate) {
            return candidate->text().remove(u'&') == text;
        });
        REQUIRE(found != actions.end());
        return **found;
    }

    template <typename Command>
    const Command& last() {
        REQUIRE_FALSE(link.commands.empty());
        const auto* command = std::get_if<Command>(&link.commands.back());
        REQUIRE(command != nullptr);
        return *command;
    }

    FakeMeterLink link;
    LiveMeter meter{link};
    MainWindow window{meter};
};

} // namespace

TEST_CASE("keys of the front reach the meter") {
    Desk desk;
    QTest::keyPress(&desk.window.meterView().faceplate(), Qt::Key_Right);
    CHECK(desk.last<KeyCommand>().key == Key::Right);
    QTest::keyRelease(&desk.window.meterView().faceplate(), Qt::Key_Right);
    CHECK(desk.link.commands.size() == 1);
}

TEST_CASE("a held key is repeated only as fast as the meter's time lets it") {
    FakeMeterLink link;
    LiveMeter meter(link);
    const auto presses = [&link] {
        return std::ranges::count_if(link.commands, [](const MeterCommand& command) {
            return std::holds_alternative<KeyCommand>(command);
        });
    };
    meter.pressKey(Key::Plus, true);
    CHECK(presses() == 1);
    link.shown.speed = 60.0;
    meter.refresh();
    meter.pressKey(Key::Plus, true);
    CHECK(presses() == 2);
    // A press lasts 100 ms of the meter's time: at a tenth that is a second, four of which come
    // in each.
    link.shown.speed = 0.1;
    meter.refresh();
    meter.pressKey(Key::Plus, true);
    CHECK(presses() == 2);
    meter.pressKey(Key::Plus, false); // A click always counts.
    CHECK(presses() == 3);
    link.shown.speed = 1.0;
    link.shown.isPaused = true;
    meter.refresh();
    meter.pressKey(Key::Plus, true);
    CHECK(presses() == 3);
}

TEST_CASE("speed pause and control power reach the meter and show what it says") {
    Desk desk;
    desk.action(QStringLiteral("60\u00d7")).trigger();
    CHECK(desk.last<SpeedCommand>().factor == 60.0);
    desk.action(QStringLiteral("Pause")).trigger();
    CHECK(desk.last<PauseCommand>().isPaused);
    desk.action(QStringLiteral("Control power")).trigger();
    CHECK_FALSE(desk.last<ControlPowerCommand>().isOn);

    desk.link.shown.speed = 60.0;
    desk.link.shown.isPaused = true;
    desk.meter.refresh();
    CHECK(desk.action(QStringLiteral("60\u00d7")).isChecked());
    CHECK_FALSE(desk.action(QStringLiteral("1\u00d7")).isChecked());
    CHECK(desk.action(QStringLiteral("Resume")).isChecked());
}

TEST_CASE("speed and pause have shortcuts") {
    Desk desk;
    desk.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window.meterView().faceplate(), Qt::Key_2, Qt::ControlModifier);
    CHECK(desk.last<SpeedCommand>().factor == 10.0);
    QTest::keyClick(&desk.window.meterView().faceplate(), Qt::Key_P, Qt::ControlModifier);
    CHECK(desk.last<PauseCommand>().isPaused);
}

TEST_CASE("an endpoint is copied by its button which says so") {
    Desk desk;
    const auto& labels = desk.window.statusLine().endpointLabels();
    REQUIRE(labels.size() == 2);
    CHECK(labels[0]->text().toStdString() == "Modbus TCP 127.0.0.1:1502");
    CHECK(labels[1]->text().toStdString() == "Modbus RTU /run/meter 19200 8N1");
    QTest::mouseClick(&labels[1]->copyButton(), Qt::LeftButton);
    CHECK(QApplication::clipboard()->text().toStdString() == "/run/meter");
    CHECK(labels[1]->text().toStdString() == "Copied");
    CHECK(labels[0]->text().toStdString() == "Modbus TCP 127.0.0.1:1502");
}

TEST_CASE("all mistakes of a scenario are shown in the window") {
    Desk desk;
    desk.link.mistakes = {{"unknown key <metre>", {"a.yaml", 3, 5}},
                          {"480 A is no voltage", {"a.yaml", 9, 12}}};
    desk.meter.openScenario(QStringLiteral("a.yaml"));
    MessageBar& bar = desk.window.messageBar();
    CHECK(bar.isVisible());
    CHECK(bar.text().contains(QStringLiteral("a.yaml:3:5: unknown key &lt;metre&gt;")));
    CHECK(bar.text().contains(QStringLiteral("a.yaml:9:12: 480 A is no voltage")));
    dumpImage(desk.window.grab().toImage(), QStringLiteral("window-mistakes"));
    QTest::keyClick(&bar, Qt::Key_Escape);
    CHECK_FALSE(bar.isVisible());

    desk.link.mistakes.clear();
    desk.meter.openScenario(QStringLiteral("b.yaml"));
    CHECK_FALSE(bar.isVisible());
    CHECK(desk.link.opened.back() == std::filesystem::path("b.yaml"));
}

TEST_CASE("the title names the scenario") {
    Desk desk;
    CHECK(desk.window.windowTitle().startsWith(QStringLiteral("Office in the morning")));
}

TEST_CASE("help is shown in the window and not in a dialog") {
    Desk desk;
    desk.action(QStringLiteral("Keyboard")).trigger();
    CHECK(desk.window.messageBar().isVisible());
    CHECK(desk.window.messageBar().text().contains(QStringLiteral("Ctrl+P")));
    CHECK(QApplication::activeModalWidget() == nullptr);
}

TEST_CASE("zoom sets a size of its own until it is fitted again") {
    Desk desk;
    MeterView& view = desk.window.meterView();
    CHECK(view.isFitted());
    const double fitted = view.faceplate().layoutOfParts().scale;
    view.zoomIn();
    CHECK_FALSE(view.isFitted());
    CHECK(view.faceplate().layoutOfParts().scale == Approx(1.25 * fitted).epsilon(0.01));
    view.zoomToFit();
    CHECK(view.isFitted());
    CHECK(view.faceplate().layoutOfParts().scale == Approx(fitted).epsilon(0.01));
}

TEST_CASE("the status line tells a speed that is not reached") {
    Desk desk;
    desk.link.shown.speed = 60.0;
    desk.link.shown.measuredSpeed = 41.0;
    desk.meter.refresh();
    bool isTold = false;
    for (const QLabel* label : desk.window.statusLine().findChildren<QLabel*>()) {
        isTold = isTold || label->text() == QStringLiteral("41\u00d7 of 60\u00d7");
    }
    CHECK(isTold);
    dumpImage(desk.window.grab().toImage(), QStringLiteral("window"));
}
