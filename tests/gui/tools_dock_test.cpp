// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tools/tools_dock.hpp"

#include "gui/docks/copy_menu.hpp"
#include "gui/readings/readings_dock.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/gui/probe_bench.hpp"
#include "tests/support/catch.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace meter;
using namespace meter::gui;
using sim::HandTool;

namespace {

struct ToolsBench : ProbeBench {
    ToolsBench() {
        dock.resize(360, 360);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
        look();
    }

    void look() {
        run(0.1);
        dock.refresh();
        meter.refresh();
    }

    static void choose(QComboBox& box, const char* place) {
        box.setCurrentIndex(box.findData(QString::fromLatin1(place)));
    }

    ToolsDock dock{meter};
};

} // namespace

TEST_CASE("the hand tools show 277 V between A and N, 50 A in a conductor, and A-B-C") {
    ToolsBench bench;
    CHECK(bench.dock.reading(HandTool::Clamp) == QStringLiteral("50.0 A"));
    CHECK(bench.dock.reading(HandTool::Voltmeter) == QStringLiteral("277.0 V"));
    CHECK(bench.dock.reading(HandTool::Rotation) == QStringLiteral("A-B-C"));
    // Balanced: nothing flows back in N, and between two phases it is the square root of three.
    ToolsBench::choose(bench.dock.clampBox(), "N");
    ToolsBench::choose(bench.dock.toBox(), "B");
    bench.look();
    CHECK(bench.dock.reading(HandTool::Clamp) == QStringLiteral("0.0 A"));
    CHECK(bench.dock.reading(HandTool::Voltmeter) == QStringLiteral("479.8 V"));
    dumpImage(bench.dock.grab().toImage(), QStringLiteral("tools"));
}

TEST_CASE("behind a blown fuse a terminal is dead while its conductor is not") {
    ToolsBench bench;
    sim::World world = bench.link.simulation().world();
    world.installation.isFuseGood[0] = false;
    world.installation.isControlPowerOn = false; // The tools need none of it.
    bench.link.simulation().setWorld(world);
    ToolsBench::choose(bench.dock.fromBox(), "VA");
    ToolsBench::choose(bench.dock.rotationBox(), "VA-VB-VC");
    bench.look();
    CHECK(bench.dock.reading(HandTool::Voltmeter) == QStringLiteral("0.0 V"));
    CHECK(bench.dock.reading(HandTool::Rotation) == QStringLiteral("a phase is missing"));
    ToolsBench::choose(bench.dock.fromBox(), "A");
    bench.look();
    CHECK(bench.dock.reading(HandTool::Voltmeter) == QStringLiteral("277.0 V"));
}

TEST_CASE("tables and pictures are copied and saved from their own menus") {
    ProbeBench bench;
    ReadingsDock readings(bench.meter);
    readings.resize(420, 500);
    readings.show();
    REQUIRE(QTest::qWaitForWindowExposed(&readings));
    auto* view = readings.findChild<QTableView*>();
    REQUIRE(view != nullptr);
    REQUIRE(view->actions().size() == 2);
    view->actions().at(0)->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    CHECK(lines.at(0) == QStringLiteral("Reading\tValue\tUnit\tRegister"));
    CHECK(lines.size() == view->model()->rowCount() + 2); // Heading, and the end of the last.
    CHECK(tableText(*view, u',').contains(QStringLiteral("\nFrequency,60.00,Hz,")));

    const QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("a.png"));
    REQUIRE(savePicture(readings, png));
    CHECK(QImage(png).width() == 2 * readings.width());
    const QString svg = folder.filePath(QStringLiteral("a.svg"));
    REQUIRE(savePicture(readings, svg));
    CHECK(QSvgRenderer(svg).isValid());
    CHECK_FALSE(savePicture(readings, folder.filePath(QStringLiteral("missing/a.svg"))));
}
