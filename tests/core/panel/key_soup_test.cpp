// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_rules.hpp"
#include "tests/core/panel/bench.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <limits>

using namespace meter;
using meter::test::Bench;
using meter::test::kSecond;

namespace {

/// Knuth's MMIX generator; only the upper bits are used.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    unsigned roll(unsigned sides) {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<unsigned>((m_state >> 33U) % sides);
    }

private:
    std::uint64_t m_state;
};

/// Readings from nothing to beyond everything that a meter could measure.
void disturb(Bench& bench, Dice& dice) {
    constexpr double kValues[] = {
        0.0, 0.004, 59.99, 999.996, 99999.5,
        1e8, 1e15,  1e300, -3.0,    std::numeric_limits<double>::quiet_NaN()};
    Readings& readings = bench.control.values;
    const double value = kValues[dice.roll(std::size(kValues))];
    readings.cycle.realPowerW = value;
    readings.cycle.voltageLlAverageV = value;
    readings.cycle.frequencyHz = value;
    readings.cycle.isFrequencyValid = dice.roll(2) == 0;
    readings.cycle.phase[dice.roll(3)].currentA = value;
    readings.energy.real.units = std::numeric_limits<std::uint64_t>::max() >> dice.roll(64);
    readings.alerts = static_cast<AlertBits>(dice.roll(65536));
    Settings settings = readings.settings;
    settings.systemType = kSystemTypes[dice.roll(kSystemTypes.size())].type;
    bench.control.preset(settings); // A master writes while somebody stands at the keys.
    bench.panel.onCycle(bench.now);
}

} // namespace

// Nothing here has an expected text: it holds whatever the keys, that the panel survives, says
// where it is, and never brings the meter to settings that its rules refuse.
TEST_CASE("no row of keys leads the panel astray") {
    const std::uint64_t seed = GENERATE(1U, 20U, 300U, 4000U);
    CAPTURE(seed);
    Dice dice(seed);
    Bench bench;
    bool wasInSetup = false;
    for (int i = 0; i < 5000; ++i) {
        // Right more often than the others, or no key row would get past a password.
        constexpr Key kKeys[] = {Key::Right, Key::Right, Key::Right, Key::Right,
                                 Key::Minus, Key::Plus,  Key::Left};
        bench.press(kKeys[dice.roll(std::size(kKeys))]);
        if (dice.roll(10) == 0) {
            disturb(bench, dice);
        }
        if (dice.roll(500) == 0) {
            bench.wait(400 * kSecond);
        }
        REQUIRE_FALSE(bench.label().empty());
        REQUIRE(bench.label().find('*') == std::string::npos);
        REQUIRE(bench.value().find('*') == std::string::npos);
        REQUIRE(checkRanges(bench.control.values.settings) == Status::Ok);
        wasInSetup = wasInSetup || bench.panel.menu().position().level == Level::SubScreen;
    }
    CHECK(wasInSetup);
    CHECK(bench.control.applied > 0);
}
