// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metering/demand.hpp"

#include "tests/support/catch.hpp"

#include <type_traits>

using namespace meter;

namespace {

static_assert(std::is_trivially_copyable_v<DemandMeter>);

Settings withDemand(std::uint16_t subintervals, std::uint16_t lengthS) {
    Settings settings;
    settings.demandSubintervals = subintervals;
    settings.demandSubintervalLengthS = lengthS;
    return settings;
}

/// A demand meter with its values, fed with real power; reactive is half and apparent twice it.
struct Bench {
    explicit Bench(const Settings& chosen) : settings(chosen) {}

    void addCycle(double powerW, bool isClosed, bool isMaxReset) {
        demand.addCycle({powerW, powerW / 2.0, powerW * 2.0}, settings, isClosed, isMaxReset,
                        values);
    }

    void run(int seconds, double powerW) {
        for (int second = 0; second < seconds; ++second) {
            addCycle(powerW, false, false);
        }
    }

    [[nodiscard]] double presentW() const { return values.present[0]; }

    [[nodiscard]] double maxW() const { return values.max[0]; }

    Settings settings;
    DemandMeter demand{};
    DemandValues values{};
};

} // namespace

TEST_CASE("block demand is zero until the first sub-interval ends and then its mean") {
    Bench bench(withDemand(1, 10));
    bench.run(9, 100.0);
    CHECK(bench.presentW() == 0.0);
    CHECK_FALSE(bench.demand.hasClosedSubinterval());
    bench.addCycle(200.0, false, false);
    CHECK(bench.demand.hasClosedSubinterval());
    CHECK(bench.presentW() == 110.0); // (9 · 100 + 200) ÷ 10
    CHECK(bench.values.present[1] == 55.0);
    CHECK(bench.values.present[2] == 220.0);
    bench.addCycle(0.0, false, false);
    CHECK_FALSE(bench.demand.hasClosedSubinterval());
    CHECK(bench.presentW() == 110.0);
    bench.run(9, 0.0);
    CHECK(bench.presentW() == 0.0);
    CHECK(bench.maxW() == 110.0);
}

TEST_CASE("rolling demand is the mean of the last sub-intervals and of those there are at first") {
    Bench bench(withDemand(3, 10));
    bench.run(10, 10.0);
    CHECK(bench.presentW() == 10.0);
    bench.run(10, 20.0);
    CHECK(bench.presentW() == 15.0);
    bench.run(10, 60.0);
    CHECK(bench.presentW() == 30.0);
    bench.run(10, 100.0);
    CHECK(bench.presentW() == 60.0); // (20 + 60 + 100) ÷ 3
    bench.run(10, 0.0);
    CHECK(bench.presentW() == Approx(160.0 / 3.0));
    CHECK(bench.maxW() == 60.0);
}

TEST_CASE("six sub-intervals roll over all six places") {
    Bench bench(withDemand(6, 10));
    for (int index = 1; index <= 8; ++index) {
        bench.run(10, index * 100.0);
    }
    CHECK(bench.presentW() == 550.0); // Mean of 300 … 800.
}

TEST_CASE("a sub-interval that is cut short counts by its length") {
    Bench bench(withDemand(2, 10));
    bench.run(10, 100.0);
    bench.run(4, 400.0);
    bench.addCycle(400.0, true, false);
    CHECK(bench.demand.hasClosedSubinterval());
    CHECK(bench.presentW() == 200.0); // (10 · 100 + 5 · 400) ÷ 15
    bench.run(9, 700.0);
    CHECK(bench.presentW() == 200.0); // The next one is whole again.
    bench.run(1, 700.0);
    CHECK(bench.presentW() == 600.0); // (5 · 400 + 10 · 700) ÷ 15
}

TEST_CASE("a close requested in the last cycle of a sub-interval closes it once") {
    Bench bench(withDemand(2, 10));
    bench.run(10, 30.0);
    bench.run(9, 60.0);
    bench.addCycle(60.0, true, false);
    CHECK(bench.presentW() == 45.0);
    bench.run(9, 90.0);
    CHECK(bench.presentW() == 45.0);
}

TEST_CASE("synchronised to communication only the command closes and 149 is ignored") {
    Bench bench(withDemand(6, 0));
    bench.run(5000, 50.0);
    CHECK(bench.presentW() == 0.0);
    bench.addCycle(50.0, true, false);
    CHECK(bench.presentW() == 50.0);
    bench.run(6, 10.0);
    bench.addCycle(80.0, true, false);
    CHECK(bench.presentW() == 20.0); // (6 · 10 + 80) ÷ 7, nothing of the first.
}

TEST_CASE("the maximum follows each quantity by itself") {
    Bench bench(withDemand(1, 10));
    for (int second = 0; second < 10; ++second) {
        bench.demand.addCycle({100.0, 1.0, 100.0}, bench.settings, false, false, bench.values);
    }
    for (int second = 0; second < 10; ++second) {
        bench.demand.addCycle({50.0, 80.0, 94.0}, bench.settings, false, false, bench.values);
    }
    CHECK(bench.values.present == PowerTriple{50.0, 80.0, 94.0});
    CHECK(bench.values.max == PowerTriple{100.0, 80.0, 100.0});
}

TEST_CASE("resetting the maximum sets it to the present demand") {
    Bench bench(withDemand(1, 10));
    bench.run(10, 100.0);
    bench.run(10, 40.0);
    CHECK(bench.maxW() == 100.0);
    bench.addCycle(0.0, false, true);
    CHECK(bench.maxW() == 40.0);

    // In the cycle that ends a sub-interval: the demand of that one.
    bench.run(8, 0.0);
    bench.addCycle(0.0, false, true);
    CHECK(bench.presentW() == 0.0);
    CHECK(bench.maxW() == 0.0);
}

TEST_CASE("a restart forgets the sub-intervals and keeps the maximum") {
    Bench bench(withDemand(2, 10));
    bench.run(10, 100.0);
    bench.run(5, 500.0);
    bench.demand.restart(bench.values);
    CHECK(bench.presentW() == 0.0);
    CHECK(bench.maxW() == 100.0);
    bench.run(9, 20.0);
    CHECK(bench.presentW() == 0.0);
    bench.run(1, 20.0);
    CHECK(bench.presentW() == 20.0);
}

TEST_CASE("the settings of the registers 149 and 150 and 130 to 134 restart the demand") {
    const auto restartsOn = [](auto change) {
        Settings after;
        change(after);
        return restartsDemand(Settings{}, after);
    };
    CHECK(restartsOn([](Settings& s) { s.systemType = SystemType::Delta; }));
    CHECK(restartsOn([](Settings& s) { s.ctPrimaryA = 200; }));
    CHECK(restartsOn([](Settings& s) { s.ptRatioHundredths = 200; }));
    CHECK(restartsOn([](Settings& s) { s.systemVoltageV = 480; }));
    CHECK(restartsOn([](Settings& s) { s.demandSubintervals = 2; }));
    CHECK(restartsOn([](Settings& s) { s.demandSubintervalLengthS = 0; }));
    CHECK_FALSE(restartsOn([](Settings& s) { s.pulseEnergyWh = 100; }));
    CHECK_FALSE(restartsOn([](Settings& s) { s.phaseLossVoltagePercent = 20; }));
    CHECK_FALSE(restartsOn([](Settings&) {}));
}

TEST_CASE("a command acts again 10 s after the one that acted") {
    CommandGate gate;
    CHECK(gate.tryAct(5));
    CHECK_FALSE(gate.tryAct(6));
    // The one that was ignored does not prolong the wait.
    CHECK_FALSE(gate.tryAct(5 + 25'199));
    CHECK(gate.tryAct(5 + 25'200));
    CHECK_FALSE(gate.tryAct(5 + 25'200 + 25'199));
}
