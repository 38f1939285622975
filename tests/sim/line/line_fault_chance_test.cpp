// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/line/faulty_line.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

// How often, when and for whom line faults act. Exact numbers of chance are those of
// expected_draws.py.

namespace meter::test {

namespace {

bool isDropped(const sim::AnswerPlan& plan) {
    return wireText(plan) == "nothing";
}

} // namespace

TEST_CASE("of a thousand answers those are lost that an independent generator names") {
    FaultyLine line;
    line.apply("drop: 20 %");
    std::vector<int> dropped;
    for (int turn = 0; turn < 1000; ++turn) {
        if (isDropped(line.askRtu())) {
            dropped.push_back(turn);
        }
    }
    CHECK(dropped.size() == 207);
    dropped.resize(5);
    CHECK(dropped == std::vector<int>{1, 8, 10, 11, 12});
}

TEST_CASE("every fault acts about as often as its probability says, whatever the seed") {
    // Binomial, n = 2000 and p = 0.05: mean 100, standard deviation 9.75. Twelve kinds and three
    // seeds are 36 looks; beyond 4.5 deviations lies a sound one with 2.4e-4.
    const auto* const fault =
        GENERATE("drop", "corrupt", "stale", "wrong_unit", "truncate", "garbage", "duplicate");
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        FaultyLine line(seed);
        static_cast<void>(line.askRtu());
        line.apply(std::string(fault) + ": 5 %");
        for (int turn = 0; turn < 2000; ++turn) {
            static_cast<void>(line.askRtu());
        }
        const double hits = line.player().layers().front().rules.front().hits;
        INFO(fault << " with seed " << seed);
        CHECK(std::fabs(hits - 100.0) < 4.5 * std::sqrt(2000 * 0.05 * 0.95));
    }
}

TEST_CASE("one fault does not change what another does") {
    FaultyLine alone;
    alone.apply("delay: {from: 20 ms, to: 80 ms}");
    FaultyLine together;
    together.apply("{delay: {from: 20 ms, to: 80 ms}, duplicate: 50 %, garbage: 30 %}");
    for (const std::int64_t expected : {51145, 59709, 62678}) {
        CHECK(alone.askRtu().pieces.front().pauseUs == expected);
        CHECK(together.askRtu().pieces.front().pauseUs == expected);
    }
}

TEST_CASE("a uniform delay stays between its bounds and a normal one never comes early") {
    FaultyLine line;
    line.apply("delay: {mean: 50 ms, deviation: 10 ms}");
    std::vector<double> delaysMs;
    for (int turn = 0; turn < 4000; ++turn) {
        const sim::AnswerPlan& plan = line.askRtu();
        delaysMs.push_back(static_cast<double>(plan.pieces.front().pauseUs) / 1000.0);
    }
    const double mean = std::accumulate(delaysMs.begin(), delaysMs.end(), 0.0) / 4000.0;
    double square = 0.0;
    for (const double delay : delaysMs) {
        square += (delay - mean) * (delay - mean);
    }
    // 5 standard errors: 10/sqrt(4000) = 0.158 for the mean, 10/sqrt(8000) = 0.112 for sigma.
    CHECK(std::fabs(mean - 50.0) < 0.79);
    CHECK(std::fabs(std::sqrt(square / 4000.0) - 10.0) < 0.56);

    line.apply("delay: {mean: 1 ms, deviation: 50 ms}");
    int atOnce = 0;
    for (int turn = 0; turn < 500; ++turn) {
        const sim::AnswerPlan& plan = line.askRtu();
        REQUIRE(plan.pieces.front().pauseUs >= 0);
        atOnce += plan.pieces.front().pauseUs == 0 ? 1 : 0;
    }
    CHECK(atOnce > 150); // About half of them would be before their time.
}

TEST_CASE("two runs of one seed are the same bytes and another seed is not") {
    const auto lifeOf = [](std::uint64_t seed) {
        FaultyLine line(seed);
        line.apply("{drop: 10 %, corrupt: 20 %, truncate: 10 %, garbage: 30 %, split: {pause: 1 "
                   "ms, probability: 20 %}, delay: {from: 0 ms, to: 9 ms}}");
        std::string life;
        for (int turn = 0; turn < 300; ++turn) {
            life += wireText(line.askRtu()) + "\n" + wireText(line.askTcp()) + "\n";
        }
        return life;
    };
    CHECK(lifeOf(11) == lifeOf(11));
    CHECK(lifeOf(11) != lifeOf(12));
}

TEST_CASE("meters with one seed and different serial numbers fail apart") {
    sim::LineFaultPlayer one(7, 1);
    sim::LineFaultPlayer other(7, 2);
    CHECK(one.random(sim::LineFaultKind::Drop).next() !=
          other.random(sim::LineFaultKind::Drop).next());
}

TEST_CASE("a player goes on from a kept state as if nothing had been") {
    FaultyLine line;
    line.apply("{drop: 50 %, corrupt: {probability: 50 %, count: 9}}");
    for (int turn = 0; turn < 10; ++turn) {
        static_cast<void>(line.askRtu());
    }
    const sim::LineFaultPlayer kept = line.player();
    const auto next = [&line] {
        std::string life;
        for (int turn = 0; turn < 20; ++turn) {
            life += wireText(line.askRtu()) + "\n";
        }
        return life;
    };
    const std::string first = next();
    line.player() = kept;
    CHECK(next() == first);
}

TEST_CASE("skip spares the first ones and count ends it") {
    FaultyLine line;
    line.apply("drop: {skip: 2, count: 3}");
    std::string life;
    for (int turn = 0; turn < 8; ++turn) {
        life += isDropped(line.askRtu()) ? 'x' : '.';
    }
    CHECK(life == "..xxx...");
}

TEST_CASE("what the filters keep out is neither counted nor drawn") {
    FaultyLine line;
    line.apply("drop: {functions: [3], registers: [real_power_total, 60-70], skip: 1}");
    CHECK_FALSE(isDropped(line.askRtu("03 00 00 00 01")));             // Register 1.
    CHECK_FALSE(isDropped(line.askRtu("04 00 3B 00 01")));             // Function 4.
    CHECK_FALSE(isDropped(line.askRtu("11", "01 11 02 F7 FF C6 7C"))); // None at all.
    CHECK_FALSE(isDropped(line.askRtu("03 00 3A 00 02")));             // 59, 60: spared.
    CHECK(isDropped(line.askRtu("03 00 3A 00 02")));                   // 59, 60.
    CHECK(isDropped(line.askRtu("03 00 45 00 05")));                   // 70 to 74.
    CHECK_FALSE(isDropped(line.askRtu("03 00 46 00 05")));             // 71 to 75.
    CHECK(isDropped(line.askRtu("03 00 02 00 01")));                   // 3: real_power_total.
}

TEST_CASE("a name means its integer and its float") {
    FaultyLine line;
    line.apply("drop: {registers: real_power_total}");
    // Point map of the guide: 3 is the integer, 261 and 262 are the float.
    const auto [first, expected] = GENERATE(table<std::string, bool>(
        {{"00 02", true}, {"00 03", false}, {"01 04", true}, {"01 05", true}, {"01 06", false}}));
    INFO(first);
    CHECK(isDropped(line.askRtu("03 " + first + " 00 01")) == expected);
}

TEST_CASE("without units a fault is the meter's own, with units it is theirs") {
    struct Case {
        std::string fault;
        std::uint8_t unit;
        bool isOwn;
        bool isDropped;
    };

    const auto one = GENERATE(values<Case>({
        {"drop: true", 1, true, true},
        {"drop: true", 5, false, false},
        {"drop: {units: [5, 6]}", 1, true, false},
        {"drop: {units: [5, 6]}", 5, false, true},
        {"drop: {units: all}", 77, false, true},
    }));
    INFO(one.fault << " at unit " << int{one.unit});
    FaultyLine line;
    line.apply(one.fault);
    CHECK(line.player().hasForeign() == (one.fault != "drop: true"));
    CHECK(isDropped(line.ask(sim::LineFraming::Rtu, "03 00 00 00 01", "01 03 02 12 34 B5 33",
                             one.unit, one.isOwn)) == one.isDropped);
}

TEST_CASE("a fault with a length lies over the one that lasts and leaves it as it was") {
    FaultyLine line;
    line.apply("delay: 5 ms");
    line.now = 100;
    line.apply("delay: 9 ms", 50);
    const auto delay = [&line] {
        const sim::AnswerPlan& plan = line.askRtu();
        return plan.pieces.empty() ? 0 : plan.pieces.front().pauseUs;
    };
    CHECK(delay() == 9000);
    line.now = 149;
    CHECK(delay() == 9000);
    line.now = 150; // The first sample behind its length.
    CHECK(delay() == 5000);
    line.apply("delay: 0 ms");
    CHECK(delay() == 0);
    CHECK_FALSE(line.player().isActive());
}

TEST_CASE("a fault that lasts takes the place of all of its kind and of no other") {
    FaultyLine line;
    line.apply("{drop: 100 %, delay: 5 ms}");
    line.apply("drop: 100 %", 1000);
    line.apply("drop: 0 %");
    CHECK(wireText(line.askRtu()) == "5000 us: 01 03 02 12 34 B5 33");
    CHECK(line.player().layers().size() == 1);
}

TEST_CASE("a fault can be held off for a while") {
    FaultyLine line;
    line.apply("mute: true");
    line.apply("mute: false", 10);
    static_cast<void>(line.askRtu());
    CHECK_FALSE(line.verdict.isMute);
    line.now = 10;
    static_cast<void>(line.askRtu());
    CHECK(line.verdict.isMute);
}

TEST_CASE("faults are cleared by kind or all together") {
    FaultyLine line;
    line.apply("{drop: true, delay: 5 ms, mute: true}");
    CHECK(line.player().clear(sim::LineFaultKind::Mute));
    CHECK_FALSE(line.player().clear(sim::LineFaultKind::Mute));
    CHECK(line.player().layers().size() == 2);
    CHECK(line.player().clear(std::nullopt));
    CHECK_FALSE(line.player().isActive());
    CHECK(wireText(line.askRtu()) == "01 03 02 12 34 B5 33");
}

TEST_CASE("noise comes once in each period, and the same however often it is fetched") {
    constexpr SampleTime kSecond = 2520;
    const auto gather = [](SampleTime stride) {
        FaultyLine line;
        line.apply("noise: {every: 100 ms, size: 3}"); // 252 samples.
        std::string all;
        int count = 0;
        for (SampleTime now = stride; now <= 10 * kSecond; now += stride) {
            for (const std::vector<std::byte>& burst : line.player().takeNoise(now)) {
                all += toHex(burst) + "\n";
                ++count;
                CHECK(burst.size() == 3);
            }
        }
        CHECK(std::abs(count - 100) <= 1);
        return all;
    };
    CHECK(gather(1) == gather(1000 / 40));
    CHECK(gather(126) == gather(1260));
}

} // namespace meter::test
