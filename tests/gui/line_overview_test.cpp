// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// All meters of a line: the overview, the choice that every dock follows, and the lines that
// read them.
#include "gui/line/connect_dock.hpp"
#include "gui/line/connect_lines.hpp"
#include "gui/line/meters_dock.hpp"
#include "gui/line/meters_model.hpp"
#include "gui/live/engine_link.hpp"
#include "gui/main_window.hpp"
#include "gui/meter_actions.hpp"
#include "sim/live/meter_series.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <functional>

using namespace meter;
using namespace meter::gui;

namespace {

std::vector<sim::live::MeterSummary> threeMeters() {
    std::vector<sim::live::MeterSummary> meters(3);
    for (std::size_t index = 0; index < meters.size(); ++index) {
        sim::live::MeterSummary& meter = meters[index];
        meter.name = "Feeder " + std::to_string(index + 1);
        meter.factory.serialNumber = 0x4E36C14C + static_cast<std::uint32_t>(index);
        meter.readings.settings.modbusAddress = static_cast<std::uint8_t>(index + 1);
        meter.readings.isMeasuring = true;
        meter.isPowered = true;
    }
    meters[1].readings.alerts = 1U << static_cast<unsigned>(Alert::PhaseLossB);
    meters[2].isPowered = false;
    return meters;
}

struct Desk {
    Desk() {
        link.shown.meters =
            std::make_shared<const std::vector<sim::live::MeterSummary>>(threeMeters());
        meter.refresh();
        dock.resize(560, 300);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
    }

    QString text(int row, int column) {
        return dock.view().model()->index(row, column).data().toString();
    }

    FakeMeterLink link;
    LiveMeter meter{link};
    MetersDock dock{meter};
};

/// Looks until it is so, for at most ten seconds of the wall clock.
bool eventually(LiveMeter& meter, const std::function<bool()>& isSo) {
    return QTest::qWaitFor(
        [&] {
            meter.refresh();
            return isSo();
        },
        10'000);
}

} // namespace

TEST_CASE("the overview tells address, alerts by name and lost power of each meter") {
    Desk desk;
    REQUIRE(desk.dock.view().model()->rowCount() == 3);
    CHECK(desk.text(0, MetersModel::Address) == QStringLiteral("1"));
    CHECK(desk.text(0, MetersModel::Alerts) == QStringLiteral("none"));
    CHECK(desk.text(0, MetersModel::Energy) != QString(QChar(0x2014)));
    CHECK(desk.text(1, MetersModel::Alerts) == QStringLiteral("phase loss B"));
    CHECK(desk.text(2, MetersModel::Alerts) == QStringLiteral("no power"));
    CHECK(desk.text(2, MetersModel::Energy) == QString(QChar(0x2014)));
    CHECK(desk.text(2, MetersModel::Name) == QStringLiteral("Feeder 3"));
    CHECK(desk.text(2, MetersModel::Serial) == QStringLiteral("4E36C14E"));
    dumpImage(desk.dock.grab().toImage(), QStringLiteral("meters"));
}

TEST_CASE("a meter is chosen in the overview by mouse and by keys") {
    Desk desk;
    QSignalSpy opened(&desk.meter, &LiveMeter::scenarioOpened);
    QTableView& view = desk.dock.view();
    const QPoint second = view.visualRect(view.model()->index(1, 0)).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, second);
    CHECK(desk.link.chosen == std::vector<std::size_t>{1});
    CHECK(opened.count() == 1);
    view.setCurrentIndex(view.model()->index(2, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    CHECK(desk.link.chosen == std::vector<std::size_t>{1, 2});
    desk.meter.chooseMeter(7); // There is none.
    CHECK(desk.link.chosen.size() == 2);
}

TEST_CASE("the chooser is there for several meters alone and follows the choice") {
    FakeMeterLink link;
    LiveMeter meter(link);
    MainWindow window(meter);
    window.resize(1200, 800);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    QComboBox* chooser = window.meterActions().chooser();
    REQUIRE(chooser != nullptr);
    CHECK_FALSE(chooser->isVisible());
    link.shown.meters = std::make_shared<const std::vector<sim::live::MeterSummary>>(threeMeters());
    meter.refresh();
    QApplication::processEvents(); // The tool bar makes room for it.
    CHECK(chooser->isVisible());
    REQUIRE(chooser->count() == 3);
    CHECK(chooser->itemText(1) == QStringLiteral("2: Feeder 2"));
    chooser->setFocus();
    QTest::keyClick(chooser, Qt::Key_Down);
    CHECK(link.chosen == std::vector<std::size_t>{1});
    CHECK(chooser->currentIndex() == 1);
}

TEST_CASE("snapshots and commands of a running line are of the meter that was chosen") {
    sim::Scenario scenario = sim::builtInScenario();
    auto series = sim::live::meterSeries(scenario, 3);
    REQUIRE(series.has_value());
    sim::live::EngineOptions options;
    options.tcp = sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    options.ptyLink.reset();
    EngineLink link(std::move(*series), options);
    REQUIRE(link.start().has_value());
    LiveMeter meter(link);
    REQUIRE(eventually(meter, [&] { return meter.snapshot().meters->size() == 3; }));
    const unsigned first = meter.snapshot().readings.settings.modbusAddress;
    meter.chooseMeter(2);
    REQUIRE(eventually(meter, [&] { return meter.snapshot().meter == 2; }));
    CHECK(meter.snapshot().readings.settings.modbusAddress == first + 2);
    CHECK(meter.identity().factory.serialNumber ==
          (*meter.snapshot().meters)[2].factory.serialNumber);
    meter.setControlPower(false);
    REQUIRE(eventually(meter, [&] { return !meter.snapshot().isPowered; }));
    REQUIRE(eventually(meter, [&] { return !(*meter.snapshot().meters)[2].isPowered; }));
    CHECK((*meter.snapshot().meters)[0].isPowered);
    link.stop();
}

TEST_CASE("the lines to copy name address, port, line setting and meter") {
    const sim::live::Endpoint tcp = {.kind = "modbus-tcp",
                                     .address = "127.0.0.1:1502",
                                     .detail = {},
                                     .id = 1,
                                     .type = sim::live::EndpointType::ModbusTcp};
    const auto lines = connectLines(tcp, 7);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].line.startsWith(
        QStringLiteral("metertwin-cli read --tcp 127.0.0.1:1502 --unit 7 ")));
    CHECK(lines[1].line ==
          QStringLiteral("mbpoll -m tcp -p 1502 -a 7 -t 4:float -B -r 293 -c 1 -1 127.0.0.1"));
    const sim::live::Endpoint pty = {.kind = "modbus-rtu",
                                     .address = "/run/meter",
                                     .detail = "9600 8E1",
                                     .id = 2,
                                     .type = sim::live::EndpointType::Pty};
    const auto serial = connectLines(pty, 3);
    REQUIRE(serial.size() == 3);
    CHECK(serial[1].line == QStringLiteral("mbpoll -m rtu -b 9600 -P even -s 1 -a 3 -t 4:float -B "
                                           "-r 293 -c 1 -1 /run/meter"));
    CHECK(serial[2].line.contains(QStringLiteral("parity='E'")));
    const sim::live::Endpoint six = {.kind = "modbus-tcp",
                                     .address = "[::1]:1502",
                                     .detail = {},
                                     .id = 3,
                                     .type = sim::live::EndpointType::ModbusTcp};
    CHECK(connectLines(six, 1)[1].line.endsWith(QStringLiteral(" ::1")));
}

TEST_CASE("a line is copied by its button") {
    FakeMeterLink link;
    LiveMeter meter(link);
    ConnectDock dock(meter);
    dock.resize(560, 400);
    dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dock));
    REQUIRE_FALSE(dock.lines().isEmpty());
    const auto buttons = dock.findChildren<QToolButton*>();
    REQUIRE(buttons.size() == dock.lines().size());
    QTest::mouseClick(buttons.at(1), Qt::LeftButton);
    CHECK(QApplication::clipboard()->text() == dock.lines().at(1));
    dumpImage(dock.grab().toImage(), QStringLiteral("connect"));
}
