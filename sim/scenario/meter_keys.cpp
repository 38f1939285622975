// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/meter_keys.hpp"

#include "core/settings/setting_table.hpp"
#include "sim/base/constant_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <type_traits>

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

constexpr std::array kParities = {Choice{"none", code(Parity::None)},
                                  Choice{"even", code(Parity::Even)},
                                  Choice{"odd", code(Parity::Odd)}};
constexpr std::array kSystems = {Choice{"3L-1n", 40}, Choice{"3L", 31},    Choice{"2L-1n", 12},
                                 Choice{"2L", 11},    Choice{"1L-1n", 10}, Choice{"40", 40},
                                 Choice{"31", 31},    Choice{"12", 12},    Choice{"11", 11},
                                 Choice{"10", 10}};
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

constexpr std::array kUnitZeroRules = {Choice{"meter", code(UnitZeroRule::Meter)},
                                       Choice{"gateway", code(UnitZeroRule::Gateway)}};

constexpr ValueRule choice(std::span<const Choice> choices) {
    return {.kind = Kind::Choice, .choices = choices};
}

constexpr Dimension dimensionOf(SettingUnit unit) {
    switch (unit) {
    case SettingUnit::Ampere:
        return Dimension::Current;
    case SettingUnit::Volt:
        return Dimension::Voltage;
    case SettingUnit::WattHour:
        return Dimension::RealEnergy;
    case SettingUnit::Second:
        return Dimension::Time;
    default:
        return Dimension::None;
    }
}

/// The numbers of a list as the words that a scenario writes for them.
template <Setting id>
struct NumberWords {
    static constexpr std::size_t kCount = settingRow(id).list.size();
    static constexpr std::array<ConstantText, kCount> kTexts = [] {
        std::array<ConstantText, kCount> texts{};
        for (std::size_t index = 0; index < kCount; ++index) {
            texts.at(index).add(settingRow(id).list[index]);
        }
        return texts;
    }();
    static constexpr std::array<Choice, kCount> kChoices = [] {
        std::array<Choice, kCount> choices{};
        for (std::size_t index = 0; index < kCount; ++index) {
            choices.at(index) = {kTexts.at(index).view(),
                                 static_cast<double>(settingRow(id).list[index])};
        }
        return choices;
    }();
};

template <Setting id>
constexpr double kStepsPerUnit = settingRow(id).decimals == 2 ? 100.0 : 1.0;

/// What the row of a setting allows.
template <Setting id>
constexpr ValueRule ruleOf() {
    constexpr const SettingRow& kRow = settingRow(id);
    static_assert(kRow.decimals == 0 || kRow.decimals == 2);
    ValueRule rule{.kind = Kind::Number, .dimension = dimensionOf(kRow.unit)};
    if constexpr (!kRow.list.empty()) {
        rule.kind = kRow.unit == SettingUnit::None ? Kind::Choice : Kind::Number;
        rule.choices = NumberWords<id>::kChoices;
        return rule;
    }
    rule.kind = kRow.unit == SettingUnit::Percent ? Kind::PlainPercent : Kind::Number;
    rule.min = kRow.least / kStepsPerUnit<id>;
    rule.max = kRow.most / kStepsPerUnit<id>;
    rule.isWhole = kRow.decimals == 0;
    rule.step = kRow.decimals == 0 ? 0.0 : 1.0 / kStepsPerUnit<id>;
    rule.isZeroAllowed = kRow.has(SettingRow::kOrZero);
    return rule;
}

template <Setting id>
constexpr MeterKey key(std::string_view path, const ValueRule& rule, std::string_view meaning) {
    return {.path = path,
            .rule = rule,
            .get =
                [](const Scenario& s) {
                    return numberOf(id, s.meter.installerSettings) / kStepsPerUnit<id>;
                },
            .set =
                [](Scenario& s, double v) {
                    const double number = std::floor(v * kStepsPerUnit<id> + 0.5);
                    settingRow(id).set(s.meter.installerSettings, as<std::uint32_t>(number));
                },
            .meaning = meaning};
}

template <Setting id>
constexpr MeterKey setting(std::string_view path, std::string_view meaning) {
    return key<id>(path, ruleOf<id>(), meaning);
}

/// With words of its own for the numbers of its list.
template <Setting id>
constexpr MeterKey
setting(std::string_view path, std::span<const Choice> words, std::string_view meaning) {
    return key<id>(path, choice(words), meaning);
}

template <Setting id>
constexpr MeterKey password(std::string_view path, std::string_view meaning) {
    return key<id>(path, {.kind = Kind::Password}, meaning);
}

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

constexpr ValueRule count(double min, double max) {
    return {.kind = Kind::Number, .min = min, .max = max, .isWhole = true};
}

/// What a counter starts from.
template <auto member>
double startCount(const Scenario& s) {
    const auto& count = s.startCounters.*member;
    return count ? static_cast<double>(*count) : kNotSaid;
}

template <auto member>
void setStartCount(Scenario& s, double v) {
    using Count = std::remove_reference_t<decltype(s.startCounters.*member)>::value_type;
    s.startCounters.*member = as<Count>(v);
}

template <Power power>
double startDemandMax(const Scenario& s) {
    return s.startCounters.demandMax[static_cast<std::size_t>(power)].value_or(kNotSaid);
}

template <Power power>
void setStartDemandMax(Scenario& s, double v) {
    s.startCounters.demandMax[static_cast<std::size_t>(power)] = v;
}

/// Up to what 5000 A and 32 kV give.
constexpr ValueRule demandMax(Dimension dimension) {
    return {.kind = Kind::Number, .dimension = dimension, .min = 0.0, .max = 1e9};
}

// The ranges of settings are those of their rows in the settings table.
constexpr std::array kMeterKeys = {
    MeterKey{"serial",
             {.kind = Kind::Serial},
             [](const Scenario& s) { return static_cast<double>(s.meter.serialNumber); },
             [](Scenario& s, double v) { s.meter.serialNumber = as<std::uint32_t>(v); },
             "serial number"},
    setting<Setting::ModbusAddress>("address", "Modbus address"),
    setting<Setting::BaudRate>("baud", "baud rate"),
    setting<Setting::Parity>("parity", kParities, "parity"),
    setting<Setting::SystemType>("system", kSystems, "system type, register 130"),
    setting<Setting::CtPrimary>("ct", "CT size, register 131"),
    setting<Setting::PtRatio>("pt", "PT ratio, register 133"),
    setting<Setting::SystemVoltage>("voltage", "nominal system voltage, register 134"),
    setting<Setting::PhaseLossVoltage>("phase_loss.voltage",
                                       "phase loss voltage threshold, register 142"),
    setting<Setting::PhaseLossImbalance>("phase_loss.imbalance",
                                         "phase loss imbalance threshold, register 143"),
    setting<Setting::PulseEnergy>("pulse_energy",
                                  "energy per pulse, register 144: 10000, 1000, 100 or 10 Wh"),
    setting<Setting::DemandSubintervals>("demand.subintervals",
                                         "sub-intervals per demand interval, register 149"),
    setting<Setting::DemandSubintervalLength>(
        "demand.length", "sub-interval length, register 150; 0 = sync to comms, else from 10 s"),
    setting<Setting::DisplayUnits>("units", kDisplayUnits, "words on the display, register 137"),
    password<Setting::SetupPassword>("passwords.setup", "password of the set-up menu"),
    password<Setting::ResetPassword>("passwords.reset", "password of the reset menu"),
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
    MeterKey{"rules.unit_zero", choice(kUnitZeroRules),
             [](const Scenario& s) { return code(s.meter.rules.unitZero); },
             [](Scenario& s, double v) { s.meter.rules.unitZero = as<UnitZeroRule>(v); },
             "unit 0 over Modbus TCP: the meter itself, or a broadcast as a gateway has it"},
    MeterKey{"energies.real", energy(Dimension::RealEnergy),
             [](const Scenario& s) { return s.startEnergies.real.value_or(kNotSaid); },
             [](Scenario& s, double v) { s.startEnergies.real = v; },
             "real energy counted before the scenario begins"},
    MeterKey{"energies.real_a", energy(Dimension::RealEnergy), startEnergyOfPhase<0>,
             setStartEnergyOfPhase<0>, "of it in phase A; an equal share by default"},
    MeterKey{"energies.real_b", energy(Dimension::RealEnergy), startEnergyOfPhase<1>,
             setStartEnergyOfPhase<1>, "of it in phase B; an equal share by default"},
    MeterKey{"energies.real_c", energy(Dimension::RealEnergy), startEnergyOfPhase<2>,
             setStartEnergyOfPhase<2>, "of it in phase C; an equal share by default"},
    MeterKey{"energies.apparent", energy(Dimension::ApparentEnergy),
             [](const Scenario& s) { return s.startEnergies.apparent.value_or(kNotSaid); },
             [](Scenario& s, double v) { s.startEnergies.apparent = v; },
             "apparent energy counted before; as much as the real one by default"},
    MeterKey{"energies.reactive", energy(Dimension::ReactiveEnergy),
             [](const Scenario& s) { return s.startEnergies.reactive.value_or(kNotSaid); },
             [](Scenario& s, double v) { s.startEnergies.reactive = v; },
             "reactive energy counted before"},
    MeterKey{"counters.energy_resets", count(0, 32767), startCount<&StartCounters::energyResets>,
             setStartCount<&StartCounters::energyResets>,
             "energy resets before the scenario begins, register 147"},
    MeterKey{"counters.power_ups", count(1, 32767), startCount<&StartCounters::powerUps>,
             setStartCount<&StartCounters::powerUps>,
             "power-ups with that of the scenario's own beginning, register 152"},
    MeterKey{"counters.pulses_real", count(0, 4294967295.0), startCount<&StartCounters::realPulses>,
             setStartCount<&StartCounters::realPulses>,
             "closures of the pulse contact before, registers 43 and 44"},
    MeterKey{"counters.pulses_reactive", count(0, 4294967295.0),
             startCount<&StartCounters::reactivePulses>,
             setStartCount<&StartCounters::reactivePulses>,
             "pulses of reactive energy before, registers 45 and 46"},
    MeterKey{"counters.real_demand_max", demandMax(Dimension::RealPower),
             startDemandMax<Power::Real>, setStartDemandMax<Power::Real>,
             "greatest real demand before, register 40"},
    MeterKey{"counters.reactive_demand_max", demandMax(Dimension::ReactivePower),
             startDemandMax<Power::Reactive>, setStartDemandMax<Power::Reactive>,
             "greatest reactive demand before, register 41"},
    MeterKey{"counters.apparent_demand_max", demandMax(Dimension::ApparentPower),
             startDemandMax<Power::Apparent>, setStartDemandMax<Power::Apparent>,
             "greatest apparent demand before, register 42"},
};

} // namespace

std::span<const MeterKey> meterKeys() {
    return kMeterKeys;
}

Scenario withMeter(const Scenario& scenario, const SwapAction& swap) {
    Scenario other = scenario;
    other.startEnergies = {};
    other.startCounters = {};
    for (const auto& [path, value] : swap.values) {
        const auto key = std::ranges::find(kMeterKeys, path, &MeterKey::path);
        if (key != kMeterKeys.end()) {
            key->set(other, value);
        }
    }
    return other;
}

} // namespace meter::sim
