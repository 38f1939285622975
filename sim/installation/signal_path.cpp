// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/installation/signal_path.hpp"

#include "sim/grid/disturbance.hpp"
#include "sim/installation/service.hpp"

#include <algorithm>
#include <cstddef>
#include <numbers>

namespace meter::sim {

namespace {

using Row = PerPhase<double>;

struct Paths {
    PerChannel<Row> voltage{}; ///< [channel][source voltage], in counts (supply: volts) per V.
    PerChannel<Row> current{}; ///< [channel][line current], in counts per A.
};

Row difference(const Row& left, const Row& right) {
    Row result{};
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        result[index] = left[index] - right[index];
    }
    return result;
}

Row scaled(const Row& row, double factor) {
    Row result{};
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        result[index] = row[index] * factor;
    }
    return result;
}

bool isOn(const Installation& installation, Conductor conductor) {
    return isLive(installation.service, conductor);
}

/// The meter's N: its conductor, or the star point of its three equal input impedances, of
/// which the open ones draw nothing (docs/metrology.md, inputs).
Row neutralOf(const Installation& installation, const PotentialMatrix& potentials) {
    const Conductor lead = conductorAtTerminal(installation, kPhaseCount);
    if (isOn(installation, lead)) {
        return potentials[static_cast<std::size_t>(lead)];
    }
    Row sum{};
    double count = 0.0;
    for (std::size_t terminal = 0; terminal < kPhaseCount; ++terminal) {
        const Conductor conductor = conductorAtTerminal(installation, terminal);
        if (!isOn(installation, conductor)) {
            continue;
        }
        count += 1.0;
        for (std::size_t source = 0; source < kPhaseCount; ++source) {
            sum[source] += potentials[static_cast<std::size_t>(conductor)][source];
        }
    }
    return count > 0.0 ? scaled(sum, 1.0 / count) : sum;
}

Row ropeOf(const Installation& installation, std::size_t input) {
    const Conductor conductor = installation.ctLeads[input];
    const double sign = installation.ctReversed[input] ? -1.0 : 1.0;
    Row row{};
    if (!isOn(installation, conductor)) {
        return row;
    }
    if (conductor != Conductor::N) {
        row[static_cast<std::size_t>(conductor)] = sign;
        return row;
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const bool exists = isOn(installation, static_cast<Conductor>(phase));
        row[phase] = exists ? -sign : 0.0; // N carries back what the lines bring.
    }
    return row;
}

Paths pathsOf(const Installation& installation, const InputErrors& errors) {
    const Wiring wiring = wiringOf(installation);
    const double ambientC = installation.ambientC;
    Paths paths;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double voltageGain =
            gainAt(errors.voltageGain[phase], errors.voltagePerC[phase], ambientC);
        const double currentGain =
            gainAt(errors.currentGain[phase], errors.currentPerC[phase], ambientC);
        paths.voltage[phase] =
            scaled(wiring.terminals[phase], voltageGain / (installation.ptRating * kVoltsPerCount));
        paths.current[kPhaseCount + phase] =
            scaled(wiring.ropes[phase], currentGain / (installation.ctRatingA * kRatingPerCount));
    }
    paths.voltage[kSupplyChannel] = wiring.supply;
    return paths;
}

/// One tone of one source voltage or line current, into every channel that sees it.
void spread(const PerChannel<Row>& paths,
            std::size_t from,
            const Tone& tone,
            PerChannel<Tone>& to) {
    for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
        const double path = paths[channel][from];
        if (path == 0.0) {
            continue; // Adds nothing; most channels see one source.
        }
        to[channel].cosine += path * tone.cosine;
        to[channel].sine += path * tone.sine;
    }
}

/// A recipe that is being made.
struct Making {
    SignalRecipe& recipe;
    KnownDirections& directions;
};

void spreadHarmonics(const PerChannel<Row>& paths,
                     std::size_t from,
                     const Fundamental& fundamental,
                     const std::vector<Harmonic>& harmonics,
                     Making& making) {
    SignalRecipe& recipe = making.recipe;
    const double peak = std::numbers::sqrt2 * fundamental.rms;
    spread(paths, from, toneOf(peak, making.directions.of(fundamental.angleDeg)),
           recipe.harmonics[1]);
    for (const Harmonic& harmonic : harmonics) {
        if (harmonic.order < 2 || harmonic.order > kHarmonicOrderMax) {
            continue; // The readers of scenarios refuse such an order.
        }
        const double angleDeg = harmonic.order * fundamental.angleDeg + harmonic.angleDeg;
        spread(paths, from, toneOf(harmonic.level * peak, making.directions.of(angleDeg)),
               recipe.harmonics[static_cast<std::size_t>(harmonic.order)]);
    }
}

PerChannel<Tone>& freeToneAt(double frequencyHz, SignalRecipe& recipe) {
    const auto known =
        std::ranges::find(recipe.interharmonics, frequencyHz, &FreeTone::frequencyHz);
    if (known != recipe.interharmonics.end()) {
        return known->tones;
    }
    return recipe.interharmonics.emplace_back(FreeTone{.frequencyHz = frequencyHz}).tones;
}

void addDisturbances(const std::vector<Disturbance>& disturbances,
                     const PerPhase<Fundamental>& fundamentals,
                     const PerChannel<Row>& paths,
                     bool isOfCurrent,
                     SignalRecipe& recipe) {
    for (const Disturbance& disturbance : disturbances) {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            if (!disturbance.isOn[phase]) {
                continue;
            }
            DisturbanceTerm term =
                disturbanceTermOf(disturbance, std::numbers::sqrt2 * fundamentals[phase].rms,
                                  fundamentals[phase].angleDeg, isOfCurrent);
            for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
                term.paths[channel] = paths[channel][phase];
            }
            recipe.disturbances.push_back(term);
        }
    }
}

void addSource(const World& world, const Row& nominalV, const Paths& paths, Making& making) {
    SignalRecipe& recipe = making.recipe;
    const Source& source = world.source;
    const PerPhase<Fundamental> fundamentals = fundamentalsOf(source, world.installation.service);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const Fundamental& fundamental = fundamentals[phase];
        spreadHarmonics(paths.voltage, phase, fundamental, source.harmonics[phase], making);
        for (const Interharmonic& inter : source.interharmonics[phase]) {
            const double peak = std::numbers::sqrt2 * fundamental.rms * inter.level;
            spread(paths.voltage, phase, toneOf(peak, inter.angleDeg),
                   freeToneAt(inter.frequencyHz, recipe));
        }
        for (std::size_t channel = 0; channel < kChannelCount; ++channel) {
            const double path = paths.voltage[channel][phase];
            recipe.offset[channel] += path * source.offsetV[phase];
            recipe.noise[channel][phase] = path * source.noise[phase] * nominalV[phase];
            recipe.hasNoise = recipe.hasNoise || recipe.noise[channel][phase] != 0.0;
        }
    }
    addDisturbances(source.disturbances, fundamentals, paths.voltage, false, recipe);
}

void addLoad(const World& world, const Paths& paths, Making& making) {
    const Row reference = loadReferenceDeg(world.source, world.installation.service);
    PerPhase<Fundamental> fundamentals;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        fundamentals[phase] = {.rms = world.load.currentA[phase],
                               .angleDeg = reference[phase] - world.load.laggingDeg[phase]};
        spreadHarmonics(paths.current, phase, fundamentals[phase], world.load.harmonics[phase],
                        making);
    }
    addDisturbances(world.load.disturbances, fundamentals, paths.current, true, making.recipe);
}

void turnCurrents(const InputErrors& errors, SignalRecipe& recipe) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (errors.currentLeadDeg[phase] == 0.0) {
            continue;
        }
        for (std::size_t order = 1; order < recipe.harmonics.size(); ++order) {
            Tone& tone = recipe.harmonics[order][kPhaseCount + phase];
            tone = advanced(tone, errors.currentLeadDeg[phase] / static_cast<double>(order));
        }
    }
}

std::uint64_t ordersInUse(const SignalRecipe& recipe) {
    std::uint64_t orders = 0;
    for (std::size_t order = 1; order < recipe.harmonics.size(); ++order) {
        const bool isUsed = std::ranges::any_of(recipe.harmonics[order], [](const Tone& tone) {
            return tone.cosine != 0.0 || tone.sine != 0.0;
        });
        orders |= isUsed ? std::uint64_t{1} << order : 0U;
    }
    return orders;
}

} // namespace

Wiring wiringOf(const Installation& installation) {
    const PotentialMatrix potentials = potentialsOf(installation);
    const Row neutral = neutralOf(installation, potentials);
    Wiring wiring;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const Conductor lead = conductorAtTerminal(installation, phase);
        if (isOn(installation, lead)) {
            wiring.terminals[phase] =
                difference(potentials[static_cast<std::size_t>(lead)], neutral);
        }
        wiring.ropes[phase] = ropeOf(installation, phase);
    }
    const ControlPower& power = installation.controlPower;
    if (power.kind == ControlPowerKind::FromService && isOn(installation, power.from) &&
        isOn(installation, power.to)) {
        wiring.supply = difference(potentials[static_cast<std::size_t>(power.from)],
                                   potentials[static_cast<std::size_t>(power.to)]);
    }
    return wiring;
}

SignalRecipe recipeOf(const World& world, const Row& nominalV, const InputErrors& errors) {
    KnownDirections directions;
    return recipeOf(world, nominalV, errors, directions);
}

SignalRecipe recipeOf(const World& world,
                      const Row& nominalV,
                      const InputErrors& errors,
                      KnownDirections& directions) {
    directions.restart();
    const Paths paths = pathsOf(world.installation, errors);
    SignalRecipe recipe;
    recipe.frequencyHz = world.source.frequencyHz;
    recipe.flicker = world.source.flicker;
    recipe.hasSupply = world.installation.controlPower.kind == ControlPowerKind::FromService;
    Making making = {.recipe = recipe, .directions = directions};
    addSource(world, nominalV, paths, making);
    addLoad(world, paths, making);
    turnCurrents(errors, recipe);
    recipe.orders = ordersInUse(recipe);
    return recipe;
}

} // namespace meter::sim
