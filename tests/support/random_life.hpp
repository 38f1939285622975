// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A random but repeatable life for a meter: changing loads and voltages, masters that write,
// hands on the keys, power that fails. Everything follows from the seed.

#include "sim/twin/simulation.hpp"
#include "tests/support/master.hpp"

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace meter::test {

/// The seeds to try: METERTWIN_SEED, or a fixed list.
inline std::vector<unsigned> seedsToTry() {
    if (const char* seed = std::getenv("METERTWIN_SEED"); seed != nullptr) {
        return {static_cast<unsigned>(std::stoul(seed))};
    }
    return {1, 2, 3, 5, 8, 13, 21, 34};
}

class RandomLife {
public:
    explicit RandomLife(unsigned seed) : m_generator(seed) {}

    double uniform(double from, double to) {
        return from + (to - from) * (static_cast<double>(m_generator()) / 4294967296.0);
    }

    int below(int count) { return static_cast<int>(m_generator() % static_cast<unsigned>(count)); }

    sim::World world() {
        sim::World world;
        world.source.frequencyHz = uniform(44.0, 66.0);
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            world.source.voltageV[phase] = below(8) == 0 ? 0.0 : uniform(40.0, 420.0);
            world.load.currentA[phase] = below(5) == 0 ? 0.0 : uniform(0.01, 480.0);
            world.load.laggingDeg[phase] = uniform(-180.0, 180.0);
            for (int count = below(4); count > 0; --count) {
                world.load.harmonics[phase].push_back(
                    {2 + below(20), uniform(0.0, 0.4), uniform(0.0, 360.0)});
            }
        }
        world.source.noise = {0.002, 0.002, 0.002};
        world.installation.ctRatingA = 400.0;
        return world;
    }

    /// One thing that a master or a person does; what it was, for the failure message.
    std::string act(Meter& meter) {
        struct Write {
            std::uint16_t number;
            std::vector<std::uint16_t> values;
        };

        static const std::vector<Write> kWrites = {
            {129, {21211, 21212, 16498}},      {130, {10, 11, 12, 31, 40}},
            {131, {20, 100, 400, 5000}},       {133, {1, 100, 400, 32000}},
            {134, {82, 208, 480, 600, 13800}}, {142, {1, 10, 99}},
            {144, {10, 100, 1000, 10000}},     {149, {1, 3, 6}},
            {150, {0, 10, 15, 900}},
        };
        if (below(3) == 0) {
            const auto key = static_cast<Key>(below(4));
            meter.onKey(key, true);
            meter.onKey(key, false);
            return "key " + std::to_string(static_cast<int>(key));
        }
        const Write& write =
            kWrites[static_cast<std::size_t>(below(static_cast<int>(kWrites.size())))];
        const std::uint16_t value =
            write.values[static_cast<std::size_t>(below(static_cast<int>(write.values.size())))];
        writeByPdu(meter, write.number, value);
        return "write " + std::to_string(write.number) + "=" + std::to_string(value);
    }

private:
    std::mt19937 m_generator;
};

} // namespace meter::test
