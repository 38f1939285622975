// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/panel.hpp"
#include "sim/device/glass_text.hpp"
#include "tests/core/panel/bench.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace meter;
using meter::test::Bench;
using meter::test::BenchControl;
using meter::test::kSecond;

TEST_CASE("power-up shows all segments then model and version then home") {
    Bench bench;
    bench.panel.powerFail();
    CHECK(bench.glass() == Glass{});
    CHECK(sim::glassText(bench.glass()) == "blank");
    CHECK(bench.panel.nextDue() == kNever);
    const SampleTime from = bench.now;
    bench.panel.powerUp(from);
    for (const SampleTime after : {SampleTime{0}, kSecond, 2 * kSecond - 1}) {
        bench.waitUntil(from + after);
        const Glass glass = bench.glass();
        CHECK(glass.isPowered);
        CHECK(glass.isMinus);
        CHECK(glass.points == 0x3F);
        CHECK(glass.icons == (1U << static_cast<unsigned>(Icon::Count)) - 1U);
        CHECK(glass.label == std::array<std::uint16_t, kLabelCells>{0x3FFF, 0x3FFF, 0x3FFF, 0x3FFF,
                                                                    0x3FFF, 0x3FFF, 0x3FFF});
        CHECK(bench.value() == "-8.8.8.8.8.8.");
    }
    bench.waitUntil(from + 2 * kSecond);
    CHECK(bench.text() == "S4000-R 2.115");
    bench.waitUntil(from + 4 * kSecond - 1);
    CHECK(bench.text() == "S4000-R 2.115");
    bench.waitUntil(from + 4 * kSecond);
    CHECK(bench.text() == "KWh 0.00");
}

TEST_CASE("a key ends the power-up sequence and acts") {
    Bench bench;
    bench.panel.powerUp(bench.now);
    bench.wait(kSecond);
    bench.press(Key::Plus);
    CHECK(bench.text() == "SETUP");
}

TEST_CASE("damaged memory is told until somebody presses a key") {
    Bench bench;
    bench.control.values.isNvDamaged = true;
    SECTION("after the power-up sequence") {
        bench.panel.powerUp(bench.now);
        bench.wait(5 * kSecond);
        CHECK(bench.text() == "KWh nv Err");
        bench.wait(1000 * kSecond);
        CHECK(bench.text() == "KWh nv Err");
        bench.press(Key::Right);
        CHECK(bench.label() == "KVAh");
    }
    SECTION("also to those who skip the sequence") {
        bench.panel.powerUp(bench.now);
        bench.press(Key::Right);
        CHECK(bench.text() == "KWh nv Err");
    }
}

TEST_CASE("the heart beats once a second while the meter runs") {
    Bench bench;
    bench.waitUntil(10 * kSecond);
    CHECK(bench.has("heart"));
    bench.waitUntil(10 * kSecond + kSecond / 2 - 1);
    CHECK(bench.has("heart"));
    bench.waitUntil(10 * kSecond + kSecond / 2);
    CHECK_FALSE(bench.has("heart"));
    bench.waitUntil(11 * kSecond);
    CHECK(bench.has("heart"));
}

TEST_CASE("SAvEd stands for a second and a half while the label shows the next place") {
    Bench bench;
    bench.goToSetup("S UNIT");
    bench.press({Key::Right, Key::Plus});
    bench.wait(123); // Not in step with the heart.
    bench.panel.onKey(Key::Right, true, bench.now, bench.control);
    const SampleTime from = bench.now;
    bench.panel.onKey(Key::Right, false, bench.now, bench.control);
    CHECK(bench.text() == "S UNIT SAvEd");
    bench.waitUntil(from + kSecond * 3 / 2 - 1);
    CHECK(bench.text() == "S UNIT SAvEd");
    bench.waitUntil(from + kSecond * 3 / 2);
    CHECK(bench.text() == "S UNIT");
}

TEST_CASE("a key ends a message and acts at once") {
    Bench bench;
    bench.goToSetup("S UNIT");
    bench.press({Key::Right, Key::Plus, Key::Right, Key::Minus});
    CHECK(bench.text() == "S PASS");
}

// 0.6 s, then four a second: 0.6, 0.85, 1.1, 1.35, 1.6, 1.85 s.
TEST_CASE("a held key repeats four times a second after 0.6 s") {
    Bench bench;
    bench.goToSetup("S CT");
    bench.press(Key::Right);
    bench.hold(Key::Plus, kSecond * 59 / 100);
    CHECK(bench.value() == "1100");
    bench.hold(Key::Plus, kSecond * 6 / 10);
    CHECK(bench.value() == "3100");
    bench.hold(Key::Plus, 2 * kSecond);
    CHECK(bench.value() == "0100"); // One press and six repeats: 3 + 7 without carry.
    bench.wait(2 * kSecond);
    CHECK(bench.value() == "0100");
}

TEST_CASE("a host that repeats the edge does not press twice") {
    Bench bench;
    bench.panel.onKey(Key::Right, true, bench.now, bench.control);
    bench.panel.onKey(Key::Right, true, bench.now, bench.control);
    bench.panel.onKey(Key::Right, false, bench.now, bench.control);
    CHECK(bench.label() == "KVAh");
    bench.panel.onKey(Key::Right, false, bench.now, bench.control);
    CHECK(bench.label() == "KVAh");
}

TEST_CASE("the selected digit blinks and reads as lit") {
    Bench bench;
    bench.goToHead("SETUP");
    bench.press(Key::Right);
    bool wasDark = false;
    bool wasLit = false;
    for (int i = 0; i < 20; ++i) {
        bench.wait(kSecond / 20);
        const Glass glass = bench.glass();
        (glass.value[1] == 0 ? wasDark : wasLit) = true;
        CHECK(glass.value[2] != 0);
        CHECK(bench.text() == "PASWD 00000");
    }
    CHECK(wasDark);
    CHECK(wasLit);
    bench.panel.onKey(Key::Plus, true, bench.now, bench.control);
    CHECK(bench.glass().value[1] != 0); // A key shows what it did at once.
}

TEST_CASE("after five minutes without a key the panel goes home dims and scrolls") {
    Bench bench;
    bench.control.values.settings.systemType = SystemType::Delta;
    bench.goToSetup("S CT");
    bench.press({Key::Right, Key::Plus});
    const SampleTime last = bench.now;
    bench.waitUntil(last + 299 * kSecond);
    CHECK(bench.text() == "CT SZ 1100");
    CHECK(bench.glass().isBacklightBright);
    bench.waitUntil(last + 300 * kSecond);
    CHECK(bench.text() == "KWh 0.00");
    CHECK_FALSE(bench.glass().isBacklightBright);
    CHECK(bench.control.values.settings.ctPrimaryA == 100); // Not stored: discarded.

    std::vector<std::string> scrolled;
    for (int i = 0; i < 10; ++i) {
        bench.wait(5 * kSecond);
        scrolled.push_back(bench.label());
    }
    // A delta has no VLN to pass by.
    CHECK(scrolled == std::vector<std::string>{"KVAh", "KVARh", "W", "VAR", "VA", "A", "VLL", "PF",
                                               "HZ", "KWh"});
    bench.wait(5 * kSecond);
    bench.press(Key::Right);
    CHECK(bench.label() == "KVARh"); // It acts on the screen that was showing.
    CHECK(bench.glass().isBacklightBright);
    bench.wait(60 * kSecond);
    CHECK(bench.label() == "KVARh");
}

TEST_CASE("an answered request lights the activity icon for a short while") {
    Bench bench;
    CHECK_FALSE(bench.has("comm"));
    bench.panel.onCommunication(bench.now);
    CHECK(bench.has("comm"));
    bench.wait(kSecond / 10);
    CHECK(bench.has("comm"));
    bench.panel.onCommunication(bench.now);
    bench.wait(kSecond / 5 - 1);
    CHECK(bench.has("comm"));
    bench.wait(1); // 0.2 s after the last one.
    CHECK_FALSE(bench.has("comm"));
}

TEST_CASE("new readings ask for a new picture and nothing else does between two due times") {
    Bench bench;
    bench.panel.clean();
    CHECK_FALSE(bench.panel.isDirty());
    bench.panel.advance(bench.panel.nextDue() - 1, bench.control);
    CHECK_FALSE(bench.panel.isDirty());
    bench.panel.onCycle(bench.now);
    CHECK(bench.panel.isDirty());
}

// What the callers rely on to leave the panel alone between two due times.
TEST_CASE("the glass changes only when the panel says so") {
    Bench bench;
    bench.panel.powerUp(bench.now);
    const std::vector<Key> script = {Key::Plus,  Key::Right, Key::Plus,  Key::Right, Key::Minus,
                                     Key::Plus,  Key::Right, Key::Right, Key::Right, Key::Right,
                                     Key::Right, Key::Right, Key::Right, Key::Right, Key::Plus};
    const SampleTime from = bench.now;
    std::size_t next = 0;
    bench.panel.clean();
    Glass shown = bench.glass();
    constexpr SampleTime kStep = 7;
    for (SampleTime now = from; now < from + 12 * kSecond; now += kStep) {
        const bool isPress = (now - from) / kStep % 240 == 100;
        if (isPress && next < script.size()) {
            bench.panel.onKey(script[next], true, now, bench.control);
            bench.panel.onKey(script[next], false, now, bench.control);
            ++next;
        }
        const bool wasDue = bench.panel.nextDue() <= now;
        if (wasDue) {
            bench.panel.advance(now, bench.control);
        }
        bench.now = now;
        const Glass glass = bench.glass();
        if (!bench.panel.isDirty()) {
            REQUIRE(glass == shown);
        }
        bench.panel.clean();
        shown = glass;
    }
    CHECK(next == script.size());
}

TEST_CASE("being called late or often leads to the same place") {
    Bench often;
    Bench late;
    often.panel.onKey(Key::Right, true, often.now, often.control);
    late.panel.onKey(Key::Right, true, late.now, late.control);
    for (int i = 0; i < 40; ++i) {
        often.wait(kSecond / 10);
    }
    late.now = often.now;
    late.panel.advance(late.now, late.control);
    CHECK(late.glass() == often.glass());
    CHECK(late.panel.nextDue() == often.panel.nextDue());
}

TEST_CASE("a panel without power takes nothing") {
    Bench bench;
    bench.panel.powerFail();
    bench.panel.onKey(Key::Right, true, bench.now, bench.control);
    bench.panel.onCommunication(bench.now);
    bench.panel.onCycle(bench.now);
    bench.panel.advance(bench.now + 400 * kSecond, bench.control);
    CHECK(bench.glass() == Glass{});
    CHECK(bench.panel.nextDue() == kNever);
}

TEST_CASE("the reset system tells its own version at power-up") {
    Bench bench;
    bench.control.unit.bootSystem = BootSystem::Reset;
    bench.panel.powerUp(bench.now);
    bench.wait(3 * kSecond);
    CHECK(bench.text() == "S4000-R 1.011");
}
