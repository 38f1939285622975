// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/replay_signal.hpp"

#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using meter::SampleTime;
using namespace meter::sim;
using meter::test::BalancedCsv;
using meter::test::Folder;

TEST_CASE("a loop meets its beginning whatever the frequency is") {
    const Folder folder("loop");
    for (const double frequencyHz : {50.0, 59.37, 60.0, 61.7}) {
        const BalancedCsv csv = {.durationS = 1.03, .frequencyHz = frequencyHz, .angleDeg = 41.0};
        const auto signal =
            ReplaySignal::load({.file = folder.write("a.csv", csv.text()), .isLooped = true});
        REQUIRE(signal.has_value());
        const ReplaySignal& loop = **signal;
        INFO(frequencyHz << " Hz");
        CHECK(loop.warnings().empty());
        CHECK(loop.length() <= 2596); // 1.03 s.
        CHECK(loop.frequencyHz() == Approx(frequencyHz).epsilon(5e-4));
        // A sinusoid has x(n−1) + x(n+1) = 2·cos(2πf/2520)·x(n) everywhere, over a seam as well.
        const double twoCosines =
            2.0 * std::cos(2.0 * std::numbers::pi * loop.frequencyHz() / 2520.0);
        for (SampleTime n = loop.length() - 3; n <= loop.length() + 3; ++n) {
            for (const std::size_t channel : {0U, 1U, 5U}) {
                const double expected = twoCosines * loop.at(n)[channel] - loop.at(n - 1)[channel];
                const double peak = channel < 3 ? 277.0 * 1.4143 : 50.0 * 1.4143;
                CHECK(loop.at(n + 1)[channel] == Approx(expected).margin(0.02 * peak));
            }
        }
    }
}

TEST_CASE("what is not looped is dead behind its end") {
    const Folder folder("once");
    const auto signal =
        ReplaySignal::load({.file = folder.write("a.csv", BalancedCsv{.durationS = 0.5}.text()),
                            .startS = 0.1,
                            .lengthS = 0.2});
    REQUIRE(signal.has_value());
    CHECK((*signal)->length() == 504);
    CHECK((*signal)->at(503)[0] != 0.0);
    CHECK((*signal)->at(504) == ReplaySignal::Values{});
    CHECK((*signal)->at(1'000'000) == ReplaySignal::Values{});
}

TEST_CASE("a loop has no direct current") {
    const Folder folder("direct");
    std::string csv = "time_s,va,ia\n";
    for (int n = 0; n < 5000; ++n) {
        const double timeS = n / 5000.0;
        csv += std::to_string(timeS) + ',' +
               std::to_string(meter::test::sineAt(timeS, 60.0, 120.0, 0.0) + 10.0) + ',' +
               std::to_string(meter::test::sineAt(timeS, 60.0, 5.0, 0.0) + 3.0) + '\n';
    }
    const auto signal = ReplaySignal::load({.file = folder.write("a.csv", csv), .isLooped = true});
    REQUIRE(signal.has_value());
    double voltage = 0.0;
    double current = 0.0;
    for (SampleTime n = 0; n < (*signal)->length(); ++n) {
        voltage += (*signal)->at(n)[0];
        current += (*signal)->at(n)[3];
    }
    const auto count = static_cast<double>((*signal)->length());
    CHECK(voltage / count == Approx(10.0).margin(0.01)); // The inputs of the voltages pass it.
    CHECK(current / count == Approx(0.0).margin(1e-4));
}

TEST_CASE("a part that the recording does not have is refused") {
    const Folder folder("part");
    const std::string file = folder.write("a.csv", BalancedCsv{.durationS = 0.5}.text());
    CHECK(ReplaySignal::load({.file = file, .startS = 0.5}).error().text.find("lasts 0.5 s") !=
          std::string::npos);
    CHECK_FALSE(ReplaySignal::load({.file = file, .startS = 0.4, .lengthS = 0.2}).has_value());
    CHECK_FALSE(ReplaySignal::load({.file = file, .lengthS = 1e-5}).has_value());
}
