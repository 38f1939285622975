// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/meter_keys.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::sim {

namespace {

using Kind = ValueRule::Kind;

constexpr double code(auto enumerator) {
    return static_cast<double>(enumerator);
}

template <typename T>
T as(double value) {
    return static_cast<T>(static_cast<std::int64_t>(value));
}

Settings& settings(Scenario& scenario) {
    return scenario.meter.installerSettings;
}

const Settings& settings(const Scenario& scenario) {
    return scenario.meter.installerSettings;
}

constexpr std::array kBauds = {Choice{"1200", 1200},   Choice{"2400", 2400},
                               Choice{"4800", 4800},   Choice{"9600", 9600},
                               Choice{"19200", 19200}, Choice{"38400", 38400}};
constexpr std::array kParities = {Choice{"none", code(Parity::None)},
                                  Choice{"even", code(Parity::Even)},
                                  Choice{"odd", code(Parity::Odd)}};
constexpr std::array kSystems = {Choice{"3L-1n", 40}, Choice{"3L", 31},    Choice{"2L-1n", 12},
                                 Choice{"2L", 11},    Choice{"1L-1n", 10}, Choice{"40", 40},
                                 Choice{"31", 31},    Choice{"12", 12},    Choice{"11", 11},
                                 Choice{"10", 10}};
constexpr std::array kPulseEnergies = {Choice{"10000", 10000}, Choice{"1000", 1000},
                                       Choice{"100", 100}, Choice{"10", 10}};
constexpr std::array kDisplayUnits = {Choice{"IEEE", code(DisplayUnits::Ieee)},
                                      Choice{"IEC", code(DisplayUnits::Iec)}};
constexpr std::array kVariants = {Choice{"S4000-R", code(Variant::Standard)},
                                  Choice{"S4000-R-LOG", code(Variant::Logging)}};
constexpr std::array kAccuracies = {Choice{"ideal", code(Accuracy::Ideal)},
                                    Choice{"class", code(Accuracy::Class)}};
constexpr std::array kBoots = {Choice{"system", code(BootSystem::Operating)},
                               Choice{"reset-system", code(BootSystem::Reset)}};
constexpr std::array kReactiveRules = {Choice{"fundamental", code(ReactiveRule::Fundamental)},
                                       Choice{"delay", code(ReactiveRule::Delay)},
                                       Choice{"nonactive", code(ReactiveRule::Nonactive)}};
constexpr std::array kApparentRules = {Choice{"vector", code(ApparentTotalRule::Vector)},
                                       Choice{"arithmetic", code(ApparentTotalRule::Arithmetic)}};
constexpr std::array kPhaseLossRules = {Choice{"drop", code(PhaseLossRule::Drop)},
                                        Choice{"fraction", code(PhaseLossRule::Fraction)}};
constexpr std::array kHoleRules = {Choice{"exception", code(HoleRule::Exception)},
                                   Choice{"fill", code(HoleRule::Fill)}};

constexpr ValueRule choice(std::span<const Choice> choices) {
    return {.kind = Kind::Choice, .choices = choices};
}

constexpr ValueRule whole(Dimension dimension, double min, double max) {
    return {.kind = Kind::Number, .dimension = dimension, .min = min, .max = max, .isWhole = true};
}

constexpr ValueRule kPercent = {
    .kind = Kind::PlainPercent, .min = 1.0, .max = 99.0, .isWhole = true};

/// Below zero: it was not said.
constexpr double kNotSaid = -1.0;

/// An energy that accumulators of whole watt-seconds hold exactly: up to 2.5 TWh.
constexpr ValueRule energy(Dimension dimension) {
    return {.kind = Kind::Number, .dimension = dimension, .min = 0.0, .max = 2.5e12};
}

template <std::size_t phase>
double startEnergyOfPhase(const Scenario& s) {
    return s.startEnergies.realOfPhase[phase].value_or(kNotSaid);
}

template <std::size_t phase>
void setStartEnergyOfPhase(Scenario& s, double v) {
    s.startEnergies.realOfPhase[phase] = v;
}

// Ranges: guide, point map (registers 130–150) and Modbus settings.
constexpr std::array kMeterKeys = {
    MeterKey{"serial",
             {.kind = Kind::Serial},
             [](const Scenario& s) { return static_cast<double>(s.meter.serialNumber); },
             [](Scenario& s, double v) { s.meter.serialNumber = as<std::uint32_t>(v); },
             "serial number"},
    MeterKey{"address", whole(Dimension::None, 1, 247),
             [](const Scenario& s) { return static_cast<double>(settings(s).modbusAddress); },
             [](Scenario& s, double v) { settings(s).modbusAddress = as<std::uint8_t>(v); },
             "Modbus address"},
    MeterKey{"baud", choice(kBauds),
             [](const Scenario& s) { return static_cast<double>(settings(s).baudRate); },
             [](Scenario& s, double v) { settings(s).baudRate = as<std::uint16_t>(v); },
             "baud rate"},
    MeterKey{"parity", choice(kParities),
             [](const Scenario& s) { return code(settings(s).parity); },
             [](Scenario& s, double v) { settings(s).parity = as<Parity>(v); }, "parity"},
    MeterKey{"system", choice(kSystems),
             [](const Scenario& s) { return code(settings(s).systemType); },
             [](Scenario& s, double v) { settings(s).systemType = as<SystemType>(v); },
             "system type, register 130"},
    MeterKey{"ct", whole(Dimension::Current, 20, 5000),
             [](const Scenario& s) { return static_cast<double>(settings(s).ctPrimaryA); },
             [](Scenario& s, double v) { settings(s).ctPrimaryA = as<std::uint16_t>(v); },
             "CT size, register 131"},
    MeterKey{"pt",
             {.kind = Kind::Number, .min = 0.01, .max = 320.0, .step = 0.01},
             [](const Scenario& s) { return settings(s).ptRatioHundredths / 100.0; },
             [](Scenario& s, double v) {
                 settings(s).ptRatioHundredths = as<std::uint16_t>(std::floor(v * 100.0 + 0.5));
             },
             "PT ratio, register 133"},
    MeterKey{"voltage", whole(Dimension::Voltage, 82, 32000),
             [](const Scenario& s) { return static_cast<double>(settings(s).systemVoltageV); },
             [](Scenario& s, double v) { settings(s).systemVoltageV = as<std::uint16_t>(v); },
             "nominal system voltage, register 134"},
    MeterKey{
        "phase_loss.voltage", kPercent,
        [](const Scenario& s) { return static_cast<double>(settings(s).phaseLossVoltagePercent); },
        [](Scenario& s, double v) { settings(s).phaseLossVoltagePercent = as<std::uint16_t>(v); },
        "phase loss voltage threshold, register 142"},
    MeterKey{
        "phase_loss.imbalance", kPercent,
        [](const Scenario& s) {
            return static_cast<double>(settings(s).phaseLossImbalancePercent);
        },
        [](Scenario& s, double v) { settings(s).phaseLossImbalancePercent = as<std::uint16_t>(v); },
        "phase loss imbalance threshold, register 143"},
    MeterKey{"pulse_energy",
             {.kind = Kind::Number, .dimension = Dimension::RealEnergy, .choices = kPulseEnergies},
             [](const Scenario& s) { return static_cast<double>(settings(s).pulseEnergyWh); },
             [](Scenario& s, double v) { settings(s).pulseEnergyWh = as<std::uint16_t>(v); },
             "energy per pulse, register 144: 10000, 1000, 100 or 10 Wh"},
    MeterKey{"demand.subintervals", whole(Dimension::None, 1, 6),
             [](const Scenario& s) { return static_cast<double>(settings(s).demandSubintervals); },
             [](Scenario& s, double v) { settings(s).demandSubintervals = as<std::uint16_t>(v); },
             "sub-intervals per demand interval, register 149"},
    MeterKey{
        "demand.length",
        {.kind = Kind::Number,
         .dimension = Dimension::Time,
         .min = 10,
         .max = 32767,
         .isWhole = true,
         .isZeroAllowed = true},
        [](const Scenario& s) { return static_cast<double>(settings(s).demandSubintervalLengthS); },
        [](Scenario& s, double v) { settings(s).demandSubintervalLengthS = as<std::uint16_t>(v); },
        "sub-interval length, register 150; 0 = sync to comms, else from 10 s"},
    MeterKey{"units", choice(kDisplayUnits),
             [](const Scenario& s) { return code(settings(s).displayUnits); },
             [](Scenario& s, double v) { settings(s).displayUnits = as<DisplayUnits>(v); },
             "words on the display, register 137"},
    MeterKey{"passwords.setup",
             {.kind = Kind::Password},
             [](const Scenario& s) { return static_cast<double>(settings(s).setupPassword); },
             [](Scenario& s, double v) { settings(s).setupPassword = as<std::uint32_t>(v); },
             "password of the set-up menu"},
    MeterKey{"passwords.reset",
             {.kind = Kind::Password},
             [](const Scenario& s) { return static_cast<double>(settings(s).resetPassword); },
             [](Scenario& s, double v) { settings(s).resetPassword = as<std::uint32_t>(v); },
             "password of the reset menu"},
    MeterKey{"variant", choice(kVariants), [](const Scenario& s) { return code(s.meter.variant); },
             [](Scenario& s, double v) { s.meter.variant = as<Variant>(v); },
             "with or without a log"},
    MeterKey{"accuracy", choice(kAccuracies), [](const Scenario& s) { return code(s.accuracy); },
             [](Scenario& s, double v) { s.accuracy = as<Accuracy>(v); },
             "without errors of its own, or with fixed ones inside the guide's limits"},
    MeterKey{"boot", choice(kBoots), [](const Scenario& s) { return code(s.meter.bootSystem); },
             [](Scenario& s, double v) { s.meter.bootSystem = as<BootSystem>(v); },
             "which of its two systems runs"},
    MeterKey{"rules.reactive", choice(kReactiveRules),
             [](const Scenario& s) { return code(s.meter.rules.reactive); },
             [](Scenario& s, double v) { s.meter.rules.reactive = as<ReactiveRule>(v); },
             "definition of reactive power"},
    MeterKey{"rules.apparent_total", choice(kApparentRules),
             [](const Scenario& s) { return code(s.meter.rules.apparentTotal); },
             [](Scenario& s, double v) { s.meter.rules.apparentTotal = as<ApparentTotalRule>(v); },
             "definition of total apparent power"},
    MeterKey{"rules.phase_loss", choice(kPhaseLossRules),
             [](const Scenario& s) { return code(s.meter.rules.phaseLoss); },
             [](Scenario& s, double v) { s.meter.rules.phaseLoss = as<PhaseLossRule>(v); },
             "what the phase loss threshold is counted from"},
    MeterKey{"rules.holes", choice(kHoleRules),
             [](const Scenario& s) { return code(s.meter.rules.holes); },
             [](Scenario& s, double v) { s.meter.rules.holes = as<HoleRule>(v); },
             "answer to undefined registers"},
    MeterKey{"energies.real", energy(Dimension::RealEnergy),
             [](const Scenario& s) { return s.startEnergies.real.value_or(kNotSaid); },
             [](Scenario& s, double v) { s.startEnergies.real = v; },
             "real energy counted before the scenario begins"},
    MeterKey{"energies.real_a", energy(Dimension::RealEnergy), startEnergyOfPhase<0>,
             setStartEnergyOfPhase<0>, "of it in phase A; an equal share if not said"},
    MeterKey{"energies.real_b", energy(Dimension::RealEnergy), startEnergyOfPhase<1>,
             setStartEnergyOfPhase<1>, "of it in phase B; an equal share if not said"},
    MeterKey{"energies.real_c", energy(Dimension::RealEnergy), startEnergyOfPhase<2>,
             setStartEnergyOfPhase<2>, "of it in phase C; an equal share if not said"},
    MeterKey{"energies.apparent", energy(Dimension::ApparentEnergy),
             [](const Scenario& s) { return s.startEnergies.apparent.value_or(kNotSaid); },
             [](Scenario& s, double v) { s.startEnergies.apparent = v; },
             "apparent energy counted before; as much as the real one if not said"},
    MeterKey{"energies.reactive", energy(Dimension::ReactiveEnergy),
             [](const Scenario& s) { return s.startEnergies.reactive.value_or(kNotSaid); },
             [](Scenario& s, double v) { s.startEnergies.reactive = v; },
             "reactive energy counted before"},
};

} // namespace

std::span<const MeterKey> meterKeys() {
    return kMeterKeys;
}

Scenario withMeter(const Scenario& scenario, const SwapAction& swap) {
    Scenario other = scenario;
    other.startEnergies = {};
    for (const auto& [path, value] : swap.values) {
        const auto key = std::ranges::find(kMeterKeys, path, &MeterKey::path);
        if (key != kMeterKeys.end()) {
            key->set(other, value);
        }
    }
    return other;
}

} // namespace meter::sim
