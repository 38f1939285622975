// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trend/trend_dock.hpp"
#include "gui/trend/trend_plot.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/gui/probe_bench.hpp"
#include "tests/support/catch.hpp"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace meter;
using namespace meter::gui;

namespace {

/// Voltage A is 200 V plus the second, so that a point says when it is from.
struct TrendBench {
    TrendBench() { ReadingHistory::of(meter); }

    /// Nothing is measured before the first one, however often the window looks by then.
    void passTo(std::int64_t second) {
        link.shown.readings.isMeasuring = true;
        link.shown.now = second * kSamplesPerSecond + 17;
        link.shown.readings.cycle.phase[0].voltageLnV = 200.0 + static_cast<double>(second);
        meter.refresh();
    }

    FakeMeterLink link;
    LiveMeter meter{link};
};

} // namespace

TEST_CASE("the history keeps one entry a second for an hour") {
    TrendBench bench;
    for (std::int64_t second = 1; second <= 4000; ++second) {
        bench.passTo(second);
        bench.meter.refresh(); // A second look within the second adds nothing.
    }
    const auto& entries = ReadingHistory::of(bench.meter).entries();
    REQUIRE(entries.size() == 3600);
    CHECK(entries.front().second == 401);
    CHECK(entries.back().second == 4000);
}

TEST_CASE("a rewind forgets what comes after") {
    TrendBench bench;
    for (std::int64_t second = 1; second <= 100; ++second) {
        bench.passTo(second);
    }
    bench.passTo(40);
    const auto& entries = ReadingHistory::of(bench.meter).entries();
    REQUIRE(entries.size() == 40);
    CHECK(entries.back().second == 40);
}

TEST_CASE("a register that is added later has its past at once") {
    TrendBench bench;
    TrendDock dock(bench.meter);
    dock.resize(520, 380);
    dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dock));
    for (std::int64_t second = 1; second <= 120; ++second) {
        bench.passTo(second);
    }
    dock.nameBox().setFocus();
    QTest::keyClicks(dock.nameBox().lineEdit(), QStringLiteral("voltage_ab"));
    QTest::keyClick(dock.nameBox().lineEdit(), Qt::Key_Return);
    dock.removeRegister(QStringLiteral("voltage_an"));
    dock.addRegister(QStringLiteral("voltage_an"));
    REQUIRE(dock.series().size() == 3);
    const TrendSeries& voltage = dock.series().back();
    REQUIRE(voltage.points.size() == 120);
    CHECK(voltage.points.front().second == 1);
    // As the integer registers have it, in whole volts.
    CHECK(voltage.points.front().value == 201.0);
    CHECK(voltage.points.back().value == 320.0);
    CHECK(voltage.unit.toStdString() == "V");
    // V of two registers share an axis; kW has its own.
    CHECK(dock.plot().graphCount() == 3);
    CHECK(dock.plot().graph(1)->valueAxis() == dock.plot().graph(2)->valueAxis());
    CHECK(dock.plot().graph(0)->valueAxis() != dock.plot().graph(1)->valueAxis());
    dumpImage(pictureOf(dock), QStringLiteral("trend"));

    dock.list().setCurrentRow(0);
    QTest::keyClick(&dock.list(), Qt::Key_Delete);
    CHECK(dock.series().size() == 2);
}

TEST_CASE("an unknown register is refused with what was meant") {
    TrendBench bench;
    TrendDock dock(bench.meter);
    dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dock));
    QTest::keyClicks(dock.nameBox().lineEdit(), QStringLiteral("voltage_am"));
    QTest::keyClick(dock.nameBox().lineEdit(), Qt::Key_Return);
    bool isTold = false;
    for (const QLabel* label : dock.findChildren<QLabel*>()) {
        isTold = isTold || (label->isVisible() &&
                            label->text().contains(QStringLiteral("did you mean voltage_a")));
    }
    CHECK(isTold);
}

TEST_CASE("a trend is exported with a gap where the meter had no power") {
    TrendBench bench;
    bench.passTo(1);
    bench.link.shown.isPowered = false;
    bench.passTo(2);
    bench.link.shown.isPowered = true;
    bench.passTo(5);
    TrendDock dock(bench.meter);
    dock.removeRegister(QStringLiteral("real_power_total"));
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("trend.csv"));
    REQUIRE(dock.exportTo(name).isEmpty());
    QFile file(name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().toStdString() == "time_s,voltage_an_V\n1,201\n2,\n5,205\n");
    CHECK(dock.exportTo(QStringLiteral("/none/trend.csv"))
              .contains(QStringLiteral("was not written")));
}

TEST_CASE("a paused trend gathers on and catches up") {
    TrendBench bench;
    TrendDock dock(bench.meter);
    dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dock));
    bench.passTo(10);
    dock.refresh();
    dock.pauseButton().click();
    bench.passTo(11);
    bench.passTo(12);
    CHECK(dock.series().back().points.back().second == 10);
    dock.pauseButton().click();
    CHECK(dock.series().back().points.back().second == 12);
}

TEST_CASE("the trend follows the present until it is zoomed") {
    TrendBench bench;
    TrendDock dock(bench.meter);
    dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dock));
    bench.passTo(1000);
    dock.refresh();
    CHECK(dock.plot().xAxis->range().upper == Approx(1000.0));
    CHECK(dock.plot().xAxis->range().size() == Approx(300.0)); // Five minutes at first.
    const QPointF middle = dock.plot().axisRect()->center();
    QWheelEvent wheel(middle, dock.plot().mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&dock.plot(), &wheel);
    CHECK(dock.plot().xAxis->range().size() == Approx(0.85 * 300.0));
    CHECK_FALSE(dock.plot().isFollowing());
    dock.plot().followPresent();
    CHECK(dock.plot().xAxis->range().upper == Approx(1000.0));
}
