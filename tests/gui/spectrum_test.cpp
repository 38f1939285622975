// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/spectrum/spectrum_dock.hpp"
#include "gui/spectrum/spectrum_view.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/gui/probe_bench.hpp"
#include "tests/support/catch.hpp"

#include <QComboBox>
#include <QTest>

#include <cmath>

using namespace meter;
using namespace meter::gui;

namespace {

/// Voltage A: 6 % of order 5 and 8 % of order 7, so THD √(0.06² + 0.08²) = 10 %. Current B:
/// 30 % of order 3. Order 41 at 60 Hz folds onto the fundamental: only the outline has it.
sim::World aDistortedWorld() {
    sim::World world = aBalancedWorld();
    world.source.harmonics[0] = {{5, 0.06, 0.0}, {7, 0.08, 0.0}};
    world.source.harmonics[2] = {{41, 0.05, 0.0}};
    world.load.harmonics[1] = {{3, 0.3, 0.0}};
    return world;
}

struct SpectrumBench : ProbeBench {
    SpectrumBench() : ProbeBench(aDistortedWorld()) {
        dock.resize(560, 420);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
        run(1.0);
        dock.refresh();
    }

    SpectrumDock dock{meter};
};

} // namespace

TEST_CASE("harmonics THD and both RMS values are those of the source") {
    SpectrumBench bench;
    REQUIRE(bench.dock.spectrum());
    const WaveSpectrum& a = bench.dock.spectrum()->phases[0];
    CHECK(a.fundamental == Approx(277.0).epsilon(0.001));
    CHECK(*a.seen[5] == Approx(0.06).margin(0.0005));
    CHECK(*a.seen[7] == Approx(0.08).margin(0.0005));
    CHECK(*a.seen[6] == Approx(0.0).margin(0.0005));
    CHECK(a.distortion == Approx(0.10).margin(0.001));
    CHECK(a.rms == Approx(277.0 * std::sqrt(1.01)).epsilon(0.001)); // √(1 + THD²).
    CHECK(*a.real[5] == Approx(0.06));
    bench.dock.whatBox().setCurrentIndex(1);
    const WaveSpectrum& b = bench.dock.spectrum()->phases[1];
    CHECK(*b.seen[3] == Approx(0.3).margin(0.001));
    CHECK(b.fundamental == Approx(50.0).epsilon(0.002));
}

TEST_CASE("orders end where the sampling does and what lies beyond is an outline") {
    CHECK(orderLimit(60.0) == 20); // 1260 Hz is half of the rate and the order 21.
    CHECK(orderLimit(50.0) == 24);
    SpectrumBench bench;
    const WaveSpectrum& c = bench.dock.spectrum()->phases[2];
    CHECK_FALSE(c.seen[21].has_value());
    CHECK_FALSE(c.seen[41].has_value());
    CHECK(*c.real[41] == Approx(0.05));
    // 2460 Hz folds onto 60 Hz: the fundamental that the meter sees is another one.
    CHECK(c.fundamental != Approx(277.0).epsilon(0.01));
}

TEST_CASE("bars stand at their order with their height") {
    SpectrumView view;
    view.resize(600, 300);
    Spectrum spectrum;
    spectrum.frequencyHz = 60.0;
    spectrum.phases[0].seen[5] = 0.08;
    view.setSpectrum(spectrum);
    CHECK(view.fullScale() == Approx(0.1)); // The next of 1, 2, 5, 10 %.
    const QRectF bar = view.barOf(5, 0, 0.08);
    const QRectF whole = view.barOf(5, 0, 0.1);
    CHECK(bar.height() == Approx(0.8 * whole.height()));
    CHECK(view.orderAt(bar.center().x()) == 5);
    CHECK(view.orderAt(0.0) == 0);
    CHECK(view.barOf(6, 0, 0.1).left() > view.barOf(5, 2, 0.1).right());
}

TEST_CASE("an order is chosen by mouse and by key and told in words") {
    SpectrumBench bench;
    SpectrumView& view = bench.dock.view();
    const QPointF fifth = view.barOf(5, 1, 0.05).center();
    QTest::mouseMove(&view, fifth.toPoint());
    CHECK(view.chosenOrder() == 5);
    CHECK(bench.dock.orderText().startsWith(QStringLiteral("Order 5, 300.0 Hz:")));
    CHECK(bench.dock.orderText().contains(QStringLiteral("Va 6.00\u00A0%, 16.6")));
    CHECK(bench.dock.orderText().contains(QStringLiteral("there: 6.00\u00A0%")));
    dumpImage(pictureOf(bench.dock), QStringLiteral("spectrum"));
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK(view.chosenOrder() == 6);
    bench.dock.ordersBox().setCurrentIndex(2);
    view.setChosenOrder(41);
    CHECK(bench.dock.orderText().contains(QStringLiteral("beyond sampling (there: 5.00\u00A0%)")));
    CHECK(bench.dock.figuresText().contains(QStringLiteral("10.0")));
    dumpImage(pictureOf(bench.dock), QStringLiteral("spectrum-41"));
}
