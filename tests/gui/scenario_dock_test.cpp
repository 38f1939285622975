// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Scenario dock. Places on the timeline are calculated by hand from the scale; what stands
// in the lists comes from a run that plays without an engine.
#include "gui/scenario/scenario_dock.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/live/engine_link.hpp"
#include "gui/scenario/scenario_file_dock.hpp"
#include "gui/scenario/timeline_view.hpp"
#include "sim/live/history/live_run.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/support/catch.hpp"

#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <cstdlib>

using namespace meter;
using namespace meter::gui;

namespace {

constexpr const char* kScenario = R"(
metertwin: 1
name: A morning with a sag
duration: 60 s
source: {voltage: 277 V}
load: {current: 80 A}
timeline:
  - {at: 4 s, set: {load.current: 150 A}, ramp: 6 s}
  - {at: 8 s, apply: sag, phase: B, residual: 70 %, for: 5 s}
  - {at: 15 s, press: [right, plus]}
  - {at: 16 s, save: before-power-off}
  - {at: 22 s, power: off, for: 4 s}
  - {at: 30 s, set: {source.voltage: 90 %}, for: 2 s, every: 8 s, times: 4}
expect:
  - {at: 3 s, register: voltage_an, equals: 277 V, within: 0.5 %}
  - {at: 11 s, register: voltage_bn, equals: 277 V, within: 0.5 %}
  - {from: 14 s, to: 20 s, register: frequency, between: [59.9, 60.1]}
  - {at: 40 s, register: voltage_an, above: 200 V}
)";

/// A twin without an engine, and the dock that shows it.
struct Stage {
    Stage() {
        auto read =
            sim::readScenarioFromText(kScenario, "morning.yaml", [](const std::filesystem::path&) {
                return sim::Result<std::string>(std::string{});
            });
        REQUIRE(read.has_value());
        meters.emplace_back(*read, memory);
        liveRun.emplace(meters, [this](SampleTime samples) { meters.front().step(samples); });
        playTo(18.5);
        dock = std::make_unique<ScenarioDock>(meter);
        dock->resize(760, 420);
        dock->show();
        meter.refresh();
    }

    void playTo(double seconds) {
        liveRun->advance(sim::samplesOf(seconds) - liveRun->now());
        link.shown.now = liveRun->now();
        link.shown.liveRun = liveRun->view();
        link.shown.speed = 1.0;
        meter.refresh();
    }

    template <typename Command>
    const Command* last() const {
        return link.commands.empty() ? nullptr : std::get_if<Command>(&link.commands.back());
    }

    QToolButton& button(const QString& meaning) const {
        for (QToolButton* const one : dock->findChildren<QToolButton*>()) {
            if (one->accessibleName() == meaning) {
                return *one;
            }
        }
        FAIL("no button " << meaning.toStdString());
        std::abort();
    }

    QTreeWidget& list(const QString& name) const {
        for (QTreeWidget* const one : dock->findChildren<QTreeWidget*>()) {
            if (one->accessibleName() == name) {
                return *one;
            }
        }
        FAIL("no list " << name.toStdString());
        std::abort();
    }

    sim::NvMemory memory;
    std::vector<sim::Simulation> meters;
    std::optional<sim::live::LiveRun> liveRun;
    FakeMeterLink link;
    LiveMeter meter{link};
    std::unique_ptr<ScenarioDock> dock;
};

} // namespace

TEST_CASE("A place on the timeline is a moment and zooming keeps it") {
    const TimelineScale scale{.beginS = 10.0, .pixelsPerS = 20.0};
    CHECK(scale.xOf(12.5) == Approx(50.0));
    CHECK(scale.secondsAt(50.0) == Approx(12.5));
    const TimelineScale closer = scale.zoomed(2.0, 50.0);
    CHECK(closer.pixelsPerS == Approx(40.0));
    CHECK(closer.secondsAt(50.0) == Approx(12.5));
    CHECK(scale.tickS() == Approx(5.0)); // 3.2 s would be 64 pixels: the next of 1, 2, 5, 10.
    CHECK(clockText(65.0, 5.0) == "1:05");
    CHECK(clockText(3725.0, 60.0) == "1:02:05");
    CHECK(clockText(1.5, 0.5) == "1.5 s");
}

TEST_CASE("Repeated entries are there as often as they happen and never lie on each other") {
    sim::TimelineEntry entry;
    entry.at = 10 * kSamplesPerSecond;
    entry.action = sim::PowerAction{.isOn = false};
    entry.forDuration = 2 * kSamplesPerSecond;
    entry.every = 5 * kSamplesPerSecond;
    entry.times = 3;
    sim::TimelineEntry other = entry;
    other.every.reset();
    other.times.reset();
    const auto bars = timelineBars({entry, other}, 0.0, 100.0, 0.5);
    REQUIRE(bars.size() == 4);
    CHECK(bars[0].beginS == 10.0);
    CHECK(bars[0].endS == 12.0);
    CHECK(bars[0].lane == 0);
    CHECK(bars[1].lane == 1); // The other one, at the same moment.
    CHECK(bars[3].beginS == 20.0);
    CHECK(bars[3].lane == 0);
    CHECK(timelineBars({entry}, 13.0, 18.0, 0.5).size() == 1);
    // One that never ends is looked at in the window only.
    entry.times.reset();
    CHECK(timelineBars({entry}, 1e6, 1e6 + 9.0, 0.5).size() <= 3);
}

TEST_CASE("Expectations turn green and red and say what was seen") {
    Stage stage;
    const QTreeWidget& list = stage.list(QStringLiteral("Expectations"));
    REQUIRE(list.topLevelItemCount() == 4);
    const QPalette palette = stage.dock->palette();
    CHECK(list.topLevelItem(0)->text(0).startsWith(QStringLiteral("✓")));
    CHECK(list.topLevelItem(0)->foreground(0).color() == successColour(palette));
    CHECK(list.topLevelItem(1)->text(0).startsWith(QStringLiteral("✗")));
    CHECK(list.topLevelItem(1)->foreground(0).color() == refusalColour(palette));
    // 70 % of 277 V.
    CHECK(list.topLevelItem(1)->text(2).startsWith(QStringLiteral("193.9")));
    CHECK(list.topLevelItem(3)->text(0).startsWith(QStringLiteral("○")));
    stage.playTo(41.0);
    CHECK(list.topLevelItem(3)->text(0).startsWith(QStringLiteral("✓")));
}

TEST_CASE("Bookmarks are listed and lead back") {
    Stage stage;
    QTreeWidget& list = stage.list(QStringLiteral("Bookmarks"));
    REQUIRE(list.topLevelItemCount() == 1);
    CHECK(list.topLevelItem(0)->text(0) == QStringLiteral("before-power-off"));
    Q_EMIT list.itemActivated(list.topLevelItem(0), 0);
    REQUIRE(stage.last<RestoreCommand>() != nullptr);
    CHECK(stage.last<RestoreCommand>()->name == "before-power-off");
    QTest::mouseClick(&stage.button(QStringLiteral("Set a bookmark now")), Qt::LeftButton);
    REQUIRE(stage.last<BookmarkCommand>() != nullptr);
    CHECK(stage.last<BookmarkCommand>()->name == "Bookmark 1");
}

TEST_CASE("Play and pause and step and speed are a click each") {
    Stage stage;
    QTest::mouseClick(&stage.button(QStringLiteral("Pause")), Qt::LeftButton);
    REQUIRE(stage.last<PauseCommand>() != nullptr);
    CHECK(stage.last<PauseCommand>()->isPaused);
    stage.link.shown.isPaused = true;
    stage.meter.refresh();
    QTest::mouseClick(&stage.button(QStringLiteral("Play")), Qt::LeftButton);
    CHECK_FALSE(stage.last<PauseCommand>()->isPaused);
    QTest::mouseClick(&stage.button(QStringLiteral("Stop, and go on by +0.1 s")), Qt::LeftButton);
    REQUIRE(stage.last<StepCommand>() != nullptr);
    CHECK(stage.last<StepCommand>()->samples == 252);
    stage.link.shown.world.source.frequencyHz = 60.0;
    stage.meter.refresh();
    QTest::mouseClick(&stage.button(QStringLiteral("Stop, and go on by +1 cycle")), Qt::LeftButton);
    CHECK(stage.last<StepCommand>()->samples == 42); // 2520 ÷ 60.
    QTest::mouseClick(&stage.button(QStringLiteral("Go back by five seconds")), Qt::LeftButton);
    REQUIRE(stage.last<RewindCommand>() != nullptr);
    CHECK(stage.last<RewindCommand>()->to == sim::samplesOf(13.5));
    auto* const speed = stage.dock->findChild<QComboBox*>();
    REQUIRE(speed != nullptr);
    Q_EMIT speed->activated(speed->findData(10.0));
    REQUIRE(stage.last<SpeedCommand>() != nullptr);
    CHECK(stage.last<SpeedCommand>()->factor == 10.0);
}

TEST_CASE("A click into the past goes there and one into the future does not") {
    Stage stage;
    auto* const view = stage.dock->findChild<TimelineView*>();
    REQUIRE(view != nullptr);
    view->setFollowing(false);
    view->setScale({.beginS = 0.0, .pixelsPerS = 10.0});
    QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(72, 60));
    REQUIRE(stage.last<RewindCommand>() != nullptr);
    CHECK(stage.last<RewindCommand>()->to == 7 * kSamplesPerSecond); // 7.2 s, to the second.
    const std::size_t count = stage.link.commands.size();
    QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(400, 60));
    CHECK(stage.link.commands.size() == count);
    // Dragging moves the view and asks for nothing.
    QTest::mousePress(view, Qt::LeftButton, {}, QPoint(100, 60));
    QTest::mouseMove(view, QPoint(60, 60));
    QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(60, 60));
    CHECK(stage.link.commands.size() == count);
}

TEST_CASE("Now stays in view until somebody looks elsewhere") {
    Stage stage;
    auto* const view = stage.dock->findChild<TimelineView*>();
    stage.playTo(59.0);
    CHECK(view->scale().xOf(59.0) <= view->width());
    CHECK(view->scale().xOf(59.0) > 0.0);
    QTest::keyClick(view, Qt::Key_Left);
    CHECK_FALSE(view->isFollowing());
    QTest::keyClick(view, Qt::Key_Home);
    CHECK(view->isFollowing());
}

TEST_CASE("The dock is drawn in light and dark") {
    Stage stage;
    auto* const view = stage.dock->findChild<TimelineView*>();
    view->setFollowing(false);
    view->setScale({.beginS = -0.5, .pixelsPerS = 15.0});
    stage.liveRun->save("by hand").value();
    stage.playTo(25.0);
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(37, 39, 43));
    dark.setColor(QPalette::Base, QColor(28, 30, 33));
    dark.setColor(QPalette::AlternateBase, QColor(34, 36, 40));
    dark.setColor(QPalette::Button, QColor(45, 47, 52));
    dark.setColor(QPalette::Text, QColor(228, 230, 234));
    dark.setColor(QPalette::WindowText, QColor(228, 230, 234));
    dark.setColor(QPalette::ButtonText, QColor(228, 230, 234));
    dark.setColor(QPalette::PlaceholderText, QColor(150, 155, 165));
    const QImage light = stage.dock->grab().toImage();
    dumpImage(light, QStringLiteral("scenario-light"));
    stage.dock->setPalette(dark);
    for (QWidget* const child : stage.dock->findChildren<QWidget*>()) {
        child->setPalette(dark);
    }
    CHECK(stage.list(QStringLiteral("Expectations")).topLevelItem(0)->foreground(0).color() ==
          successColour(dark));
    const QImage shade = stage.dock->grab().toImage();
    dumpImage(shade, QStringLiteral("scenario-dark"));
    CHECK(light != shade);
}

TEST_CASE("an expectation is added behind the others or begins them") {
    const QString item = QStringLiteral("{at: 5 s, register: voltage_an, above: 1}");
    CHECK(withExpectation(QStringLiteral("name: X\n"), item) ==
          QStringLiteral("name: X\n\nexpect:\n  - ") + item + u'\n');
    CHECK(withExpectation(QStringLiteral("expect:\n  - {a}\n  - {b}\n\nload: {}\n"), item) ==
          QStringLiteral("expect:\n  - {a}\n  - {b}\n  - ") + item +
              QStringLiteral("\n\nload: {}\n"));
}

TEST_CASE("the file is changed with what is seen now and played anew") {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("mine.yaml"));
    sim::live::EngineOptions options;
    options.tcp = sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    options.ptyLink.reset();
    EngineLink link({sim::builtInScenario()}, options);
    REQUIRE(link.start().has_value());
    LiveMeter meter(link);
    ScenarioFileDock dock(meter);
    dock.resize(600, 400);
    dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dock));
    CHECK(dock.editor().toPlainText().contains(QStringLiteral("metertwin: 1")));
    // 277 V and 60 Hz, steady: what is seen is what will be seen.
    dock.editor().setPlainText(QStringLiteral("metertwin: 1\nname: Mine\nsource: {voltage: 277 V}\n"
                                              "load: {current: 50 A}\n"));
    dock.saveAs(file);
    REQUIRE(meter.identity().scenarioName == "Mine");
    REQUIRE(QTest::qWaitFor(
        [&] {
            meter.refresh();
            return meter.snapshot().readings.isMeasuring;
        },
        10'000));
    dock.quantityBox().setCurrentText(QStringLiteral("voltage_an"));
    QTest::mouseClick(&dock.expectButton(), Qt::LeftButton);
    CHECK(
        dock.editor().toPlainText().contains(QStringLiteral("register: voltage_an, equals: 277")));
    QTest::mouseClick(&dock.applyButton(), Qt::LeftButton);
    const auto read = sim::readScenario(file.toStdString());
    REQUIRE(read.has_value());
    REQUIRE(read->expect.size() == 1);
    CHECK(*read->expect.front().equals == Approx(277.0).margin(1.0));
    CHECK(dock.note().isEmpty());

    dock.editor().setPlainText(QStringLiteral("metertwin: 1\nmetre: {}\n"));
    QTest::mouseClick(&dock.applyButton(), Qt::LeftButton);
    CHECK(dock.note().contains(QStringLiteral("metre")));
    CHECK(meter.identity().scenarioName == "Mine"); // It goes on as it was.
    dumpImage(dock.grab().toImage(), QStringLiteral("scenario-file"));
    link.stop();
}

TEST_CASE("a file that another program changes is read again unless something was typed") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("watched.yaml"));
    const auto put = [&path](const char* name) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("metertwin: 1\nname: ") + name + "\n");
    };
    put("First");
    sim::live::EngineOptions options;
    options.tcp = sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    options.ptyLink.reset();
    EngineLink link({sim::builtInScenario()}, options);
    REQUIRE(link.start().has_value());
    LiveMeter meter(link);
    ScenarioFileDock dock(meter);
    meter.openScenario(path);
    REQUIRE(meter.identity().scenarioName == "First");
    put("Second");
    CHECK(QTest::qWaitFor([&] { return meter.identity().scenarioName == "Second"; }, 10'000));
    CHECK(dock.editor().toPlainText().contains(QStringLiteral("Second")));
    dock.editor().setPlainText(QStringLiteral("typed"));
    dock.editor().document()->setModified(true);
    put("Third");
    CHECK(QTest::qWaitFor([&] { return !dock.note().isEmpty(); }, 10'000));
    CHECK(dock.editor().toPlainText() == QStringLiteral("typed"));
    link.stop();
}
