// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/log_dock.hpp"
#include "gui/log/log_model.hpp"
#include "gui/log/meter_events.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace meter;
using namespace meter::gui;

namespace {

struct LogBench {
    LogBench() {
        LogModel::of(meter);
        link.shown.log = {{0, "begun"}, {3 * 2520, "master 127.0.0.1:40112 came"}};
        meter.refresh();
        link.shown.log = {{4 * 2520, "bad CRC"}};
        meter.refresh();
        link.shown.log.clear();
    }

    FakeMeterLink link;
    LiveMeter meter{link};
};

} // namespace

TEST_CASE("the log has meter time and keeps its order") {
    LogBench bench;
    LogModel& model = LogModel::of(bench.meter);
    REQUIRE(model.rowCount() == 3);
    CHECK(model.index(1, LogModel::Time).data().toString().toStdString() == "0:00:03.000");
    CHECK(model.index(2, LogModel::Text).data().toString().toStdString() == "bad CRC");
    // 7 h 5 min 9.25 s = 25509.25 s.
    CHECK(logTimeText(25509 * 2520 + 630).toStdString() == "7:05:09.250");
}

TEST_CASE("the log is a sound model and bounded") {
    LogBench bench;
    LogModel& model = LogModel::of(bench.meter);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int line = 0; line < 1000; ++line) {
        for (int k = 0; k < 12; ++k) {
            bench.link.shown.log.push_back({line, "line " + std::to_string(12 * line + k)});
        }
        bench.meter.refresh();
        bench.link.shown.log.clear();
    }
    REQUIRE(model.rowCount() == 10'000);
    CHECK(model.index(0, LogModel::Text).data().toString().toStdString() == "line 2000");
    CHECK(model.index(9999, LogModel::Text).data().toString().toStdString() == "line 11999");
    model.clear();
    CHECK(model.rowCount() == 0);
}

TEST_CASE("what changes from one snapshot to the next is told once") {
    LogBench bench;
    LogModel& model = LogModel::of(bench.meter);
    model.clear();
    bench.link.shown.now = 10 * 2520;
    bench.link.shown.readings.alerts = 0x0101; // Bits 0 and 8 of register 146.
    bench.link.shown.isAlarmClosed = true;
    bench.meter.refresh();
    bench.meter.refresh();
    REQUIRE(model.rowCount() == 3);
    const auto line = [&](int row) {
        return model.index(row, LogModel::Text).data().toString().toStdString();
    };
    CHECK(line(0) == "Alert: voltage A over range");
    CHECK(line(1) == "Alert: phase loss A");
    CHECK(line(2) == "Alarm contact closed");
    bench.link.shown.readings.alerts = 0x0001;
    bench.link.shown.speed = 60.0;
    bench.meter.refresh();
    REQUIRE(model.rowCount() == 5);
    CHECK(line(3) == "Alert over: phase loss A");
    CHECK(line(4) == "Speed 60\u00d7");
}

TEST_CASE("the log is filtered copied exported and cleared") {
    LogBench bench;
    LogDock dock(bench.meter);
    dock.resize(500, 260);
    dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dock));
    QTest::keyClicks(&dock.filter(), QStringLiteral("CRC"));
    REQUIRE(dock.view().model()->rowCount() == 1);
    dock.copyButton().click();
    CHECK(QApplication::clipboard()->text().toStdString() == "0:00:04.000\tbad CRC\n");
    dock.filter().clear();
    dock.view().selectRow(1);
    CHECK(dock.text().toStdString() == "0:00:03.000\tmaster 127.0.0.1:40112 came\n");
    dock.view().clearSelection();
    dumpImage(dock.grab().toImage(), QStringLiteral("log"));

    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("log.txt"));
    REQUIRE(dock.exportTo(name).isEmpty());
    QFile file(name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().count('\n') == 3);
    CHECK(dock.exportTo(folder.filePath(QStringLiteral("none/log.txt")))
              .contains(QStringLiteral("was not written")));
    dock.clearButton().click();
    CHECK(dock.view().model()->rowCount() == 0);
}

TEST_CASE("the log follows its end until somebody scrolls back") {
    LogBench bench;
    LogDock dock(bench.meter);
    dock.resize(400, 200);
    dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dock));
    LogModel& model = LogModel::of(bench.meter);
    for (int line = 0; line < 100; ++line) {
        model.add(line, QStringLiteral("line"));
    }
    QApplication::processEvents();
    const auto isLastSeen = [&] {
        return dock.view()
                   .visualRect(dock.view().model()->index(dock.view().model()->rowCount() - 1, 0))
                   .bottom() <= dock.view().viewport()->height();
    };
    CHECK(isLastSeen());
    dock.view().scrollToTop();
    model.add(200, QStringLiteral("one more"));
    QApplication::processEvents();
    CHECK_FALSE(isLastSeen());
}
