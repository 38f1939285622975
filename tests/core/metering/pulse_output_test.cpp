// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metering/pulse_output.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <type_traits>
#include <vector>

using namespace meter;

namespace {

static_assert(std::is_trivially_copyable_v<PulseOutput>);

constexpr SampleTime kSecond = kSamplesPerSecond;

struct Edge {
    bool isClosed;
    SampleTime at;

    friend bool operator==(const Edge&, const Edge&) = default;
};

class EdgeRecorder final : public ContactsOut {
public:
    void setEnergyPulse(bool isClosed, SampleTime at) override { edges.push_back({isClosed, at}); }

    void setAlarm(bool, SampleTime) override { FAIL("a pulse output has no alarm"); }

    std::vector<Edge> edges;
};

/// An output with its contact; each second() is one tick and the samples up to the next.
struct Bench {
    Bench(std::uint16_t pulseEnergyWh, std::uint16_t durationMs) {
        settings.pulseEnergyWh = pulseEnergyWh;
        configuration.pulseDurationMs = durationMs;
    }

    void tick(double energyWs) {
        output.addCycle(energyWs, settings, configuration);
        advanceTo(now);
    }

    void advanceTo(SampleTime to) {
        closureCount += output.advance(to, configuration, &contacts);
        now = to;
    }

    void second(double energyWs) {
        tick(energyWs);
        advanceTo(now + kSecond - 1);
        ++now; // The next tick.
    }

    /// Samples between edges: closed, open, closed, …
    [[nodiscard]] std::vector<SampleTime> lengths() const {
        std::vector<SampleTime> result;
        for (std::size_t index = 1; index < contacts.edges.size(); ++index) {
            result.push_back(contacts.edges[index].at - contacts.edges[index - 1].at);
        }
        return result;
    }

    Settings settings{};
    Configuration configuration{};
    EdgeRecorder contacts{};
    PulseOutput output{};
    SampleTime now = 10 * kSecond;
    std::uint32_t closureCount = 0;
};

} // namespace

TEST_CASE("a pulse closes the contact at the tick for as long as register 145 says") {
    Bench bench(1000, 500);
    bench.second(3.6e6); // 1000 Wh.
    CHECK(bench.closureCount == 1);
    // 500 ms = 1260 samples.
    CHECK(bench.contacts.edges ==
          std::vector<Edge>{{true, 10 * kSecond}, {false, 10 * kSecond + 1260}});
    CHECK(bench.output.nextEdge() == PulseOutput::kNever);
}

TEST_CASE("every duration is a number of samples") {
    struct Row {
        std::uint16_t durationMs;
        SampleTime samples;
    };

    for (const Row row :
         {Row{500, 1260}, Row{250, 630}, Row{100, 252}, Row{50, 126}, Row{25, 63}}) {
        Bench bench(1000, row.durationMs);
        bench.second(2 * 3.6e6);
        bench.second(0.0);
        INFO(row.durationMs << " ms");
        CHECK(bench.lengths() == std::vector<SampleTime>{row.samples, row.samples, row.samples});
    }
}

TEST_CASE("less than a pulse waits for the next cycles") {
    Bench bench(10, 10);
    bench.second(0.4 * 36'000.0);
    bench.second(0.4 * 36'000.0);
    CHECK(bench.closureCount == 0);
    CHECK(bench.output.nextEdge() == PulseOutput::kNever);
    bench.second(0.4 * 36'000.0);
    CHECK(bench.closureCount == 1); // 1.2 pulses
    bench.second(0.4 * 36'000.0);
    CHECK(bench.closureCount == 1); // 1.6
    bench.second(0.4 * 36'000.0);
    CHECK(bench.closureCount == 2); // 2.0
}

TEST_CASE("exactly the power that the guide allows is kept up with at every duration") {
    // Guide, register 145: 1 800 000 × Wh ÷ ms watts.
    for (const std::uint16_t durationMs : kPulseDurationsMs) {
        Bench bench(1000, durationMs);
        const double powerW = 1.8e6 * 1000.0 / durationMs;
        for (int second = 1; second <= 60; ++second) {
            bench.second(powerW);
            INFO(durationMs << " ms, second " << second);
            REQUIRE_FALSE(bench.output.isOverrun());
            REQUIRE(bench.output.backlog() == 0);
            REQUIRE(bench.closureCount == static_cast<std::uint32_t>(second) * 500U / durationMs);
        }
    }
}

TEST_CASE("10 ms pulses are told at the sample after their exact time") {
    // 10 ms = 25.2 samples: closures at 50.4 k, openings 25.2 later, rounded up.
    Bench bench(10, 10);
    bench.second(50 * 36'000.0);
    REQUIRE(bench.contacts.edges.size() == 100);
    for (std::int64_t index = 0; index < 100; ++index) {
        const SampleTime exactTimesFive = index * 126;
        const Edge expected{index % 2 == 0, 10 * kSecond + (exactTimesFive + 4) / 5};
        REQUIRE(bench.contacts.edges[static_cast<std::size_t>(index)] == expected);
    }
}

TEST_CASE("more than a second's capacity waiting is an overrun until the backlog is gone") {
    Bench bench(10, 100); // Capacity: 5 pulses a second.
    bench.tick(5 * 36'000.0);
    CHECK_FALSE(bench.output.isOverrun());
    bench.output.clear();
    bench.tick(8 * 36'000.0);
    CHECK(bench.output.isOverrun());
    CHECK(bench.output.backlog() == 8); // The contact still pauses after the one before.

    bench.advanceTo(bench.now + kSecond - 1);
    ++bench.now;
    bench.tick(0.0);
    CHECK(bench.output.backlog() > 0);
    CHECK(bench.output.isOverrun()); // Fewer than five wait, but some do.
    bench.advanceTo(bench.now + kSecond - 1);
    CHECK(bench.output.backlog() == 0);
    CHECK_FALSE(bench.output.isOverrun());
    CHECK(bench.closureCount == 9); // All of the eight, and the one that had begun before.
}

TEST_CASE("clearing drops backlog and fraction and lets the closure that runs end") {
    Bench bench(1000, 500);
    bench.tick(5.9 * 3.6e6);
    CHECK(bench.output.isClosed());
    CHECK(bench.output.isOverrun());
    bench.output.clear();
    CHECK_FALSE(bench.output.isOverrun());
    CHECK(bench.output.backlog() == 0);
    CHECK(bench.output.isClosed());
    bench.advanceTo(bench.now + 3 * kSecond);
    CHECK(bench.contacts.edges ==
          std::vector<Edge>{{true, 10 * kSecond}, {false, 10 * kSecond + 1260}});
    bench.tick(0.2 * 3.6e6); // With the old fraction it would be 1.1 pulses.
    CHECK(bench.closureCount == 1);
}

TEST_CASE("a change of the duration lets the running closure and its pause end first") {
    Bench bench(1000, 500);
    bench.tick(3 * 3.6e6);
    bench.configuration.pulseDurationMs = 50;
    bench.advanceTo(bench.now + 2 * kSecond);
    CHECK(bench.lengths() == std::vector<SampleTime>{1260, 1260, 126, 126, 126});
}

TEST_CASE("a larger pulse energy shrinks the backlog to the same energy") {
    Bench bench(10, 500);
    bench.tick(250 * 36'000.0);
    CHECK(bench.output.backlog() == 249);
    bench.settings.pulseEnergyWh = 1000;
    bench.advanceTo(bench.now + 1);
    bench.tick(0.0); // 2490 Wh.
    CHECK(bench.output.backlog() == 2);
}

TEST_CASE("the contact falls open with the power and nothing waits afterwards") {
    Bench bench(1000, 500);
    bench.tick(4.5 * 3.6e6);
    bench.output.powerFail(bench.now + 100, &bench.contacts);
    CHECK(bench.contacts.edges ==
          std::vector<Edge>{{true, 10 * kSecond}, {false, 10 * kSecond + 100}});
    CHECK_FALSE(bench.output.isClosed());
    CHECK(bench.output.backlog() == 0);
    CHECK_FALSE(bench.output.isOverrun());
    CHECK(bench.output.nextEdge() == PulseOutput::kNever);
    bench.output.powerFail(bench.now + 200, &bench.contacts);
    CHECK(bench.contacts.edges.size() == 2); // Open already: no edge.
}

TEST_CASE("the internal output counts without a contact") {
    Bench bench(1000, 500);
    bench.output.addCycle(2 * 3.6e6, bench.settings, bench.configuration);
    CHECK(bench.output.advance(bench.now, bench.configuration, nullptr) == 1);
    CHECK(bench.output.advance(bench.now + kSecond, bench.configuration, nullptr) == 1);
    bench.output.powerFail(bench.now + kSecond, nullptr);
    CHECK_FALSE(bench.output.isClosed());
}

TEST_CASE("the edges do not depend on how far one call advances") {
    Bench coarse(10, 10);
    Bench fine(10, 10);
    for (const double pulses : {3.7, 41.2, 60.0, 0.0, 12.9}) {
        coarse.second(pulses * 36'000.0);
        fine.tick(pulses * 36'000.0);
        for (SampleTime step = 1; step < kSecond; ++step) {
            fine.advanceTo(fine.now + 1);
        }
        ++fine.now;
    }
    CHECK(coarse.contacts.edges == fine.contacts.edges);
    CHECK(coarse.closureCount == fine.closureCount);
    CHECK(coarse.closureCount == 117); // 117.8 pulses
}

TEST_CASE(
    "a pulse that comes during a pause waits for its exact end whatever the caller's blocks") {
    // Two pulses of 250 ms; the duration becomes 500 ms during the first. So the second is closed
    // from 0.5 s to 1 s and pauses to 1.5 s; the third comes at 1 s, in that pause.
    const SampleTime start = 10 * kSecond;
    const std::vector<Edge> expected = {{true, start},        {false, start + 630},
                                        {true, start + 1260}, {false, start + 2520},
                                        {true, start + 3780}, {false, start + 5040}};
    for (const SampleTime block : {1, 10, 252, 840, 2520}) {
        Bench bench(1000, 250);
        for (const double pulses : {2.0, 1.0, 0.0}) {
            bench.output.addCycle(pulses * 3.6e6, bench.settings, bench.configuration);
            if (bench.output.nextEdge() <= bench.now) {
                bench.advanceTo(bench.now);
            }
            bench.configuration.pulseDurationMs = 500;
            for (SampleTime sample = 0; sample < kSecond; sample += block) {
                bench.now += block;
                if (bench.output.nextEdge() <= bench.now) {
                    bench.advanceTo(bench.now);
                }
            }
        }
        INFO("blocks of " << block);
        CHECK(bench.contacts.edges == expected);
    }
}

TEST_CASE("advancing by the next edge tells the same as advancing sample by sample") {
    Bench bench(10, 10);
    bench.tick(33 * 36'000.0);
    std::uint32_t edgeCount = static_cast<std::uint32_t>(bench.contacts.edges.size());
    while (bench.output.nextEdge() != PulseOutput::kNever) {
        const SampleTime next = bench.output.nextEdge();
        bench.advanceTo(next - 1);
        REQUIRE(bench.contacts.edges.size() == edgeCount);
        bench.advanceTo(next);
        REQUIRE(bench.contacts.edges.size() == edgeCount + 1);
        REQUIRE(bench.contacts.edges.back().at == next);
        ++edgeCount;
    }
    CHECK(bench.closureCount == 33);
}
