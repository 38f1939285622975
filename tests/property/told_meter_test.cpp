// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A meter that is only told what each second came to, beside the one that measured it: every
// contact edge, every stored byte and all readings are the same.

#include "core/meter.hpp"
#include "sim/device/virtual_meter.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/master.hpp"
#include "tests/support/signals.hpp"

#include <span>
#include <vector>

using namespace meter;
using namespace meter::test;

namespace {

struct Edge {
    bool isAlarm = false;
    bool isClosed = false;
    SampleTime at = 0;

    friend bool operator==(const Edge&, const Edge&) = default;
};

class EdgeList final : public ContactsOut {
public:
    void setEnergyPulse(bool isClosed, SampleTime at) override {
        edges.push_back({.isAlarm = false, .isClosed = isClosed, .at = at});
    }

    void setAlarm(bool isClosed, SampleTime at) override {
        edges.push_back({.isAlarm = true, .isClosed = isClosed, .at = at});
    }

    std::vector<Edge> edges;
};

struct Bench {
    sim::NvMemory memory;
    sim::LineOut line;
    sim::UnwatchedDisplay display;
    EdgeList contacts;
    Meter meter{{.nvStorage = memory, .serial = line, .display = display, .contacts = contacts},
                Factory{}};
};

constexpr std::size_t kSlice = 252;

TEST_CASE("a meter that is told its seconds does what the one that measures them does") {
    Bench measuring;
    Bench told;
    measuring.meter.powerUp(0);
    told.meter.powerUp(0);
    TestSignal signal;
    signal.frequencyHz = 60.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double degrees = -120.0 * static_cast<double>(phase);
        signal.voltage[phase] = {{1, 277.0, degrees}};
        signal.current[phase] = {{1, 0.9, degrees - 25.0}};
    }
    const auto both = [&](auto act) {
        act(measuring.meter);
        act(told.meter);
    };
    for (int second = 0; second < 90; ++second) {
        if (second == 5) { // 10 Wh: a pulse each half second.
            both([](Meter& meter) { writeByPdu(meter, 144, 10); });
        }
        if (second == 20) {
            both([](Meter& meter) { writeByPdu(meter, 134, 13'800); }); // All phases are lost.
        }
        if (second == 30) {
            both([](Meter& meter) { writeByPdu(meter, 130, 31); });
        }
        if (second == 40) {
            both([](Meter& meter) { writeByPdu(meter, 129, 16'498); });
        }
        if (second == 50) { // Clears the energies at the very begin of a second.
            both([](Meter& meter) { writeByPdu(meter, 129, 30'078); });
        }
        const std::vector<SampleFrame> frames =
            signal.frames(std::int64_t{second} * kSamplesPerSecond, kSamplesPerSecond);
        const std::span<const SampleFrame> all(frames);
        for (std::size_t at = 0; at < all.size(); at += kSlice) {
            measuring.meter.onSamples(all.subspan(at, kSlice));
        }
        const Meter::KnownSecond known = {.after = measuring.meter.state().cycleMeter,
                                          .cycle = measuring.meter.readings().cycle};
        for (std::size_t at = 0; at < all.size(); at += kSlice) {
            told.meter.onKnownSamples(static_cast<std::int32_t>(kSlice), known);
        }
        INFO("second " << second);
        REQUIRE(told.contacts.edges == measuring.contacts.edges);
        REQUIRE(told.memory.bytes() == measuring.memory.bytes());
        REQUIRE(told.meter.glass() == measuring.meter.glass());
        REQUIRE(readByPdu(told.meter, 257, 90) == readByPdu(measuring.meter, 257, 90));
        REQUIRE(readByPdu(told.meter, 1, 120) == readByPdu(measuring.meter, 1, 120));
    }
    CHECK(told.contacts.edges.size() > 100); // Else there was nothing to compare.
}

} // namespace
