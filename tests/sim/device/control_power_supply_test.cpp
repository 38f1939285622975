// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic by hand: 100 ms at a peak of 169.7 V (120 V AC) are 252 samples; what is stored
// goes with the square of the peak.

#include "sim/device/control_power_supply.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <numbers>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

Installation ownSupply(ControlPowerKind kind, double voltageV) {
    Installation installation;
    installation.controlPower.kind = kind;
    installation.controlPower.voltageV = voltageV;
    return installation;
}

/// How long a supply that was up lasts after it was switched off.
std::int64_t samplesUntilFailure(Installation installation) {
    ControlPowerSupply supply;
    const ControlPowerSupply::Advance up = supply.advanceOwn(installation, 10);
    REQUIRE(up.hasChanged);
    REQUIRE(up.count == 0);
    REQUIRE_FALSE(supply.advanceOwn(installation, 10).hasChanged);
    installation.isControlPowerOn = false;
    const ControlPowerSupply::Advance down = supply.advanceOwn(installation, 100'000);
    REQUIRE(down.hasChanged);
    REQUIRE_FALSE(supply.isPowered());
    return down.count;
}

std::vector<double> sine(double rmsV, std::size_t count, std::size_t first = 0) {
    std::vector<double> volts(count);
    for (std::size_t n = 0; n < count; ++n) {
        const double angle =
            2.0 * std::numbers::pi * 60.0 * static_cast<double>(first + n) / kSamplesPerSecond;
        volts[n] = rmsV * std::numbers::sqrt2 * std::sin(angle);
    }
    return volts;
}

/// A supply on a measured service of this voltage, running.
ControlPowerSupply runningOn(double rmsV) {
    ControlPowerSupply supply;
    supply.prime(sine(rmsV, 21));
    const ControlPowerSupply::Advance up =
        supply.advanceService(true, kSupplyLineMaxV, sine(rmsV, 420));
    REQUIRE(up.hasChanged);
    REQUIRE(up.count == 0);
    REQUIRE_FALSE(supply.advanceService(true, kSupplyLineMaxV, sine(rmsV, 420)).hasChanged);
    return supply;
}

} // namespace

TEST_CASE("ride through goes with the energy stored") {
    CHECK(samplesUntilFailure(ownSupply(ControlPowerKind::OwnAc, 120.0)) == 252);
    CHECK(samplesUntilFailure(ownSupply(ControlPowerKind::OwnAc, 240.0)) == 1008);
    // 100 ms · (125/169.706)² = 54.25 ms = 136.7 samples, and a started one counts.
    CHECK(samplesUntilFailure(ownSupply(ControlPowerKind::OwnDc, 125.0)) == 137);
}

TEST_CASE("too little or too much supply does not start the meter") {
    const auto starts = [](ControlPowerKind kind, double voltageV) {
        ControlPowerSupply supply;
        return supply.advanceOwn(ownSupply(kind, voltageV), 1).hasChanged;
    };
    CHECK_FALSE(starts(ControlPowerKind::OwnAc, 89.9));
    CHECK(starts(ControlPowerKind::OwnAc, 90.0));
    CHECK_FALSE(starts(ControlPowerKind::OwnDc, 124.9));
    CHECK(starts(ControlPowerKind::OwnDc, 125.0));
    CHECK(starts(ControlPowerKind::OwnDc, 300.0));
    CHECK_FALSE(starts(ControlPowerKind::OwnDc, 300.1));
}

TEST_CASE("a short interruption is ridden through and the store is full again at once") {
    Installation installation = ownSupply(ControlPowerKind::OwnAc, 120.0);
    ControlPowerSupply supply;
    static_cast<void>(supply.advanceOwn(installation, 1)); // Comes up.
    for (int repetition = 0; repetition < 3; ++repetition) {
        installation.isControlPowerOn = false;
        CHECK_FALSE(supply.advanceOwn(installation, 251).hasChanged);
        installation.isControlPowerOn = true;
        CHECK_FALSE(supply.advanceOwn(installation, 1).hasChanged);
    }
    installation.isControlPowerOn = false;
    CHECK(supply.advanceOwn(installation, 252).hasChanged);
}

TEST_CASE("slices do not change when the supply fails") {
    Installation installation = ownSupply(ControlPowerKind::OwnAc, 120.0);
    ControlPowerSupply supply;
    static_cast<void>(supply.advanceOwn(installation, 1)); // Comes up.
    installation.isControlPowerOn = false;
    std::int64_t passed = 0;
    while (supply.isPowered()) {
        passed += supply.advanceOwn(installation, 17).count;
    }
    CHECK(passed == 252);
}

TEST_CASE("a supply from the service lasts as long as its store after an interruption") {
    ControlPowerSupply supply = runningOn(277.0);
    // 100 ms · (277/120)² = 532.8 ms = 1342.8 samples. The window still holds voltage for less
    // than its half cycle of 21 samples, while it is above 90 V.
    const std::vector<double> nothing(3000, 0.0);
    const ControlPowerSupply::Advance down = supply.advanceService(true, kSupplyLineMaxV, nothing);
    REQUIRE(down.hasChanged);
    CHECK(down.count >= 1342);
    CHECK(down.count <= 1343 + 21);
}

TEST_CASE("a sag above 90 V does not stop the meter and one below does") {
    ControlPowerSupply supply = runningOn(120.0);
    CHECK_FALSE(supply.advanceService(true, kSupplyLineMaxV, sine(91.0, 5040)).hasChanged);
    ControlPowerSupply other = runningOn(120.0);
    const ControlPowerSupply::Advance down =
        other.advanceService(true, kSupplyLineMaxV, sine(89.0, 5040));
    REQUIRE(down.hasChanged);
    CHECK(down.count >= 252);
    CHECK(down.count <= 252 + 21);
}

TEST_CASE("the meter comes back when the service does") {
    ControlPowerSupply supply = runningOn(120.0);
    const std::vector<double> nothing(1000, 0.0);
    REQUIRE(supply.advanceService(true, kSupplyLineMaxV, nothing).hasChanged);
    const ControlPowerSupply::Advance up =
        supply.advanceService(true, kSupplyLineMaxV, sine(120.0, 100));
    REQUIRE(up.hasChanged);
    CHECK(up.count <= 21); // At the latest when the window is full of it.
    CHECK(supply.isPowered());
}

TEST_CASE("a blown control fuse ends a supply as the switch does and a new one brings it back") {
    Installation installation = ownSupply(ControlPowerKind::OwnAc, 120.0);
    ControlPowerSupply supply;
    REQUIRE(supply.advanceOwn(installation, 10).hasChanged);
    REQUIRE_FALSE(supply.advanceOwn(installation, 10).hasChanged);
    installation.isControlFuseGood = false;
    CHECK(supply.advanceOwn(installation, 100'000).count == 252);
    CHECK_FALSE(supply.isPowered());
    installation.isControlFuseGood = true;
    CHECK(supply.advanceOwn(installation, 10).hasChanged);
    CHECK(supply.isPowered());
}

TEST_CASE("too high a voltage for a second damages the supply") {
    ControlPowerSupply supply;
    const Installation high = ownSupply(ControlPowerKind::OwnAc, 601.0);
    std::int64_t count = 0;
    ControlPowerSupply::Advance advance;
    while (!advance.isDamaged && count < 10 * kSamplesPerSecond) {
        advance = supply.advanceOwn(high, 60);
        count += 60;
    }
    CHECK(count >= kSamplesPerSecond);
    CHECK(count <= kSamplesPerSecond + 2 * 60);
    Installation dead = high; // Without a ride-through.
    dead.isControlSupplyGood = false;
    const ControlPowerSupply::Advance down = supply.advanceOwn(dead, 60);
    CHECK(down.hasChanged);
    CHECK(down.count == 0);
    CHECK_FALSE(supply.isPowered());
    const Installation limit = ownSupply(ControlPowerKind::OwnAc, 600.0);
    for (int i = 0; i < 100; ++i) {
        REQUIRE_FALSE(supply.advanceOwn(limit, 60).isDamaged);
    }
    // From the service: by the half-cycle RMS, and a shorter swell leaves it whole.
    ControlPowerSupply fed = runningOn(300.0);
    REQUIRE_FALSE(fed.advanceService(true, kSupplyNeutralMaxV, sine(400.0, 2500)).isDamaged);
    REQUIRE_FALSE(fed.advanceService(true, kSupplyNeutralMaxV, sine(300.0, 420)).isDamaged);
    const ControlPowerSupply::Advance damaged =
        fed.advanceService(true, kSupplyNeutralMaxV, sine(400.0, 2700));
    CHECK(damaged.isDamaged);
    CHECK(damaged.count >= kSamplesPerSecond);
    CHECK(damaged.count <= kSamplesPerSecond + 21);
    // The limits of the guide: line to neutral, line to line, DC.
    CHECK(supplyLimitV({.kind = ControlPowerKind::FromService}) == 347.0);
    CHECK(supplyLimitV({.kind = ControlPowerKind::FromService, .to = Conductor::B}) == 600.0);
    CHECK(supplyLimitV({.kind = ControlPowerKind::FromService, .ratio = 2.0}) == 600.0);
    CHECK(supplyLimitV({.kind = ControlPowerKind::OwnDc}) == 300.0);
}
