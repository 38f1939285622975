// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cstdint>
#include <string>

using namespace meter::sim;

namespace {

constexpr std::string_view kGood = R"(metertwin: 1
name: Everything
seed: 7
duration: 2 min
meter: {serial: 4E36C14C, system: 3L-1n, ct: 400 A, pt: 1.0, demand: {length: 60 s}}
installation:
  ct_rating: 400 A
  voltage_leads: {A: A, B: open}
  ct_reversed: [B]
  control_power: {dc: 125 V}
source: {voltage: {A: 277 V}, harmonics: {A: {5: 3 %}, 7: {level: 2 %, angle: 30 deg}},
         interharmonics: {175 Hz: 2 %}, flicker: {depth: 1 %, shape: square}}
load: {current: 200 A, pf: 0.9 lagging}
timeline:
  - {at: 10 s, set: {source.voltage.B: 70 %}, for: 12 cycles, every: 5 s, times: 3}
  - {at: 30 s, press: [right, {hold: plus, for: 2 s}]}
  - {at: 40 s, write: {129: 30078, pt_ratio: 2}}
  - {at: 50 s, power: off, for: 80 ms}
expect:
  - {at: 9 s, register: voltage_bn, equals: 277 V, within: 0.1 %}
  - {from: 2 s, to: 9 s, register: alerts, bits: {8: 0, 9: 1}}
  - {at: 12 s, display: {label: KWh, value: "0.49", icons: [wrench]}}
)";

/// xorshift64: the same mutations on every machine.
class Random final {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::size_t below(std::size_t limit) {
        m_state ^= m_state << 13U;
        m_state ^= m_state >> 7U;
        m_state ^= m_state << 17U;
        return static_cast<std::size_t>(m_state % limit);
    }

private:
    std::uint64_t m_state;
};

std::string mutated(std::string text, Random& random) {
    static constexpr std::string_view kBytes = "{}[]:,-#&*!|>'\"%@`? \n\t09aZ.~\\";
    const std::size_t changes = 1 + random.below(4);
    for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
        const std::size_t at = random.below(text.size());
        const std::size_t length = random.below(24);
        switch (random.below(5)) {
        case 0:
            text[at] = kBytes[random.below(kBytes.size())];
            break;
        case 1:
            text.erase(at, length);
            break;
        case 2:
            text.insert(at, text.substr(random.below(text.size()), length));
            break;
        case 3:
            text.insert(at, 1, static_cast<char>(random.below(256)));
            break;
        default:
            text.resize(at);
            break;
        }
    }
    return text;
}

} // namespace

TEST_CASE("the file that is mutated below is right") {
    const auto scenario = readScenarioFromText(std::string(kGood), "good.yaml");
    if (!scenario) {
        for (const Error& error : scenario.error()) {
            UNSCOPED_INFO(error.message());
        }
    }
    REQUIRE(scenario.has_value());
}

TEST_CASE("whatever a file holds there is a scenario or an error with a place") {
    const auto nothing = [](const std::filesystem::path&) -> Result<std::string> {
        return std::unexpected(Error{"there is no file"});
    };
    int refused = 0;
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        Random random(seed * 0x9E3779B97F4A7C15U);
        const std::string text = mutated(std::string(kGood), random);
        const auto scenario = readScenarioFromText(text, "mutated.yaml", nothing);
        if (scenario) {
            continue;
        }
        ++refused;
        REQUIRE_FALSE(scenario.error().empty());
        for (const Error& error : scenario.error()) {
            INFO(seed << ": " << error.message());
            REQUIRE_FALSE(error.text.empty());
            REQUIRE(error.place.file == "mutated.yaml");
            REQUIRE(error.place.line >= 1);
            REQUIRE(error.place.column >= 1);
        }
    }
    CHECK(refused > 1000); // Else the mutations would not reach anything.
}
