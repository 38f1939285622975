// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/panel/bench.hpp"

#include "core/settings/settings_rules.hpp"
#include "sim/device/glass_text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace meter::test {

namespace {

constexpr SampleTime kPressTime = kSecond / 10;
constexpr int kListMax = 16;

} // namespace

Status BenchControl::applySettings(const Settings& candidate) {
    if (isStorageBroken) {
        return Status::WriteFailed;
    }
    const Status status = validate(candidate, values.settings);
    if (status == Status::Ok) {
        preset(candidate);
        ++applied;
    }
    return status;
}

void BenchControl::preset(const Settings& settings) {
    values.settings = settings;
    values.configuration = configurationOf(settings);
}

Bench::Bench() {
    control.preset(Settings{});
    control.values.isMeasuring = true;
    panel.powerUp(now);
    wait(4 * kSecond);
}

void Bench::press(Key key) {
    panel.onKey(key, true, now, control);
    wait(kPressTime);
    panel.onKey(key, false, now, control);
    wait(kPressTime);
}

void Bench::press(std::initializer_list<Key> keys) {
    for (const Key key : keys) {
        press(key);
    }
}

void Bench::press(Key key, int times) {
    for (int i = 0; i < times; ++i) {
        press(key);
    }
}

void Bench::hold(Key key, SampleTime duration) {
    panel.onKey(key, true, now, control);
    wait(duration);
    panel.onKey(key, false, now, control);
}

void Bench::wait(SampleTime duration) {
    waitUntil(now + duration);
}

void Bench::waitUntil(SampleTime time) {
    while (panel.nextDue() <= time) {
        now = panel.nextDue();
        panel.advance(now, control);
    }
    now = time;
}

std::string Bench::label() const {
    return sim::labelText(glass());
}

std::string Bench::value() const {
    return sim::valueText(glass());
}

std::string Bench::text() const {
    const std::string shown = value();
    return shown.empty() ? label() : label() + " " + shown;
}

bool Bench::has(std::string_view iconName) const {
    const std::vector<std::string_view> names = sim::iconNames(glass());
    return std::ranges::find(names, iconName) != names.end();
}

void Bench::goToHead(const std::string& headLabel) {
    press(Key::Left, 4); // At most four levels down; at the top it stays in the first list.
    for (int i = 0; i < kListMax; ++i) {
        press(Key::Minus);
        if (label() == headLabel && value().empty()) {
            return;
        }
    }
    FAIL("no head " << headLabel);
}

void Bench::goToSetup(const std::string& headLabel) {
    goToHead("SETUP");
    press(Key::Right, 6);
    for (int i = 0; i < kListMax && label() != headLabel; ++i) {
        press(Key::Minus);
    }
    REQUIRE(label() == headLabel);
}

} // namespace meter::test
