// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/installation/signal_path.hpp"

#include "sim/grid/disturbance.hpp"
#include "sim/installation/service.hpp"

#include <algorithm>
#include <cmath>
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
    const Rope& rope = installation.ctLeads[input];
    const double sign = installation.ctReversed[input] ? -1.0 : 1.0;
    const bool hasNeutral = isOn(installation, Conductor::N);
    const double neutral = hasNeutral ? rope.turns[kPhaseCount] : 0.0;
    Row row{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (isOn(installation, static_cast<Conductor>(phase))) {
            // N carries back what the lines bring.
            row[phase] = sign * (rope.turns[phase] - neutral);
        }
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
            installation.ctOutput[phase] *
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
    SignalRecipe& recipe = making.recipe;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double noiseA = world.load.noise[phase] * world.installation.ctRatingA;
        for (std::size_t input = kPhaseCount; input < kInputCount; ++input) {
            recipe.loadNoise[input][phase] = paths.current[input][phase] * noiseA;
            recipe.hasLoadNoise = recipe.hasLoadNoise || recipe.loadNoise[input][phase] != 0.0;
        }
    }
    recipe.hasNoise = recipe.hasNoise || recipe.hasLoadNoise;
}

/// The meter's own phase error and that of the CT; of order h the h-th part, as of an integrator.
void turnCurrents(const Installation& installation,
                  const InputErrors& errors,
                  SignalRecipe& recipe) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double leadDeg = errors.currentLeadDeg[phase] + installation.ctPhaseDeg[phase];
        if (leadDeg == 0.0) {
            continue;
        }
        for (std::size_t order = 1; order < recipe.harmonics.size(); ++order) {
            Tone& tone = recipe.harmonics[order][kPhaseCount + phase];
            tone = advanced(tone, leadDeg / static_cast<double>(order));
        }
    }
}

/// A current-output CT without its burden: all of the current magnetises its core, which is
/// saturated one way or the other (docs/decisions.md). The input, which integrates, sees the
/// flux: a square wave in step with the current, as far as its band goes, whatever flows.
void saturate(std::size_t input, SignalRecipe& recipe) {
    constexpr double kLevel = 1.1 / kRatingPerCount; // Below the 120 % of the alert.
    constexpr double kLeast = 0.001 / kRatingPerCount;
    constexpr std::size_t kOrderMax = 19; // In the band at 60 Hz.
    const std::size_t channel = kPhaseCount + input;
    const Tone first = recipe.harmonics[1][channel];
    const double peak = std::sqrt(first.cosine * first.cosine + first.sine * first.sine);
    for (PerChannel<Tone>& tones : recipe.harmonics) {
        tones[channel] = {};
    }
    recipe.loadNoise[channel] = {};
    for (DisturbanceTerm& term : recipe.disturbances) {
        term.paths[channel] = 0.0;
    }
    if (peak < std::numbers::sqrt2 * kLeast) {
        return;
    }
    const SineCosine own = {.sine = first.cosine / peak, .cosine = first.sine / peak};
    SineCosine turned = own;
    for (std::size_t order = 1; order <= kOrderMax; ++order) {
        if (order % 2 == 1) {
            const double height = 4.0 * kLevel / (std::numbers::pi * static_cast<double>(order));
            recipe.harmonics[order][channel] = toneOf(height, turned);
        }
        turned = {.sine = turned.sine * own.cosine + turned.cosine * own.sine,
                  .cosine = turned.cosine * own.cosine - turned.sine * own.sine};
    }
}

/// A PT of wrong polarity, as its terminal sees it. Where the meter's N is open, it is the star
/// point of what the terminals bring.
void turnPts(const Installation& installation, bool isNeutralOn, Wiring& wiring) {
    Row mean{};
    double count = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (installation.ptReversed[phase]) {
            wiring.terminals[phase] = scaled(wiring.terminals[phase], -1.0);
        }
        count += wiring.isTerminalLive[phase] ? 1.0 : 0.0;
        for (std::size_t source = 0; source < kPhaseCount; ++source) {
            mean[source] += wiring.terminals[phase][source];
        }
    }
    for (std::size_t phase = 0; phase < kPhaseCount && !isNeutralOn; ++phase) {
        if (wiring.isTerminalLive[phase]) {
            wiring.terminals[phase] =
                difference(wiring.terminals[phase], scaled(mean, 1.0 / count));
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
            wiring.isTerminalLive[phase] = true;
            wiring.terminals[phase] =
                difference(potentials[static_cast<std::size_t>(lead)], neutral);
        }
        wiring.ropes[phase] = ropeOf(installation, phase);
    }
    if (std::ranges::count(installation.ptReversed, true) > 0) {
        turnPts(installation, isOn(installation, conductorAtTerminal(installation, kPhaseCount)),
                wiring);
    }
    const ControlPower& power = installation.controlPower;
    if (power.kind == ControlPowerKind::FromService && isOn(installation, power.from) &&
        isOn(installation, power.to)) {
        wiring.supply = scaled(difference(potentials[static_cast<std::size_t>(power.from)],
                                          potentials[static_cast<std::size_t>(power.to)]),
                               1.0 / power.ratio);
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
    turnCurrents(world.installation, errors, recipe);
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        if (world.installation.ctType[input] == CtType::FiveA) {
            saturate(input, recipe);
        }
    }
    recipe.orders = ordersInUse(recipe);
    return recipe;
}

} // namespace meter::sim
