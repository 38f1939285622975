// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/source/source_dock.hpp"

#include "gui/docks/parameter_edit.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/source/environment.hpp"
#include "gui/source/harmonics_editor.hpp"
#include "gui/source/harmonics_model.hpp"
#include "gui/source/phase_grid.hpp"
#include "gui/source/tones_edit.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace meter;
using namespace meter::gui;

namespace {

struct Desk {
    Desk() {
        link.showSimulation();
        meter.refresh();
        dock.resize(420, 900);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
    }

    /// The world as it is now, after what was posted.
    const sim::World& world() {
        link.showSimulation();
        meter.refresh();
        dock.refresh();
        return link.simulation().world();
    }

    void type(ParameterEdit& field, const QString& text) {
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
    }

    void enter(ParameterEdit& field, const QString& text) {
        type(field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    }

    FakeMeterLink link;
    LiveMeter meter{link};
    SourceDock dock{meter};
};

} // namespace

TEST_CASE("a voltage is set as people write it and for its phase alone") {
    Desk desk;
    desk.enter(desk.dock.source().field("source.voltage", 1), QStringLiteral("69.3 kV"));
    const sim::World& world = desk.world();
    CHECK(world.source.voltageV[1] == 69'300.0);
    CHECK(world.source.voltageV[0] == 277.6); // Of the built-in scenario.
    CHECK(desk.dock.source().field("source.voltage", 1).text() == QStringLiteral("69.3 kV"));
}

TEST_CASE("percent is of what the scenario begins with") {
    Desk desk;
    ParameterEdit& field = desk.dock.source().field("source.voltage", 0);
    desk.enter(field, QStringLiteral("50 %"));
    CHECK(desk.world().source.voltageV[0] == Approx(138.8));
    desk.enter(field, QStringLiteral("50 %"));
    CHECK(desk.world().source.voltageV[0] == Approx(138.8));
}

TEST_CASE("wrong input is refused in place and taken back by Escape") {
    Desk desk;
    ParameterEdit& field = desk.dock.source().field("source.voltage", 2);
    desk.enter(field, QStringLiteral("12 A"));
    CHECK(desk.world().source.voltageV[2] == 277.1);
    CHECK(field.refusal().contains(QStringLiteral("voltage")));
    CHECK(field.text() == QStringLiteral("12 A")); // Still there to be put right.
    bool isTold = false;
    for (const QLabel* label : desk.dock.findChildren<QLabel*>()) {
        isTold = isTold || (label->isVisible() && label->text() == field.refusal());
    }
    CHECK(isTold);
    QTest::keyClick(&field, Qt::Key_Escape);
    CHECK(field.refusal().isEmpty());
    CHECK(field.text() == QStringLiteral("277.1 V"));
}

TEST_CASE("changes made elsewhere show but not under the hands of who types") {
    Desk desk;
    ParameterEdit& field = desk.dock.source().field("source.voltage", 0);
    desk.type(field, QStringLiteral("26"));
    sim::World other = desk.link.simulation().world();
    other.source.voltageV = {250.0, 251.0, 252.0};
    desk.link.simulation().setWorld(other);
    static_cast<void>(desk.world());
    CHECK(field.text() == QStringLiteral("26"));
    CHECK(desk.dock.source().field("source.voltage", 1).text() == QStringLiteral("251 V"));
    QTest::keyClick(&field, Qt::Key_Escape);
    CHECK(field.text() == QStringLiteral("250 V"));
}

TEST_CASE("linked phases are set by one field") {
    Desk desk;
    desk.dock.findChild<QCheckBox*>()->setChecked(true);
    CHECK_FALSE(desk.dock.load().field("load.current", 1).isVisible());
    CHECK(desk.dock.source().field("source.angle", 1).isVisible());
    desk.enter(desk.dock.load().field("load.current", 0), QStringLiteral("120 A"));
    desk.enter(desk.dock.load().field("load.pf", 0), QStringLiteral("0.5 leading"));
    const sim::World& world = desk.world();
    for (std::size_t phase = 0; phase < 3; ++phase) {
        CHECK(world.load.currentA[phase] == 120.0);
        CHECK(world.load.laggingDeg[phase] == Approx(-60.0)); // acos 0.5
    }
    CHECK(desk.dock.load().field("load.pf", 0).text() == QStringLiteral("0.5 leading"));
    QTest::qWait(0); // Layouts settle.
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("source-linked"));
}

TEST_CASE("arrow keys go to the next whole step") {
    Desk desk;
    ParameterEdit& field = desk.dock.source().field("source.voltage", 0);
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Up);
    CHECK(desk.world().source.voltageV[0] == 279.0); // 277.6 is nearest to 278.
    QTest::keyClick(&field, Qt::Key_PageDown);
    CHECK(desk.world().source.voltageV[0] == 269.0);
    field.clearFocus();
    CHECK(desk.world().source.voltageV[0] == 269.0);
}

TEST_CASE("the fields are those of the service") {
    Desk desk;
    sim::World world = desk.link.simulation().world();
    world.installation.service = sim::Service::SplitPhase;
    desk.link.simulation().setWorld(world);
    static_cast<void>(desk.world());
    CHECK(desk.dock.source().field("source.voltage", 1).isVisible());
    CHECK_FALSE(desk.dock.source().field("source.voltage", 2).isVisible());
    world.installation.service = sim::Service::Delta;
    desk.link.simulation().setWorld(world);
    static_cast<void>(desk.world());
    CHECK(desk.dock.source().field("source.voltage", 2).keys().front() == "source.voltage.CA");
    CHECK(desk.dock.load().field("load.current", 2).keys().front() == "load.current.C");
}

TEST_CASE("harmonics are added edited and removed in their table") {
    Desk desk;
    auto* model = desk.dock.findChild<HarmonicsModel*>();
    REQUIRE(model != nullptr);
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(model->rowCount() == 3); // 5, 7 and 11 of the built-in scenario.
    CHECK(model->index(1, HarmonicsModel::Level).data().toString() == QStringLiteral("1.1 %"));
    CHECK(model->index(1, HarmonicsModel::Angle).data().toString() == QStringLiteral("30 deg"));
    CHECK(
        model->setData(model->index(0, HarmonicsModel::Level), QStringLiteral("3"), Qt::EditRole));
    CHECK(desk.world().source.harmonics[2][0].level == Approx(0.03));
    CHECK(model->setData(model->index(0, HarmonicsModel::Level), QStringLiteral("9 V"),
                         Qt::EditRole));
    CHECK(desk.world().source.harmonics[2][0].level == Approx(0.03));

    auto* table = desk.dock.findChild<QTableView*>();
    table->selectRow(1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    const sim::World& world = desk.world();
    REQUIRE(world.source.harmonics[0].size() == 2);
    CHECK(world.source.harmonics[0][1].order == 11);
    CHECK(model->rowCount() == 2);
    QTest::qWait(0); // Layouts settle.
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("source"));
}

TEST_CASE("interharmonics are written in one line for all phases") {
    Desk desk;
    const auto enter = [&desk](const QString& line) {
        TonesEdit& field = desk.dock.tones();
        field.setFocus();
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        QTest::keyClicks(&field, line);
        QTest::keyClick(&field, Qt::Key_Return);
    };
    enter(QStringLiteral("175 Hz 2 %, 330.5 Hz: 1 %"));
    for (const auto& tones : desk.world().source.interharmonics) {
        REQUIRE(tones.size() == 2);
        CHECK(tones[0].frequencyHz == 175.0);
        CHECK(tones[0].level == Approx(0.02));
        CHECK(tones[1].frequencyHz == 330.5);
        CHECK(tones[1].level == Approx(0.01));
    }
    CHECK(desk.dock.tones().text() == QStringLiteral("175 Hz 2 %, 330.5 Hz 1 %"));
    enter(QStringLiteral("175 Hz 3 %"));
    REQUIRE(desk.world().source.interharmonics[2].size() == 1);
    CHECK(desk.world().source.interharmonics[2][0].level == Approx(0.03));
    enter(QStringLiteral("a lot"));
    CHECK_FALSE(desk.dock.tones().refusal().isEmpty());
    CHECK(desk.world().source.interharmonics[0].size() == 1);
    QTest::keyClick(&desk.dock.tones(), Qt::Key_Escape);
    enter(QString());
    CHECK(desk.world().source.interharmonics[0].empty());
}

TEST_CASE("service and control power and ambient temperature are set in their fields") {
    Desk desk;
    Environment& fields = desk.dock.environment();
    const auto choose = [](QComboBox& box, int index) {
        box.setCurrentIndex(index);
        Q_EMIT box.activated(index);
    };
    choose(fields.supply(),
           fields.supply().findData(static_cast<int>(sim::ControlPowerKind::OwnDc)));
    CHECK(desk.world().installation.controlPower.kind == sim::ControlPowerKind::OwnDc);
    desk.enter(fields.supplyVoltage(), QStringLiteral("125 V"));
    CHECK(desk.world().installation.controlPower.voltageV == 125.0);
    choose(fields.supply(),
           fields.supply().findData(static_cast<int>(sim::ControlPowerKind::FromService)));
    CHECK(desk.world().installation.controlPower.kind == sim::ControlPowerKind::FromService);
    CHECK(fields.pair().isVisible());
    CHECK_FALSE(fields.supplyVoltage().isVisible());
    choose(fields.pair(), fields.pair().findText(QStringLiteral("A-B")));
    CHECK(desk.world().installation.controlPower.from == sim::Conductor::A);
    CHECK(desk.world().installation.controlPower.to == sim::Conductor::B);
    desk.enter(fields.ambient(), QStringLiteral("40 C"));
    CHECK(desk.world().installation.ambientC == 40.0);
    choose(fields.service(), fields.service().findData(QStringLiteral("delta")));
    CHECK(desk.world().installation.service == sim::Service::Delta);
    CHECK(fields.pair().findText(QStringLiteral("A-N")) == -1); // A delta has no neutral.
    fields.power().click();
    REQUIRE(desk.link.commands.size() == 1);
    CHECK(std::get<ControlPowerCommand>(desk.link.commands.front()).isOn == false);
}
