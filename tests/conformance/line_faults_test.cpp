// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The faults of a meter's line on the simulated line, to the microsecond. Expected times are
// those of a sound answer and what the fault adds; bytes are those of the guide's registers.
#include "sim/scenario/yaml/line_fault_reader.hpp"
#include "tests/conformance/meter_on_line.hpp"
#include "tests/support/catch.hpp"

using namespace meter;
using namespace meter::sim;
using namespace meter::test;

namespace {

void apply(MeterOnLine& subject, const std::string& text) {
    const auto action = parseLineFaults(text, 60.0);
    REQUIRE(action.has_value());
    subject.one.simulation.applyLineFaults(*action, std::nullopt);
}

std::optional<LineReply> askRaw(MeterOnLine& subject) {
    return subject.master.exchange(frameOf("01 03 00 85 00 01"), kTimeoutUs);
}

/// From the end of the request to the first start bit of the answer.
LineUs answerTime(MeterOnLine& subject) {
    const LineUs begin = subject.line.now() + 100'000;
    const LineUs sent = subject.master.sendAt(begin, frameOf("01 03 00 85 00 01"));
    subject.wait(kSecondUs);
    const std::vector<LineReply> replies = subject.master.takeReplies();
    REQUIRE(replies.size() == 1);
    return replies[0].beginUs - sent;
}

} // namespace

TEST_CASE("a delayed answer begins so many microseconds later on the line") {
    MeterOnLine subject;
    const LineUs sound = answerTime(subject);
    apply(subject, "{delay: 100 ms}");
    CHECK(answerTime(subject) == sound + 100'000);
}

TEST_CASE("a pause within the answer costs a strict master the answer if it is above t1_5") {
    MeterOnLine subject;
    REQUIRE(askRaw(subject).has_value());
    // At 19200 baud 1.5 characters of 11 bits are 860 us.
    apply(subject, "{split: {pause: 0.7 ms, after: 3}}");
    CHECK(subject.ask("01 03 00 85 00 01") == "01 03 02 01 E0");
    apply(subject, "{split: {pause: 3 ms, after: 3}}");
    const auto broken = askRaw(subject);
    CHECK((!broken || !hasCrc(broken->frame)));
    apply(subject, "{split: {pause: 1 ms, probability: 0 %}}");
    CHECK(subject.ask("01 03 00 85 00 01") == "01 03 02 01 E0");
}

TEST_CASE("a dropped answer is silence though the meter did what it was asked") {
    MeterOnLine subject;
    apply(subject, "{drop: true}");
    CHECK(subject.write(142, 30) == "silence");
    apply(subject, "{drop: 0 %}");
    CHECK(subject.read(142, 1) == std::vector<std::uint16_t>{30});
}

TEST_CASE("a meter that does not hear does nothing of what it is asked") {
    MeterOnLine subject;
    const std::vector<std::uint16_t> before = subject.read(142, 1);
    REQUIRE(before.size() == 1);
    REQUIRE(before[0] != 30);
    apply(subject, "{mute: true}");
    CHECK(subject.write(142, 30) == "silence");
    apply(subject, "{mute: false}");
    CHECK(subject.read(142, 1) == before);
}

TEST_CASE("a refusal by a line fault is the exception on the line") {
    MeterOnLine subject;
    apply(subject, "{exception: {code: 6}}");
    CHECK(subject.ask("01 03 00 85 00 01") == "01 83 06");
    CHECK(subject.master.exchange(frameOf("02 03 00 85 00 01"), kTimeoutUs) == std::nullopt);
}

TEST_CASE("noise of a line fault is heard on the idle line only while it lasts") {
    MeterOnLine subject;
    std::size_t count = 0;
    subject.line.onCharacter([&count](const SerialLine::Character&) { ++count; });
    for (int i = 0; i < 100; ++i) {
        subject.wait(kSecondUs / 20);
    }
    CHECK(count == 0);
    apply(subject, "{noise: {every: 500 ms, size: 2}}");
    for (int i = 0; i < 100; ++i) {
        subject.wait(kSecondUs / 20);
    }
    // One burst of two characters in each of ten periods; the last may still be due.
    CHECK(count >= 18);
    CHECK(count <= 20);
}
