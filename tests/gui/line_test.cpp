// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/line/endpoint_model.hpp"
#include "gui/line/line_dock.hpp"
#include "gui/line/line_setting_edit.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/gui/probe_bench.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace meter;
using namespace meter::gui;
using sim::live::EndpointType;

namespace {

std::vector<sim::live::Endpoint> twoEndpoints() {
    sim::live::Endpoint tcp{.kind = "modbus-tcp", .address = "127.0.0.1:1502", .detail = ""};
    tcp.id = 1;
    tcp.peers = {"127.0.0.1:40112", "127.0.0.1:40113"};
    tcp.counters = {.requests = 1200, .answers = 1190, .exceptions = 7, .dropped = 3};
    sim::live::Endpoint pty{.kind = "modbus-rtu", .address = "/tmp/meter", .detail = "19200 8N1"};
    pty.id = 2;
    pty.type = EndpointType::Pty;
    return {tcp, pty};
}

struct LineBench {
    LineBench() {
        link.shown.endpoints =
            std::make_shared<const std::vector<sim::live::Endpoint>>(twoEndpoints());
        meter.refresh();
        dock.resize(640, 260);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
        dock.refresh();
    }

    QString cell(int row, int column) {
        return dock.view().model()->index(row, column).data().toString();
    }

    FakeMeterLink link;
    LiveMeter meter{link};
    LineDock dock{meter};
};

} // namespace

TEST_CASE("endpoints show counters setting and who is connected") {
    LineBench bench;
    REQUIRE(bench.dock.view().model()->rowCount() == 2);
    CHECK(bench.cell(0, EndpointModel::Kind).toStdString() == "Modbus TCP");
    CHECK(bench.cell(0, EndpointModel::Masters).toStdString() == "2");
    CHECK(bench.cell(0, EndpointModel::Exceptions).toStdString() == "7");
    CHECK(bench.cell(1, EndpointModel::State).toStdString() == "19200 8N1");
    CHECK(bench.dock.mastersText().contains(QStringLiteral("127.0.0.1:40112, 127.0.0.1:40113")));
    bench.dock.view().selectRow(1);
    CHECK(bench.dock.mastersText().toStdString() == "No master is connected");
    dumpImage(pictureOf(bench.dock), QStringLiteral("line"));
}

TEST_CASE("the endpoints are a sound model and counters move without losing the choice") {
    LineBench bench;
    EndpointModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEndpoints(twoEndpoints());
    bench.dock.view().selectRow(1);
    std::vector<sim::live::Endpoint> later = twoEndpoints();
    later[1].counters.requests = 5;
    model.setEndpoints(later);
    CHECK(model.index(1, EndpointModel::Requests).data().toString().toStdString() == "5");
    bench.link.shown.endpoints = std::make_shared<const std::vector<sim::live::Endpoint>>(later);
    bench.meter.refresh();
    bench.dock.refresh();
    CHECK(bench.dock.view().currentIndex().row() == 1);
    later.pop_back();
    model.setEndpoints(later);
    CHECK(model.rowCount() == 1);
}

TEST_CASE("an address is read as it is written or refused with what would be right") {
    const auto tcp = endpointRequest(EndpointType::ModbusTcp, QStringLiteral(" 0.0.0.0:5020 "));
    REQUIRE(tcp);
    CHECK(tcp->address.host == "0.0.0.0");
    CHECK(tcp->address.port == 5020);
    CHECK_FALSE(tcp->address.isDefault);
    const auto portOnly = endpointRequest(EndpointType::RtuOverTcp, QStringLiteral("0"));
    REQUIRE(portOnly);
    CHECK(portOnly->address.host == "127.0.0.1");
    for (const char* wrong : {"host", "host:", "host:65536", ":502", ""}) {
        const auto refused = endpointRequest(EndpointType::ModbusTcp, QString::fromLatin1(wrong));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().contains(QStringLiteral("127.0.0.1:1502")));
    }
    CHECK_FALSE(endpointRequest(EndpointType::Serial, QString()));
    CHECK(endpointRequest(EndpointType::Pty, QStringLiteral("auto"))->path == "auto");
}

TEST_CASE("endpoints are started changed and stopped") {
    LineBench bench;
    bench.dock.typeBox().setCurrentIndex(2);
    QTest::keyClicks(&bench.dock.addressEdit(), QStringLiteral("127.0.0.1:2300"));
    QTest::keyClick(&bench.dock.addressEdit(), Qt::Key_Return);
    REQUIRE(bench.link.added.size() == 1);
    CHECK(bench.link.added[0].type == EndpointType::Rfc2217);
    CHECK(bench.link.added[0].address.port == 2300);

    CHECK_FALSE(bench.dock.stopButton().isEnabled()); // None is chosen.
    bench.dock.view().selectRow(1);
    bench.dock.stopButton().click();
    CHECK(bench.link.removed == std::vector<int>{2});
    bench.dock.view().selectRow(0);
    bench.dock.typeBox().setCurrentIndex(0);
    bench.dock.addressEdit().setText(QStringLiteral("127.0.0.1:1600"));
    bench.dock.changeButton().click();
    CHECK(bench.link.removed == std::vector<int>{2, 1});
    CHECK(bench.link.added.back().address.port == 1600);
}

TEST_CASE("a refused endpoint is told in place") {
    LineBench bench;
    bench.dock.addressEdit().setText(QStringLiteral("nonsense"));
    bench.dock.startButton().click();
    CHECK(bench.dock.note().contains(QStringLiteral("is no address")));
    CHECK(bench.link.added.empty());
    bench.link.refusal = "port 1502 is in use";
    bench.dock.addressEdit().setText(QStringLiteral("1502"));
    bench.dock.startButton().click();
    bench.meter.refresh(); // The answer comes with the next snapshot.
    CHECK(bench.dock.note().toStdString() == "port 1502 is in use");
}

TEST_CASE("address baud rate and parity of the meter are set in the meter") {
    ProbeBench bench;
    LineSettingEdit edit(bench.meter);
    edit.show();
    REQUIRE(QTest::qWaitForWindowExposed(&edit));
    bench.run(0.1);
    CHECK(edit.baudBox().currentText().toStdString() == "19200");
    CHECK(edit.parityBox().currentText().toStdString() == "none");
    edit.addressBox().setValue(17);
    edit.baudBox().setCurrentIndex(edit.baudBox().findData(9600));
    Q_EMIT edit.baudBox().activated(edit.baudBox().currentIndex());
    edit.parityBox().setCurrentIndex(1);
    Q_EMIT edit.parityBox().activated(1);
    const Settings& settings = bench.link.simulation().meter().readings().settings;
    CHECK(settings.modbusAddress == 17);
    CHECK(settings.baudRate == 9600);
    CHECK(settings.parity == Parity::Even);
    // The rest stays, and the meter measures on.
    CHECK(settings.ctPrimaryA == 100);
    bench.run(1.0);
    CHECK(bench.link.shown.readings.cycle.phase[0].voltageLnV == Approx(277.0).epsilon(0.001));
    CHECK(edit.addressBox().value() == 17);
}
