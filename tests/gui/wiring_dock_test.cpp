// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_dock.hpp"

#include "gui/live/live_meter.hpp"
#include "gui/wiring/mistakes_view.hpp"
#include "gui/wiring/site_wiring.hpp"
#include "gui/wiring/wiring_diagram.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace meter;
using namespace meter::gui;
using sim::Conductor;

namespace {

struct Desk {
    Desk() {
        link.simulation().step(2 * 2520);
        link.showSimulation();
        dock.resize(470, 900);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
        look();
    }

    void look() {
        link.showSimulation();
        meter.refresh();
        dock.refresh();
        meter.refresh(); // Brings the answer.
    }

    QPoint place(std::size_t handle, Conductor on) {
        return dock.diagram().geometryOfParts().handle(handle, on).toPoint();
    }

    void drag(std::size_t handle, Conductor from, Conductor to) {
        const QPoint begin = place(handle, from);
        const QPoint end = place(handle, to);
        QTest::mousePress(&dock.diagram(), Qt::LeftButton, {}, begin);
        QTest::mouseMove(&dock.diagram(), (begin + end) / 2);
        QTest::mouseMove(&dock.diagram(), end);
        QTest::mouseRelease(&dock.diagram(), Qt::LeftButton, {}, end);
        look();
    }

    const sim::Installation& wired() { return link.simulation().world().installation; }

    FakeMeterLink link;
    LiveMeter meter{link};
    WiringDock dock{meter};
};

} // namespace

TEST_CASE("geometry of the wiring keeps its proportions and its parts apart") {
    for (const QSizeF size : {QSizeF(300, 400), QSizeF(900, 500), QSizeF(460, 310)}) {
        const WiringGeometry geometry = wiringGeometry(QRectF(QPointF(0, 0), size));
        const double unit = geometry.scale;
        CHECK(geometry.bounds.width() / geometry.bounds.height() == Approx(460.0 / 310.0));
        CHECK(geometry.bounds.width() <= size.width() + 0.01);
        CHECK(geometry.bounds.height() <= size.height() + 0.01);
        for (std::size_t handle = 1; handle < kWiringHandleCount; ++handle) {
            CHECK(geometry.handleX[handle] - geometry.handleX[handle - 1] >= 36.0 * unit);
        }
        for (std::size_t index = 1; index < 4; ++index) {
            CHECK(geometry.conductorY[index] - geometry.conductorY[index - 1] ==
                  Approx(30.0 * unit));
        }
        CHECK(geometry.openY > geometry.conductorY[3] + 15.0 * unit);
        CHECK(geometry.terminalY > geometry.fuseY);
        CHECK(geometry.meter.contains(QPointF(geometry.handleX[6], geometry.terminalY)));
    }
}

TEST_CASE("a lead let go between conductors goes to the nearer one or stays open") {
    const WiringGeometry geometry = wiringGeometry(QRectF(0, 0, 460, 310));
    const auto at = [&](double y, sim::Service service) {
        return geometry.conductorAt(y, service);
    };
    CHECK(at(geometry.conductorY[1] + 10, sim::Service::Wye) == Conductor::B);
    CHECK(at(geometry.conductorY[1] + 20, sim::Service::Wye) == Conductor::C);
    CHECK(at(geometry.openY, sim::Service::Wye) == Conductor::Open);
    CHECK(at(geometry.conductorY[3], sim::Service::Delta) == Conductor::Open); // It has no N.
}

TEST_CASE("the end of a lead is dragged to another conductor and away from all") {
    Desk desk;
    desk.drag(1, Conductor::B, Conductor::C);
    CHECK(desk.wired().voltageLeads[1] == Conductor::C);
    desk.drag(1, Conductor::C, Conductor::Open);
    CHECK(desk.wired().voltageLeads[1] == Conductor::Open);
    CHECK(desk.dock.diagram().accessibleDescription().contains(
        QStringLiteral("Voltage terminal B is open.")));
    QTest::qWait(0); // Layouts settle.
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("wiring-open"));
    desk.drag(1, Conductor::Open, Conductor::B);
    CHECK(desk.wired().voltageLeads[1] == Conductor::B);
}

TEST_CASE("a rope is turned by a click and dragged to another conductor") {
    Desk desk;
    QTest::mouseClick(&desk.dock.diagram(), Qt::LeftButton, {}, desk.place(4, Conductor::A));
    desk.look();
    CHECK(desk.wired().ctReversed[0]);
    desk.drag(4, Conductor::A, Conductor::B);
    CHECK(desk.wired().ctLeads[0] == Conductor::B);
    CHECK(desk.wired().ctReversed[0]);        // It takes its direction along.
    desk.drag(5, Conductor::B, Conductor::N); // No current is known in the neutral.
    CHECK(desk.wired().ctLeads[1] == Conductor::B);
}

TEST_CASE("the wiring is changed by the keyboard alone") {
    Desk desk;
    WiringDiagram& diagram = desk.dock.diagram();
    desk.dock.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&desk.dock));
    desk.dock.mistakes().search().setFocus();
    diagram.setFocus(Qt::TabFocusReason);
    REQUIRE(diagram.picture().focused == std::size_t{0});
    QTest::keyClick(&diagram, Qt::Key_Down);
    desk.look();
    CHECK(desk.wired().voltageLeads[0] == Conductor::B);
    for (int tab = 0; tab < 4; ++tab) {
        QTest::keyClick(&diagram, Qt::Key_Tab);
    }
    CHECK(diagram.picture().focused == std::size_t{4});
    QTest::keyClick(&diagram, Qt::Key_Space);
    desk.look();
    CHECK(desk.wired().ctReversed[0]);
    QTest::keyClick(&diagram, Qt::Key_Delete);
    desk.look();
    CHECK(desk.wired().ctLeads[0] == Conductor::Open);
}

TEST_CASE("a click in the list makes the mistake and the button puts it right") {
    Desk desk;
    QTreeWidget& list = desk.dock.mistakes().list();
    CHECK(list.topLevelItemCount() == 17);
    QTreeWidgetItem* swapped = nullptr;
    for (int row = 0; row < list.topLevelItemCount(); ++row) {
        if (list.topLevelItem(row)->text(0).startsWith(QStringLiteral("voltages A"))) {
            swapped = list.topLevelItem(row);
        }
    }
    REQUIRE(swapped != nullptr);
    CHECK(swapped->text(1).contains(QStringLiteral("PF")));
    list.scrollToItem(swapped);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(swapped).center());
    desk.look();
    CHECK(desk.link.simulation().faultyWorld().installation.voltageLeads[0] == Conductor::B);
    CHECK(desk.dock.diagram().picture().installation.voltageLeads[0] == Conductor::B);
    CHECK(swapped->font(0).bold());
    QTest::qWait(0); // Layouts settle.
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("wiring-mistake"));
    QTest::mouseClick(&desk.dock.mistakes().putRightButton(), Qt::LeftButton);
    desk.look();
    CHECK(desk.dock.diagram().picture().installation.voltageLeads[0] == Conductor::A);
    CHECK_FALSE(swapped->font(0).bold());
}

TEST_CASE("mistakes are found by what one will see") {
    Desk desk;
    QTest::keyClicks(&desk.dock.mistakes().search(), QStringLiteral("fuse"));
    int shown = 0;
    for (int row = 0; row < desk.dock.mistakes().list().topLevelItemCount(); ++row) {
        shown += desk.dock.mistakes().list().topLevelItem(row)->isHidden() ? 0 : 1;
    }
    CHECK(shown == 1);
}

TEST_CASE("a meter that is set to another system is told and set by a button") {
    Desk desk;
    CHECK(desk.dock.hint().text() == QStringLiteral("The meter is set to what is fitted."));
    CHECK_FALSE(desk.dock.setMeterButton().isVisible());
    sim::World world = desk.link.simulation().world();
    world.installation.service = sim::Service::Delta;
    world.source.voltageV = {480.0, 480.0, 480.0};
    desk.link.simulation().setWorld(world);
    desk.look();
    CHECK(desk.dock.hint().text().contains(QStringLiteral("3L (31)")));
    QTest::mouseClick(&desk.dock.setMeterButton(), Qt::LeftButton);
    desk.look();
    CHECK(desk.link.simulation().meter().readings().settings.systemType == SystemType::Delta);
    CHECK(desk.dock.hint().text() == QStringLiteral("The meter is set to what is fitted."));
}

namespace {

/// By its place in the table of parts.
SiteButton& siteButton(Desk& desk, std::size_t which) {
    return *desk.dock.site().buttons().at(which);
}

enum SiteButtons : std::size_t { Supply, ControlFuse, MeterSupply, Polarity, Break, Shield, Ends };

void choose(Desk& desk, SiteButton& button, const QString& begin) {
    QTest::mouseClick(&button, Qt::LeftButton);
    auto* const menu = button.findChild<QMenu*>();
    REQUIRE(menu != nullptr);
    for (QAction* const action : menu->actions()) {
        if (action->text().startsWith(begin)) {
            action->trigger();
            delete menu;
            desk.look();
            return;
        }
    }
    FAIL("no such choice");
}

} // namespace

TEST_CASE("the fuse of the control power is blown by a click and the meter goes dark") {
    Desk desk;
    QTest::mouseClick(&siteButton(desk, ControlFuse), Qt::LeftButton);
    desk.look();
    CHECK_FALSE(desk.wired().isControlFuseGood);
    CHECK(siteButton(desk, ControlFuse).accessibleName().contains(QStringLiteral("is blown")));
    desk.link.simulation().step(2520);
    CHECK_FALSE(desk.link.simulation().meter().isPowered());
    QTest::mouseClick(&siteButton(desk, ControlFuse), Qt::LeftButton);
    desk.look();
    CHECK(desk.wired().isControlFuseGood);
}

TEST_CASE("control power is taken in each of the guide's ways") {
    Desk desk;
    SiteButton& supply = siteButton(desk, Supply);
    const auto power = [&desk] {
        return desk.wired().controlPower;
    };
    choose(desk, supply, QStringLiteral("A DC supply"));
    CHECK(power().kind == sim::ControlPowerKind::OwnDc);
    CHECK(power().voltageV == Approx(125.0));
    choose(desk, supply, QStringLiteral("Direct, line to neutral"));
    CHECK(power().kind == sim::ControlPowerKind::FromService);
    CHECK(power().to == Conductor::N);
    CHECK(power().ratio == Approx(1.0));
    choose(desk, supply, QStringLiteral("Direct, line to line"));
    CHECK(power().to == Conductor::B);
    choose(desk, supply, QStringLiteral("By a transformer 2.3:1, line to neutral")); // 277 ÷ 120.
    CHECK(power().ratio == Approx(2.3));
    choose(desk, supply, QStringLiteral("By a transformer 4:1, line to line")); // 480 ÷ 120.
    CHECK(power().ratio == Approx(4.0));
    CHECK(supply.accessibleName() ==
          QStringLiteral("Control power comes from A\u2013B by a transformer 4:1."));
    choose(desk, supply, QStringLiteral("A supply of its own"));
    CHECK(power().kind == sim::ControlPowerKind::OwnAc);
}

TEST_CASE("the RS-485 line is wired wrong and put right by keyboard and mouse") {
    Desk desk;
    const auto line = [&desk] {
        return desk.link.simulation().world().line.wiring;
    };
    for (const std::size_t which : {Polarity, Break, Shield}) {
        QTest::keyClick(&siteButton(desk, which), Qt::Key_Space);
        desk.look();
    }
    CHECK(line().isReversed);
    CHECK(line().isOpen);
    CHECK(line().isShieldOpen);
    choose(desk, siteButton(desk, Ends), QStringLiteral("1 "));
    CHECK(line().terminators == 1);
    QTest::qWait(0);
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("wiring-site-wrong"));
    for (const std::size_t which : {Polarity, Break, Shield}) {
        QTest::mouseClick(&siteButton(desk, which), Qt::LeftButton);
        desk.look();
    }
    choose(desk, siteButton(desk, Ends), QStringLiteral("2 "));
    CHECK(line() == sim::LineWiring{});
}

TEST_CASE("a rope round several conductors is told and drawn as such") {
    Desk desk;
    WiringDiagram& diagram = desk.dock.diagram();
    sim::Rope rope(Conductor::A);
    rope.turns[1] = -1;
    rope.turns[2] = 2;
    Q_EMIT diagram.edited({WiringEdit::Kind::Turns, 0, Conductor::Open, rope});
    desk.look();
    CHECK(desk.wired().ctLeads[0] == rope);
    CHECK(diagram.accessibleDescription().contains(QStringLiteral("CT A encloses [A, -B, 2 C]")));
    QTest::qWait(0);
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("wiring-rope-turns"));
}
