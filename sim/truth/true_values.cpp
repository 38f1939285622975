// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/truth/true_values.hpp"

#include "sim/installation/service.hpp"
#include "sim/truth/conductors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

constexpr double kWattsPerKilowatt = 1000.0;
constexpr double kNoPower = 1e-9; ///< Below, a power factor is 1 by definition.

/// The world with what is worked out from it once.
struct Scene {
    const World& world;
    Conductors conductors;

    [[nodiscard]] bool has(std::size_t phase) const {
        return isLive(world.installation.service, static_cast<Conductor>(phase));
    }

    [[nodiscard]] bool hasNeutral() const {
        return isLive(world.installation.service, Conductor::N);
    }

    [[nodiscard]] double real(std::size_t phase) const {
        return std::fabs(conductors.realPowerOf(phase)) / kWattsPerKilowatt;
    }

    [[nodiscard]] double reactive(std::size_t phase) const {
        return std::fabs(conductors.reactivePowerOf(phase)) / kWattsPerKilowatt;
    }

    [[nodiscard]] double apparent(std::size_t phase) const {
        return conductors.phaseVoltage(phase) *
               conductors.currentIn(static_cast<Conductor>(phase)) / kWattsPerKilowatt;
    }
};

using Value = std::optional<double> (*)(const Scene&);

/// Sum of a quantity over the phases that there are, and how many those are.
template <typename Quantity>
std::pair<double, double> summed(const Scene& scene, Quantity quantity) {
    double sum = 0.0;
    double count = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (scene.has(phase)) {
            sum += quantity(phase);
            count += 1.0;
        }
    }
    return {sum, count};
}

double totalReal(const Scene& scene) {
    return summed(scene, [&](std::size_t phase) { return scene.real(phase); }).first;
}

/// Vector sum: √(ΣP² + ΣN²), N² = S² − P² of each phase (docs/metrology.md).
double totalApparent(const Scene& scene) {
    const double nonactive = summed(scene, [&](std::size_t phase) {
                                 const double apparent = scene.apparent(phase);
                                 const double real = scene.real(phase);
                                 return std::sqrt(std::max(0.0, apparent * apparent - real * real));
                             }).first;
    return std::hypot(totalReal(scene), nonactive);
}

double ratio(double real, double apparent) {
    return apparent > kNoPower ? real / apparent : 1.0;
}

template <std::size_t Phase>
std::optional<double> voltageLn(const Scene& scene) {
    return scene.has(Phase) && scene.hasNeutral()
               ? std::optional(scene.conductors.phaseVoltage(Phase))
               : std::nullopt;
}

template <std::size_t From, std::size_t To>
std::optional<double> voltageLl(const Scene& scene) {
    return scene.has(From) && scene.has(To)
               ? std::optional(scene.conductors.voltageBetween({.index = From}, {.index = To}))
               : std::nullopt;
}

template <std::size_t Phase>
std::optional<double> current(const Scene& scene) {
    return scene.has(Phase)
               ? std::optional(scene.conductors.currentIn(static_cast<Conductor>(Phase)))
               : std::nullopt;
}

template <std::size_t Phase>
std::optional<double> realPower(const Scene& scene) {
    return scene.has(Phase) ? std::optional(scene.real(Phase)) : std::nullopt;
}

template <std::size_t Phase>
std::optional<double> reactivePower(const Scene& scene) {
    return scene.has(Phase) ? std::optional(scene.reactive(Phase)) : std::nullopt;
}

template <std::size_t Phase>
std::optional<double> apparentPower(const Scene& scene) {
    return scene.has(Phase) ? std::optional(scene.apparent(Phase)) : std::nullopt;
}

template <std::size_t Phase>
std::optional<double> powerFactor(const Scene& scene) {
    return scene.has(Phase) ? std::optional(ratio(scene.real(Phase), scene.apparent(Phase)))
                            : std::nullopt;
}

template <typename... Values>
std::optional<double> meanOf(const Scene& scene, Values... values) {
    double sum = 0.0;
    double count = 0.0;
    for (const Value value : {Value(values)...}) {
        if (const std::optional<double> one = value(scene)) {
            sum += *one;
            count += 1.0;
        }
    }
    return count > 0.0 ? std::optional(sum / count) : std::nullopt;
}

struct Row {
    std::string_view name;
    Value value;
};

constexpr std::array kRows = {
    Row{"real_power_total",
        [](const Scene& s) {
            return std::optional(totalReal(s));
        }},
    Row{"reactive_power_total",
        [](const Scene& s) {
            return std::optional(
                summed(s, [&](std::size_t phase) { return s.reactive(phase); }).first);
        }},
    Row{"apparent_power_total",
        [](const Scene& s) {
            return std::optional(totalApparent(s));
        }},
    Row{"power_factor_total",
        [](const Scene& s) {
            return std::optional(ratio(totalReal(s), totalApparent(s)));
        }},
    Row{"voltage_ll_average",
        [](const Scene& s) {
            return meanOf(s, &voltageLl<0, 1>, &voltageLl<1, 2>, &voltageLl<0, 2>);
        }},
    Row{"voltage_ln_average",
        [](const Scene& s) {
            return meanOf(s, &voltageLn<0>, &voltageLn<1>, &voltageLn<2>);
        }},
    Row{"current_average",
        [](const Scene& s) {
            return meanOf(s, &current<0>, &current<1>, &current<2>);
        }},
    Row{"real_power_a", &realPower<0>},
    Row{"real_power_b", &realPower<1>},
    Row{"real_power_c", &realPower<2>},
    Row{"power_factor_a", &powerFactor<0>},
    Row{"power_factor_b", &powerFactor<1>},
    Row{"power_factor_c", &powerFactor<2>},
    Row{"voltage_ab", &voltageLl<0, 1>},
    Row{"voltage_bc", &voltageLl<1, 2>},
    Row{"voltage_ac", &voltageLl<0, 2>},
    Row{"voltage_an", &voltageLn<0>},
    Row{"voltage_bn", &voltageLn<1>},
    Row{"voltage_cn", &voltageLn<2>},
    Row{"current_a", &current<0>},
    Row{"current_b", &current<1>},
    Row{"current_c", &current<2>},
    Row{"frequency",
        [](const Scene& s) {
            return std::optional(s.world.source.frequencyHz);
        }},
    Row{"apparent_power_a", &apparentPower<0>},
    Row{"apparent_power_b", &apparentPower<1>},
    Row{"apparent_power_c", &apparentPower<2>},
    Row{"reactive_power_a", &reactivePower<0>},
    Row{"reactive_power_b", &reactivePower<1>},
    Row{"reactive_power_c", &reactivePower<2>},
};

} // namespace

std::optional<double> trueValue(std::string_view registerName, const World& world) {
    const auto row = std::ranges::find(kRows, registerName, &Row::name);
    return row == kRows.end() ? std::nullopt : row->value(Scene{world, Conductors(world)});
}

std::vector<std::string_view> trueValueNames() {
    std::vector<std::string_view> names;
    for (const Row& row : kRows) {
        names.push_back(row.name);
    }
    return names;
}

} // namespace meter::sim
