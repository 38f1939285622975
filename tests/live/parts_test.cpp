// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the live edge that need neither sockets nor clocks.
#include "sim/live/base/event_log.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/endpoints/address_filter.hpp"
#include "sim/live/line/line_setting.hpp"
#include "tests/support/catch.hpp"

#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>

using meter::sim::live::AddressFilter;
using meter::sim::live::EventLog;
using meter::sim::live::Pacing;

namespace {

sockaddr_storage peer(const char* text) {
    sockaddr_storage storage{};
    sockaddr_in four{};
    sockaddr_in6 six{};
    if (::inet_pton(AF_INET, text, &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = htons(40312);
        std::memcpy(&storage, &four, sizeof four);
    } else {
        REQUIRE(::inet_pton(AF_INET6, text, &six.sin6_addr) == 1);
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(40312);
        std::memcpy(&storage, &six, sizeof six);
    }
    return storage;
}

} // namespace

TEST_CASE("Networks let in who belongs to them") {
    const auto filter = AddressFilter::of({"10.1.2.0/23", "192.0.2.7", "2001:db8::/32"});
    REQUIRE(filter.has_value());
    CHECK(filter->isAllowed(peer("10.1.2.1")));
    CHECK(filter->isAllowed(peer("10.1.3.255")));
    CHECK_FALSE(filter->isAllowed(peer("10.1.4.0")));
    CHECK(filter->isAllowed(peer("192.0.2.7")));
    CHECK_FALSE(filter->isAllowed(peer("192.0.2.6")));
    CHECK(filter->isAllowed(peer("2001:db8:1::5")));
    CHECK_FALSE(filter->isAllowed(peer("2001:db9::5")));
    CHECK(filter->isAllowed(peer("::ffff:10.1.2.9"))); // IPv4 at a socket of both families.
    CHECK_FALSE(filter->isAllowed(peer("127.0.0.1")));
}

TEST_CASE("No network at all lets everybody in and zero bits too") {
    CHECK(AddressFilter::of({})->isAllowed(peer("198.51.100.1")));
    CHECK(AddressFilter::of({"0.0.0.0/0"})->isAllowed(peer("198.51.100.1")));
    CHECK_FALSE(AddressFilter::of({"0.0.0.0/0"})->isAllowed(peer("2001:db8::1")));
}

TEST_CASE("What is no network is refused") {
    const char* const text = GENERATE("", "10.0.0.0/", "10.0.0.0/33", "10.0.0/8", "::1/129",
                                      "10.0.0.0/8x", "host.example/8", "10.0.0.0/-1");
    CHECK_FALSE(AddressFilter::of({text}).has_value());
}

TEST_CASE("Addresses are written with their port") {
    CHECK(meter::sim::live::addressText(peer("192.0.2.7")) == "192.0.2.7:40312");
    CHECK(meter::sim::live::addressText(peer("2001:db8::1")) == "[2001:db8::1]:40312");
}

TEST_CASE("Pacing owes samples by wall time and speed in slices of less than 10 ms") {
    Pacing pacing(1'000'000);
    pacing.passTo(1'001'000); // 1 ms: 2.52 samples, not worth a slice.
    CHECK(pacing.dueSamples() == 0);
    pacing.passTo(1'008'000); // 8 ms: 20.16 samples.
    CHECK(pacing.dueSamples() == 20);
    pacing.spend(20);
    CHECK(pacing.dueSamples() == 0);
    pacing.setSpeed(10.0);
    pacing.passTo(1'108'000); // 100 ms at 10 times: 2520 samples, 25 at a go (9.9 ms).
    CHECK(pacing.dueSamples() == 25);
}

TEST_CASE("Pacing over many odd intervals loses nothing") {
    Pacing pacing(0);
    std::int64_t samples = 0;
    for (meter::sim::live::WallUs now = 0; now <= 100'000'000; now += 3333) {
        pacing.passTo(now);
        while (pacing.dueSamples() > 0) {
            const std::int64_t due = pacing.dueSamples();
            samples += due;
            pacing.spend(due);
        }
    }
    // 100 s at 2520 a second, less what is not yet worth a slice.
    CHECK(samples > 252'000 - 25);
    CHECK(samples <= 252'000);
}

TEST_CASE("Pacing leaves out what is older than a quarter of a second and nothing when paused") {
    Pacing pacing(0);
    pacing.passTo(3'600'000'000); // An hour asleep.
    std::int64_t samples = 0;
    while (pacing.dueSamples() > 0) {
        const std::int64_t due = pacing.dueSamples();
        samples += due;
        pacing.spend(due);
    }
    CHECK(samples <= 630); // 0.25 s.
    CHECK(samples > 630 - 25);
    pacing.setPaused(true);
    pacing.passTo(3'700'000'000);
    CHECK(pacing.dueSamples() == 0);
    CHECK(pacing.nextDeadline() == meter::sim::live::kNever);
}

TEST_CASE("A slice is due by its deadline") {
    Pacing pacing(0);
    const meter::sim::live::WallUs deadline = pacing.nextDeadline();
    pacing.passTo(deadline - 100);
    CHECK(pacing.dueSamples() == 0);
    pacing.passTo(deadline + 1);
    CHECK(pacing.dueSamples() > 0);
}

TEST_CASE("The log keeps the newest lines and tells how many it lost") {
    EventLog log;
    log.setNow(2520);
    for (int i = 0; i < 1003; ++i) {
        log.add("line " + std::to_string(i));
    }
    const auto lines = log.fetch();
    REQUIRE(lines.size() == 1001);
    CHECK(lines.front().text == "3 older lines were left out here");
    CHECK(lines.back().text == "line 1002");
    CHECK(lines.back().at == 2520);
    CHECK(log.fetch().empty());
}

TEST_CASE("A character has ten bits without parity and eleven with") {
    CHECK(meter::sim::live::characterBits(meter::Parity::None) == 10);
    CHECK(meter::sim::live::characterBits(meter::Parity::Even) == 11);
    CHECK(meter::sim::live::characterBits(meter::Parity::Odd) == 11);
}
