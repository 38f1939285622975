// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/phasors/phasor_diagram.hpp"
#include "gui/phasors/phasor_model.hpp"
#include "gui/phasors/phasors_dock.hpp"
#include "tests/gui/image_dump.hpp"
#include "tests/gui/probe_bench.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace meter;
using namespace meter::gui;

namespace {

struct PhasorBench : ProbeBench {
    explicit PhasorBench(const sim::World& world = aBalancedWorld()) : ProbeBench(world) {
        dock.resize(560, 560);
        dock.show();
        REQUIRE(QTest::qWaitForWindowExposed(&dock));
        run(1.0);
        dock.refresh();
    }

    void checkSeen(std::size_t wave, double rms, double angleDeg) {
        const PhasorRms seen = dock.scene().seen.at(wave);
        CHECK(std::abs(seen) == Approx(rms).epsilon(0.001));
        // Converter and window cost far less than a tenth of a degree.
        CHECK(std::abs(angleDegOf(seen * std::conj(phasorOf(1.0, angleDeg)))) < 0.1);
    }

    PhasorsDock dock{meter};
};

} // namespace

TEST_CASE("sequence components of balanced and of swapped phasors") {
    const SequenceComponents forward =
        sequenceOf({phasorOf(100.0, 0.0), phasorOf(100.0, -120.0), phasorOf(100.0, 120.0)});
    CHECK(std::abs(forward.positive) == Approx(100.0));
    CHECK(std::abs(forward.negative) == Approx(0.0).margin(1e-9));
    CHECK(std::abs(forward.zero) == Approx(0.0).margin(1e-9));
    // One phase missing: a third of it in each (Fortescue).
    const SequenceComponents missing =
        sequenceOf({phasorOf(0.0, 0.0), phasorOf(90.0, -120.0), phasorOf(90.0, 120.0)});
    CHECK(std::abs(missing.positive) == Approx(60.0));
    CHECK(std::abs(missing.negative) == Approx(30.0));
    CHECK(std::abs(missing.zero) == Approx(30.0));
}

TEST_CASE("phasors of correct wiring lie on those of the conductors") {
    PhasorBench bench;
    REQUIRE(bench.dock.scene().isRealKnown);
    REQUIRE(bench.dock.scene().isSeenKnown);
    bench.checkSeen(0, 277.0, 0.0);
    bench.checkSeen(1, 277.0, -120.0);
    bench.checkSeen(2, 277.0, 120.0);
    bench.checkSeen(3, 50.0, -30.0);
    bench.checkSeen(4, 50.0, -150.0);
    bench.checkSeen(5, 50.0, 90.0);
    for (const MatchResult& match : bench.dock.scene().matches) {
        CHECK(match.match == Match::Right);
    }
    CHECK(bench.dock.sequences().contains(
        QStringLiteral("ABC, + 100.0\u00A0%, \u2212 0.0\u00A0%, 0 0.0\u00A0%")));
    dumpImage(pictureOf(bench.dock), QStringLiteral("phasors"));
}

TEST_CASE("swapped voltage leads show the other conductor and the sequence ACB") {
    sim::World world = aBalancedWorld();
    std::swap(world.installation.voltageLeads[0], world.installation.voltageLeads[1]);
    PhasorBench bench(world);
    bench.checkSeen(0, 277.0, -120.0);
    bench.checkSeen(1, 277.0, 0.0);
    bench.checkSeen(2, 277.0, 120.0);
    CHECK(bench.dock.scene().matches[0].match == Match::Other);
    CHECK(bench.dock.scene().matches[0].phase == 1);
    CHECK(bench.dock.scene().matches[2].match == Match::Right);
    PerWave<bool> all{};
    all.fill(true);
    CHECK(sequenceText(bench.dock.scene().real, all, false).startsWith(QStringLiteral("ABC")));
    CHECK(sequenceText(bench.dock.scene().seen, all, false).startsWith(QStringLiteral("ACB")));
    dumpImage(pictureOf(bench.dock), QStringLiteral("phasors-swapped"));
}

TEST_CASE("a reversed and an exchanged CT are told in words") {
    sim::World world = aBalancedWorld();
    world.installation.ctReversed[0] = true;
    std::swap(world.installation.ctLeads[1], world.installation.ctLeads[2]);
    world.installation.ctReversed[2] = true;
    PhasorBench bench(world);
    bench.checkSeen(3, 50.0, 150.0);
    bench.checkSeen(4, 50.0, 90.0);
    bench.checkSeen(5, 50.0, 30.0);
    const auto verdict = [&](int row) {
        return bench.dock.model().index(row, PhasorModel::Verdict).data().toString().toStdString();
    };
    CHECK(verdict(3) == "reversed");
    CHECK(verdict(4) == "is on conductor C");
    CHECK(verdict(5) == "is on conductor B, reversed");
    CHECK(verdict(0).empty());
    CHECK(bench.dock.seenDiagram().picture().isGhostShown[3]);
    CHECK_FALSE(bench.dock.seenDiagram().picture().isGhostShown[0]);
    dumpImage(pictureOf(bench.dock), QStringLiteral("phasors-cts"));
}

TEST_CASE("an open lead and a wrong CT size are told in words") {
    sim::World world = aBalancedWorld();
    world.installation.voltageLeads[0] = sim::Conductor::Open;
    world.installation.ctRatingA = 200.0; // The meter is set to 100 A: it sees half.
    PhasorBench bench(world);
    CHECK(bench.dock.scene().matches[0].match == Match::Nothing);
    CHECK(bench.dock.scene().matches[3].match == Match::WrongSize);
    CHECK(bench.dock.scene().matches[3].ratio == Approx(0.5).epsilon(0.001));
    CHECK(bench.dock.model()
              .index(3, PhasorModel::Verdict)
              .data()
              .toString()
              .startsWith(QStringLiteral("0.50 times what flows")));
}

TEST_CASE("a fault that is applied shows as what is really there") {
    PhasorBench bench;
    sim::Simulation& simulation = bench.link.simulation();
    const sim::FaultText half{"residual", "50 %"};
    const sim::FaultText onA{"phase", "A"};
    const std::array parameters = {half, onA};
    const sim::FaultReading fault =
        sim::readFault("sag", parameters, std::nullopt, simulation.world(), 60.0);
    REQUIRE(fault.mistakes.empty());
    simulation.applyFault(fault.action);
    bench.run(1.0);
    bench.dock.refresh();
    CHECK(std::abs(bench.dock.scene().real[0]) == Approx(138.5));
    bench.checkSeen(0, 138.5, 0.0);
    CHECK(bench.dock.scene().matches[0].match == Match::Right);
}

TEST_CASE("a delta has its voltages against the star point") {
    sim::World world = aBalancedWorld();
    world.installation.service = sim::Service::Delta;
    world.installation.voltageLeads[3] = sim::Conductor::Open;
    world.source.voltageV = {480.0, 480.0, 480.0};
    const ConductorPhasors conductors = conductorPhasors(world);
    // 480/√3 V, 30° behind V_AB.
    CHECK(std::abs(conductors.phasors[0]) == Approx(277.128).epsilon(1e-5));
    CHECK(angleDegOf(conductors.phasors[0]) == Approx(-30.0));
    CHECK(angleDegOf(conductors.phasors[1]) == Approx(-150.0));
    CHECK(std::abs(conductors.expected[0] - conductors.phasors[0]) < 1e-9);
}

TEST_CASE("a split-phase service has no conductor C") {
    sim::World world = aBalancedWorld();
    world.installation.service = sim::Service::SplitPhase;
    world.source.angleDeg = {0.0, 180.0, 0.0};
    const PhasorScene scene = sceneOf({.world = world, .isReplayed = false, .isKnown = true}, {});
    CHECK(scene.isReal[1]);
    CHECK_FALSE(scene.isReal[2]);
    CHECK(scene.matches[2].match == Match::Unknown);
    PhasorModel model;
    model.setScene(scene);
    CHECK(model.index(2, PhasorModel::Real).data().toString() == QString(QChar(0x2014)));
}

TEST_CASE("the table of phasors is a sound model") {
    PhasorModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setScene(sceneOf({.world = aBalancedWorld(), .isReplayed = false, .isKnown = true}, {}));
    CHECK(model.index(1, PhasorModel::Real).data().toString().toStdString() ==
          "277.0 V \u2220 -120.0\u00B0");
}

TEST_CASE("vectors are drawn to scale and against the clock") {
    const PhasorFrame frame = phasorFrame({0.0, 0.0, 220.0, 240.0}, 10.0);
    CHECK(frame.radius == Approx(100.0));
    const QPointF up = tipOf(frame, phasorOf(50.0, 90.0), 100.0, 0.9);
    CHECK(up.x() == Approx(110.0));
    CHECK(up.y() == Approx(120.0 - 45.0));
    const QPolygonF head = arrowHead({0.0, 0.0}, {20.0, 0.0}, 10.0);
    REQUIRE(head.size() == 3);
    CHECK(head[1].x() == Approx(10.0));
    CHECK(arrowHead({0.0, 0.0}, {5.0, 0.0}, 10.0).isEmpty());
    CHECK(nameBeyond(frame, up, 5.0).y() == Approx(70.0));
}
