// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A day on the line at the highest rate that it allows.
#include "tests/conformance/meter_on_line.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace meter;
using namespace meter::sim;
using namespace meter::test;

TEST_CASE("J06 a day of polling as fast as the line allows leaves the energy exact") {
    Scenario scenario = wyeScenario();
    scenario.meter.installerSettings.baudRate = 38'400;
    // cos φ = 0.8: P = 3·V·I·0.8, Q = 3·V·I·0.6 exactly (IEEE 1459).
    constexpr double kAngleDeg = 36.869897645844021;
    scenario.world.load.laggingDeg = {kAngleDeg, kAngleDeg, kAngleDeg};
    MeterOnLine subject(scenario);
    const std::vector<std::byte> request = subject.readFrame(261, 2);
    const LineUs beginUs = subject.line.now();
    constexpr LineUs kDayUs = 86'400 * kSecondUs;
    std::uint64_t asked = 0;
    std::uint64_t answered = 0;
    std::size_t waitingMax = 0;
    while (subject.line.now() < beginUs + kDayUs) {
        const auto reply = subject.master.exchange(request, kSecondUs);
        answered += reply && reply->frame.size() == 9 && hasCrc(reply->frame) ? 1U : 0U;
        waitingMax = std::max(waitingMax, subject.line.transmissionCount());
        ++asked;
    }
    CHECK(answered == asked);
    CHECK(waitingMax == 0); // Nothing is left over between exchanges.
    // 8 and 9 characters of 10 bits at 38400 baud, rounded up, and 1750 µs behind each.
    constexpr LineUs kPollUs = 2'084 + 2'344 + 2 * 1'750;
    CHECK(asked == (kDayUs + kPollUs - 1) / kPollUs);

    subject.one.station.followLine();
    const double seconds = static_cast<double>(subject.one.simulation.now() / kSamplesPerSecond);
    const double apparentWs = 3.0 * 277.0 * 50.0 * seconds;
    const EnergyCounters& energy = subject.meter().readings().energy;
    CHECK(static_cast<double>(energy.real.units) == Approx(apparentWs * 0.8).epsilon(2e-6));
    CHECK(static_cast<double>(energy.reactive.units) == Approx(apparentWs * 0.6).epsilon(2e-6));
    CHECK(static_cast<double>(energy.apparent.units) == Approx(apparentWs).epsilon(2e-6));
}
