// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A panel on the bench: a meter that answers it from plain values, keys pressed as a person
// presses them, and the glass read back as text.

#include "core/access/meter_control.hpp"
#include "core/panel/panel.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace meter::test {

/// Accepts what the rules of the settings accept, and notes what was asked of it.
class BenchControl final : public MeterControl {
public:
    [[nodiscard]] const Readings& readings() const override { return values; }

    [[nodiscard]] const Factory& factory() const override { return unit; }

    Status applySettings(const Settings& candidate) override;

    void clearEnergies() override { ++energyClears; }

    void clearPulseCounts() override {}

    void requestSubinterval() override {}

    void requestMaxDemandReset() override { ++demandResets; }

    void setPowerUpCount(std::uint16_t) override {}

    [[nodiscard]] DataLog* dataLog() override { return nullptr; }

    /// As an installer or a master on the wire would, past the keys.
    void preset(const Settings& settings);

    Readings values;
    Factory unit;
    int energyClears = 0;
    int demandResets = 0;
    int applied = 0;
    bool isStorageBroken = false;
};

inline constexpr SampleTime kSecond = kSamplesPerSecond;

class Bench {
public:
    /// Powered up at 0 and waited until the home screen shows.
    Bench();

    void press(Key key);
    void press(std::initializer_list<Key> keys);
    void press(Key key, int times);
    void hold(Key key, SampleTime duration);
    void wait(SampleTime duration);
    void waitUntil(SampleTime time);

    [[nodiscard]] Glass glass() const { return panel.render(control, now); }

    [[nodiscard]] std::string label() const;
    [[nodiscard]] std::string value() const;
    /// "LABEL value".
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool has(std::string_view iconName) const;

    /// From anywhere: home, then − to the head of this name.
    void goToHead(const std::string& headLabel);
    /// Through the default password into SETUP, then − to the head of this name.
    void goToSetup(const std::string& headLabel);

    BenchControl control;
    Panel panel;
    SampleTime now = 0;
};

} // namespace meter::test
