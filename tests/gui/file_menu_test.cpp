// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/file/file_menu.hpp"

#include "gui/base/message_bar.hpp"
#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/file/scenario_capture.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/main_window.hpp"
#include "gui/meter_view.hpp"
#include "sim/base/file_text.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace meter;
using namespace meter::gui;

namespace {

struct Desk {
    Desk() {
        window.resize(1100, 760);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        REQUIRE(folder.isValid());
    }

    QString path(const QString& name) { return folder.filePath(name); }

    QTemporaryDir folder;
    FakeMeterLink link;
    LiveMeter meter{link};
    MainWindow window{meter};
};

} // namespace

TEST_CASE("what is set up by hand is saved as a scenario that reads back") {
    Desk desk;
    sim::Simulation& simulation = desk.link.simulation();
    simulation.step(3 * 2520);
    sim::World world = simulation.world();
    world.source.voltageV = {240.0, 241.5, 242.25};
    world.load.currentA = {12.5, 100.0, 99.0};
    world.installation.ctReversed[1] = true;
    simulation.setWorld(world);

    const QString file = desk.path(QStringLiteral("by hand.yaml"));
    desk.window.fileMenu().saveScenario(file);
    desk.meter.refresh();
    REQUIRE(QFile::exists(file));
    const auto read = sim::readScenario(file.toStdString());
    REQUIRE(read.has_value());
    CHECK(read->world.source.voltageV == world.source.voltageV);
    CHECK(read->world.load.currentA == world.load.currentA);
    CHECK(read->world.installation.ctReversed[1]);
    CHECK(read->meter.installerSettings.ctPrimaryA == 400);
    CHECK(read->name == "by hand");
    CHECK(read->expect.size() == simulation.scenario().expect.size()); // They are kept.
    CHECK_FALSE(desk.window.messageBar().isVisible());
}

TEST_CASE("faults that act are part of what is saved") {
    FakeMeterLink link;
    sim::Simulation& simulation = link.simulation();
    const auto reading = sim::readFault("voltage-fuse-a-blown", {}, {}, simulation.world(), 60.0);
    simulation.applyFault(reading.action);
    simulation.step(1);
    CHECK_FALSE(captureScenario(simulation).world.installation.isFuseGood[0]);
}

TEST_CASE("a scenario that cannot be written is told in the window") {
    Desk desk;
    desk.window.fileMenu().saveScenario(desk.path(QStringLiteral("missing/by hand.yaml")));
    desk.meter.refresh();
    CHECK(desk.window.messageBar().isVisible());
    CHECK(desk.window.messageBar().text().contains(QStringLiteral("missing")));
}

TEST_CASE("a picture of the front is saved as PNG and as SVG") {
    Desk desk;
    const QSize size = desk.window.meterView().faceplate().size();
    const QString png = desk.path(QStringLiteral("front.png"));
    REQUIRE(desk.window.fileMenu().savePicture(png));
    const QImage image(png);
    CHECK(image.size() == size * 3);
    const QString svg = desk.path(QStringLiteral("front.svg"));
    REQUIRE(desk.window.fileMenu().savePicture(svg));
    QSvgRenderer renderer(svg);
    CHECK(renderer.isValid());
    CHECK(renderer.defaultSize().width() > 0);
    dumpImage(image, QStringLiteral("front"));
    CHECK_FALSE(desk.window.fileMenu().savePicture(desk.path(QStringLiteral("missing/a.png"))));
    CHECK(desk.window.messageBar().isVisible());
}

TEST_CASE("scenarios that were opened come back as recent ones") {
    Desk desk;
    desk.meter.openScenario(QStringLiteral("a.yaml"));
    REQUIRE(desk.window.fileMenu().recentFiles().size() == 1);
    // The fake always plays office.yaml; what counts is what is played.
    CHECK(QFileInfo(desk.window.fileMenu().recentFiles().first()).fileName() ==
          QStringLiteral("office.yaml"));
    QSettings settings(desk.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("files/recent"),
                      QStringList{QStringLiteral("/x/one.yaml"), QStringLiteral("/x/two.yaml")});
    desk.window.restoreLayout(settings);
    CHECK(desk.window.fileMenu().recentFiles().size() == 3);
    desk.window.saveLayout(settings);
    CHECK(settings.value(QStringLiteral("files/recent")).toStringList().size() == 3);
}

TEST_CASE("dialogs for files leave the meter and its window alone") {
    Desk desk;
    desk.window.fileMenu().openAction().trigger();
    auto* dialog = desk.window.findChild<QFileDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK_FALSE(dialog->isModal());
    CHECK(QApplication::activeModalWidget() == nullptr);
    dialog->close();
}

TEST_CASE("a scenario that came from a file keeps its comments and what it expects") {
    const QTemporaryDir folder;
    const QString source = folder.filePath(QStringLiteral("mine.yaml"));
    const QByteArray text = "# Why this is tried.\nmetertwin: 1\nname: Mine\n"
                            "source: {voltage: 277 V}   # as delivered\nload: {current: 50 A}\n"
                            "expect:\n  - {at: 5 s, register: voltage_an, above: 200 V}  # alive\n";
    QFile file(source);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == text.size());
    file.close();
    const auto scenario = sim::readScenario(source.toStdString());
    REQUIRE(scenario.has_value());
    sim::NvMemory memory;
    sim::Simulation simulation(*scenario, memory);
    simulation.step(2 * 2520);
    const std::filesystem::path copy = folder.filePath(QStringLiteral("copy.yaml")).toStdString();
    REQUIRE(saveCapture(simulation, copy).has_value());
    CHECK(sim::textOfFile(copy).value() == text.toStdString());

    sim::World world = simulation.world();
    world.load.currentA = {80.0, 80.0, 80.0};
    simulation.setWorld(world);
    REQUIRE(saveCapture(simulation, copy).has_value());
    const std::string changed = sim::textOfFile(copy).value();
    CHECK(changed.find("80 A") != std::string::npos);
    CHECK(changed.find("# as delivered") != std::string::npos);
    CHECK(changed.find("# alive") != std::string::npos);
}

TEST_CASE("a dialog that is open comes to the front instead of a second one") {
    Desk desk;
    for (int time = 0; time < 3; ++time) {
        desk.window.fileMenu().openAction().trigger();
    }
    CHECK(desk.window.findChildren<QFileDialog*>().size() == 1);
    desk.window.findChild<QFileDialog*>()->close();
}
