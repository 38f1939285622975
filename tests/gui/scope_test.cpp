// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scope/scope_dock.hpp"
#include "gui/scope/scope_plot.hpp"
#include "sim/replay/recording.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/gui/probe_bench.hpp"
#include "tests/support/catch.hpp"

#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace meter;
using namespace meter::gui;

namespace {

/// 42 samples a cycle: 60 Hz at 2520 a second.
std::vector<float> sine(std::size_t count, double cyclesPerSample = 1.0 / 42.0) {
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        samples[i] = static_cast<float>(
            std::sin(2.0 * std::numbers::pi * cyclesPerSample * static_cast<double>(i)));
    }
    return samples;
}

struct ScopeBench : ProbeBench {
    ScopeBench() {
        dock.resize(560, 620);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
        run(1.0);
    }

    /// As on a scope that has just been opened: its numbers are renewed at once.
    void lookAfresh(double seconds) {
        run(seconds);
        dock.hide();
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
        run(0.5);
    }

    ScopeDock dock{meter};
};

} // namespace

TEST_CASE("a rising edge triggers at the latest crossing that leaves room on both sides") {
    // Rising crossings of zero at 0, 42, 84 …; 462 is the last with 30 samples behind it.
    const std::vector<float> samples = sine(504);
    const auto rising = latestCrossing(samples, {0.0, Edge::Rising, 0.02}, 10.0, 30.0);
    REQUIRE(rising);
    CHECK(*rising == Approx(462.0).margin(1e-4));
    // Falling ones half a cycle later: 21 + 42 · 10.
    const auto falling = latestCrossing(samples, {0.0, Edge::Falling, 0.02}, 10.0, 30.0);
    REQUIRE(falling);
    CHECK(*falling == Approx(441.0).margin(1e-4));
    // sin 30° = 0.5, a twelfth of 42 samples behind zero; linear between samples.
    const auto half = latestCrossing(samples, {0.5, Edge::Rising, 0.02}, 10.0, 30.0);
    REQUIRE(half);
    CHECK(*half == Approx(465.5).margin(0.02));
}

TEST_CASE("what never crosses the level does not trigger") {
    const std::vector<float> samples = sine(504);
    CHECK_FALSE(latestCrossing(samples, {1.2, Edge::Rising, 0.02}, 0.0, 0.0));
    CHECK_FALSE(latestCrossing(std::vector<float>{}, {0.0, Edge::Rising, 0.0}, 0.0, 0.0));
}

TEST_CASE("noise around the level does not trigger on the wrong edge") {
    // A falling edge with a small bounce at the level: up again by less than the hysteresis.
    const std::vector<float> samples = {1.0F, 0.5F, 0.02F, -0.02F, 0.01F, -0.5F, -1.0F, -1.0F};
    CHECK_FALSE(latestCrossing(samples, {0.0, Edge::Rising, 0.1}, 0.0, 0.0));
    CHECK(latestCrossing(samples, {0.0, Edge::Rising, 0.0}, 0.0, 0.0).has_value());
}

TEST_CASE("smoothing keeps the samples and puts a sine of order 10 between them") {
    const std::vector<float> samples = sine(200, 10.0 / 42.0);
    const std::vector<double> points = smoothed(samples, 8);
    REQUIRE(points.size() == 199 * 8 + 1);
    for (std::size_t point = 20 * 8; point < 180 * 8; ++point) {
        const double turns = 10.0 / 42.0 * static_cast<double>(point) / 8.0;
        // The window of sixteen samples costs at most a percent at 600 Hz.
        REQUIRE(points[point] == Approx(std::sin(2.0 * std::numbers::pi * turns)).margin(0.01));
    }
    CHECK(points[100 * 8] == Approx(static_cast<double>(samples[100])).margin(1e-12));
}

TEST_CASE("a sweep has the trigger at zero and volts and amperes as the meter is set") {
    ScopeBench bench;
    const double peak = 277.0 * std::numbers::sqrt2;
    const gui::Sweep sweep =
        sweepOf(WaveformProbe::of(bench.meter).stretch(), bench.link.shown.readings.settings,
                {.spanS = 0.05, .triggerWave = 0, .level = peak / 2.0, .edge = Edge::Rising},
                SweepExtent::Picture);
    REQUIRE(sweep.isTriggered);
    // At half its peak a sine is at 30°: 1/720 s behind zero, 1/360 s ahead of its peak.
    CHECK(sweep.valueAt(0, 0.0) == Approx(peak / 2.0).epsilon(0.003));
    CHECK(sweep.valueAt(0, -1.0 / 720.0) == Approx(0.0).margin(1.5));
    CHECK(sweep.valueAt(0, 1.0 / 360.0) == Approx(peak).epsilon(0.003));
    // B lags by 120°: -90° there. The current lags its voltage by 30°: it crosses zero.
    CHECK(sweep.valueAt(1, 0.0) == Approx(-peak).epsilon(0.003));
    CHECK(sweep.valueAt(3, 0.0) == Approx(0.0).margin(0.2));
    CHECK(sweep.valueAt(3, 1.0 / 240.0) == Approx(50.0 * std::numbers::sqrt2).epsilon(0.003));
    CHECK(sweep.firstS < -0.2 * 0.05);
}

TEST_CASE("cursors measure time frequency and difference") {
    ScopeBench bench;
    bench.dock.controls().cursorsButton().click();
    ScopePlot& plot = bench.dock.plot();
    REQUIRE(plot.areCursorsShown());
    // Triggered where Va rises through zero: a quarter of a cycle later it is at its peak.
    plot.placeCursor(0, 0.0);
    plot.placeCursor(1, 1.0 / 240.0);
    const QString text = bench.dock.readout();
    CHECK(text.contains(QStringLiteral("\u0394T 4.17 ms")));
    CHECK(text.contains(QStringLiteral("1/\u0394T 240.00 Hz")));
    const double difference = plot.sweep().valueAt(0, 1.0 / 240.0) - plot.sweep().valueAt(0, 0.0);
    CHECK(difference == Approx(277.0 * std::numbers::sqrt2).epsilon(0.003));
    CHECK(text.contains(QStringLiteral("\u0394Va 39")));

    // Keys move the second cursor, the active one, by one pixel; with Shift by ten.
    const double before = plot.cursorS(1);
    QTest::keyClick(&plot, Qt::Key_Right);
    const double pixel = plot.cursorS(1) - before;
    CHECK(pixel > 0.0);
    QTest::keyClick(&plot, Qt::Key_Left, Qt::ShiftModifier);
    CHECK(plot.cursorS(1) == Approx(before - 9.0 * pixel).epsilon(1e-6));
    dumpImage(pictureOf(bench.dock), QStringLiteral("scope-cursors"));
}

TEST_CASE("a cursor is dragged with the mouse") {
    ScopeBench bench;
    bench.dock.controls().cursorsButton().click();
    ScopePlot& plot = bench.dock.plot();
    plot.placeCursor(0, 0.01);
    plot.replot();
    const QCPAxis& time = *plot.axisRect(0)->axis(QCPAxis::atBottom);
    const int y = plot.axisRect(0)->center().y();
    const QPoint from(static_cast<int>(std::lround(time.coordToPixel(10.0))), y);
    const QPoint to(static_cast<int>(std::lround(time.coordToPixel(20.0))), y);
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot, to);
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, to);
    CHECK(plot.cursorS(0) == Approx(0.02).margin(0.0002)); // A pixel is some 0.1 ms.
}

TEST_CASE("freezing holds the picture while the meter goes on") {
    ScopeBench bench;
    ScopePlot& plot = bench.dock.plot();
    bench.dock.controls().triggerWaveBox().setCurrentIndex(0);
    QTest::keyClick(&plot, Qt::Key_Space);
    REQUIRE(bench.dock.controls().isFrozen());
    const std::vector<double> held = plot.sweep().points[0];
    CHECK(held.size() > 10'000); // All of two seconds to move about in.
    sim::World world = aBalancedWorld();
    world.source.voltageV = {100.0, 100.0, 100.0};
    bench.link.simulation().setWorld(world);
    bench.run(1.0);
    CHECK(plot.sweep().points[0] == held);
    QTest::keyClick(&plot, Qt::Key_Space);
    bench.run(0.1);
    const auto peak = std::ranges::max(plot.sweep().points[0]);
    CHECK(peak == Approx(100.0 * std::numbers::sqrt2).epsilon(0.01));
}

TEST_CASE("waves are switched by button and key and fit the picture") {
    ScopeBench bench;
    ScopePlot& plot = bench.dock.plot();
    CHECK(plot.isWaveShown(3));
    QTest::keyClick(&plot, Qt::Key_4);
    CHECK_FALSE(plot.isWaveShown(3));
    CHECK_FALSE(bench.dock.controls().waveButton(3).isChecked());
    bench.dock.controls().waveButton(3).click();
    CHECK(plot.isWaveShown(3));
    // 15 % above the peaks.
    CHECK(plot.valueRange(false).upper == Approx(1.15 * 277.0 * std::numbers::sqrt2).epsilon(0.01));
    CHECK(plot.valueRange(true).upper == Approx(1.15 * 50.0 * std::numbers::sqrt2).epsilon(0.01));
    CHECK(bench.dock.controls().waveButton(0).text().toStdString() == "Va  277.0 V");
    for (const Qt::Key key : {Qt::Key_4, Qt::Key_5, Qt::Key_6}) {
        QTest::keyClick(&plot, key); // Without currents, the voltages have all the room.
    }
    plot.replot();
    CHECK(plot.axisRect(0)->height() > 0.75 * plot.height());
    dumpImage(pictureOf(bench.dock), QStringLiteral("scope-voltages"));
}

TEST_CASE("the wheel zooms around the mouse and fitting shows all again") {
    ScopeBench bench;
    ScopePlot& plot = bench.dock.plot();
    const QCPRange whole = plot.timeRangeMs();
    CHECK(whole.lower == Approx(-10.0)); // A fifth of 50 ms.
    CHECK(whole.upper == Approx(40.0));
    const QPointF middle = plot.axisRect(0)->center();
    QWheelEvent wheel(middle, plot.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot, &wheel);
    CHECK(plot.timeRangeMs().size() == Approx(0.85 * 50.0));
    bench.dock.controls().autoscaleButton().click();
    CHECK(plot.timeRangeMs().size() == Approx(50.0));
}

TEST_CASE("without a trigger the scope runs on or waits as it is told") {
    ScopeBench bench;
    ScopeControls& controls = bench.dock.controls();
    controls.setLevel(1000.0); // Above every peak.
    bench.run(0.1);
    CHECK(bench.dock.readout().startsWith(QStringLiteral("No trigger")));
    const std::vector<double> before = bench.dock.plot().sweep().points[0];
    bench.run(0.1004); // Not a whole number of cycles.
    CHECK(bench.dock.plot().sweep().points[0] != before);
    controls.modeBox().setCurrentIndex(1);
    const std::vector<double> held = bench.dock.plot().sweep().points[0];
    bench.run(0.1004);
    CHECK(bench.dock.plot().sweep().points[0] == held);
    CHECK(bench.dock.readout().startsWith(QStringLiteral("Waiting")));
}

TEST_CASE("nobody taps the samples while the scope is hidden") {
    ScopeBench bench;
    const SampleTime seen = WaveformProbe::of(bench.meter).stretch().end();
    bench.dock.hide();
    bench.run(1.0);
    CHECK(WaveformProbe::of(bench.meter).stretch().end() == seen);
    bench.dock.show();
    bench.run(0.5);
    CHECK(WaveformProbe::of(bench.meter).stretch().end() == bench.link.shown.now);
}

TEST_CASE("after a rewind the scope shows nothing of the time that is gone") {
    ScopeBench bench;
    const auto mark = bench.link.simulation().snapshot();
    const SampleTime markedAt = bench.link.simulation().now();
    bench.run(3.0);
    bench.link.simulation().restore(*mark);
    bench.link.shown.now = markedAt;
    bench.meter.refresh();
    CHECK(WaveformProbe::of(bench.meter).stretch().frames.empty());
    CHECK(bench.dock.plot().sweep().isEmpty());
    bench.run(0.5);
    const sim::live::WaveformStretch& stretch = WaveformProbe::of(bench.meter).stretch();
    CHECK(stretch.first == markedAt);
    CHECK(stretch.end() == bench.link.shown.now);
}

TEST_CASE("the scope follows a dark palette") {
    ScopeBench bench;
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(0x1E, 0x1E, 0x22));
    dark.setColor(QPalette::Window, QColor(0x2A, 0x2A, 0x2E));
    for (const QPalette::ColorRole role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        dark.setColor(role, QColor(0xEE, 0xEE, 0xEE));
    }
    bench.dock.setPalette(dark);
    bench.run(0.2);
    bench.dock.plot().replot();
    const QImage image = bench.dock.plot().grab().toImage();
    CHECK(image.pixelColor(2, 2) == QColor(0x1E, 0x1E, 0x22));
    dumpImage(pictureOf(bench.dock), QStringLiteral("scope-dark"));
}

TEST_CASE("the conductors keep their voltage when the meter has no power") {
    ScopeBench bench;
    sim::World world = aBalancedWorld();
    world.installation.isControlPowerOn = false;
    bench.link.simulation().setWorld(world);
    bench.lookAfresh(3.0);
    CHECK(bench.dock.controls().waveButton(0).text() == QStringLiteral("Va  0.000 V"));
    bench.dock.controls().sideBox().setFocus();
    QTest::keyClick(&bench.dock.controls().sideBox(), Qt::Key_Down);
    REQUIRE(bench.dock.controls().side() == ScopeSide::Conductors);
    bench.run(0.5);
    // 277 V between A and N, 50 A, by the world of the bench.
    CHECK(bench.dock.controls().waveButton(0).text() == QStringLiteral("Va  277.0 V"));
    CHECK(bench.dock.controls().waveButton(3).text() == QStringLiteral("Ia  50.00 A"));
    const auto& sweep = bench.dock.plot().sweep();
    REQUIRE_FALSE(sweep.isEmpty());
    const auto peak = std::ranges::max(sweep.points[0]);
    CHECK(peak == Approx(277.0 * std::numbers::sqrt2).epsilon(0.005));
    dumpImage(pictureOf(bench.dock), QStringLiteral("scope-conductors"));
}

TEST_CASE("a CT of another size shows at the inputs and not in the conductors") {
    sim::World world = aBalancedWorld();
    world.installation.ctRatingA = 200.0; // The meter is set to 100 A: it takes 50 A for 25 A.
    ScopeBench bench;
    bench.link.simulation().setWorld(world);
    bench.lookAfresh(1.0);
    CHECK(bench.dock.controls().waveButton(3).text() == QStringLiteral("Ia  25.00 A"));
    bench.dock.controls().sideBox().setCurrentIndex(1);
    bench.run(0.5);
    CHECK(bench.dock.controls().waveButton(3).text() == QStringLiteral("Ia  50.00 A"));
}

TEST_CASE("numbers of a time that was left go with its waves") {
    ScopeBench bench;
    REQUIRE(bench.dock.controls().waveButton(0).text().contains(u'V'));
    REQUIRE(bench.dock.controls().waveButton(0).text() != QStringLiteral("Va"));
    bench.dock.hide();
    bench.link.shown.now = 10; // Back to where nobody looked on.
    bench.meter.refresh();
    bench.dock.show();
    REQUIRE(QTest::qWaitForWindowExposed(&bench.dock));
    WaveformProbe::of(bench.meter).refresh();
    CHECK(bench.dock.controls().waveButton(0).text() == QStringLiteral("Va"));
    CHECK(bench.dock.readout() == QStringLiteral("No samples yet"));
}

TEST_CASE("samples are saved as recordings that read back") {
    ScopeBench bench;
    const QTemporaryDir folder;
    for (const char* ending : {"cff", "cfg", "csv"}) {
        CAPTURE(ending);
        const QString file = folder.filePath(QStringLiteral("wave.") + QLatin1String(ending));
        REQUIRE(bench.dock.saveSamples(file).has_value());
        const auto read =
            sim::readRecording(file.toStdString(), [](const sim::Recording& recording) {
                return std::vector<bool>(recording.channels.size(), true);
            });
        REQUIRE(read.has_value());
        REQUIRE(read->channels.size() == kWaveCount);
        // 277 V: the peak is the square root of two times that.
        CHECK(static_cast<double>(std::ranges::max(read->channels[0].samples)) ==
              Approx(277.0 * std::numbers::sqrt2).epsilon(0.005));
    }
    CHECK_FALSE(bench.dock.saveSamples(folder.filePath(QStringLiteral("missing/a.csv"))));
}
