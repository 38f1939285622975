// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clone/clone_scenario.hpp"

#include "app/base/text_values.hpp"
#include "app/clone/clone_fit.hpp"
#include "core/settings/system_type.hpp"
#include "sim/installation/service.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace meter::app {
namespace {

constexpr double kKilo = 1000.0;
constexpr int kAddressMax = 247;

std::unexpected<sim::Error> wrong(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

sim::Service serviceOf(SystemType type) {
    switch (type) {
    case SystemType::Delta:
        return sim::Service::Delta;
    case SystemType::SplitPhase:
    case SystemType::SinglePhaseLl:
        return sim::Service::SplitPhase;
    case SystemType::SinglePhaseLn:
        return sim::Service::SinglePhase;
    default:
        return sim::Service::Wye;
    }
}

/// Leads and ropes are where they should be, as far as the service has conductors for them.
void wire(SystemType type, sim::Installation& installation) {
    installation.service = serviceOf(type);
    for (sim::Conductor& lead : installation.voltageLeads) {
        lead = sim::isLive(installation.service, lead) ? lead : sim::Conductor::Open;
    }
    for (sim::Rope& rope : installation.ctLeads) {
        rope = sim::isLive(installation.service, rope.conductor()) ? rope : sim::Conductor::Open;
    }
}

std::uint16_t wordOf(const MeterSurvey& survey, const char* name, std::uint16_t standard) {
    return static_cast<std::uint16_t>(std::lround(survey.value(name).value_or(standard)));
}

void takeSettings(const MeterSurvey& survey, Settings& settings) {
    struct Setting {
        const char* name;
        std::uint16_t Settings::*member;
    };

    constexpr std::array<Setting, 7> kSettings = {
        {{"ct_primary", &Settings::ctPrimaryA},
         {"system_voltage", &Settings::systemVoltageV},
         {"phase_loss_voltage", &Settings::phaseLossVoltagePercent},
         {"phase_loss_imbalance", &Settings::phaseLossImbalancePercent},
         {"pulse_energy", &Settings::pulseEnergyWh},
         {"demand_subintervals", &Settings::demandSubintervals},
         {"demand_subinterval_length", &Settings::demandSubintervalLengthS}}};
    for (const Setting& setting : kSettings) {
        settings.*setting.member = wordOf(survey, setting.name, settings.*setting.member);
    }
    settings.ptRatioHundredths =
        static_cast<std::uint16_t>(std::lround(survey.value("pt_ratio").value_or(1.0) * 100.0));
    settings.displayUnits =
        wordOf(survey, "display_units", 1) == 0 ? DisplayUnits::Iec : DisplayUnits::Ieee;
}

void takeLink(const CloneLink& link, Clone& clone) {
    Settings& settings = clone.scenario.meter.installerSettings;
    if (link.unit >= 1 && link.unit <= kAddressMax) {
        settings.modbusAddress = static_cast<std::uint8_t>(link.unit);
    } else {
        clone.remarks.push_back("the Modbus address is not known from unit " +
                                std::to_string(link.unit) + "; left at 1");
    }
    if (link.hasLine) {
        settings.baudRate = static_cast<std::uint16_t>(link.baud);
        settings.parity = link.parity;
    } else {
        clone.remarks.emplace_back(
            "baud rate and parity are not known over TCP; left at 19200, none");
    }
}

/// In Wh, VAh, VARh.
std::optional<double> energyOf(const MeterSurvey& survey, const std::string& name) {
    const auto value = survey.value(name);
    return value ? std::optional(*value * kKilo) : std::nullopt;
}

void takeCounters(const MeterSurvey& survey, sim::Scenario& scenario) {
    sim::StartEnergies& energies = scenario.startEnergies;
    energies.real = energyOf(survey, "real_energy");
    energies.apparent = energyOf(survey, "apparent_energy");
    energies.reactive = energyOf(survey, "reactive_energy");
    constexpr std::array<const char*, kPhaseCount> kNames = {"real_energy_a", "real_energy_b",
                                                             "real_energy_c"};
    for (std::size_t i = 0; i < kPhaseCount; ++i) {
        energies.realOfPhase.at(i) = energyOf(survey, kNames.at(i));
    }
    sim::StartCounters& counters = scenario.startCounters;
    counters.energyResets = wordOf(survey, "energy_reset_count", 0);
    counters.powerUps = std::max<std::uint16_t>(wordOf(survey, "power_up_count", 1), 1);
    counters.realPulses =
        static_cast<std::uint32_t>(survey.value("pulse_counter_real").value_or(0.0));
    counters.reactivePulses =
        static_cast<std::uint32_t>(survey.value("pulse_counter_reactive").value_or(0.0));
    counters.demandMax = {energyOf(survey, "real_demand_max"),
                          energyOf(survey, "reactive_demand_max"),
                          energyOf(survey, "apparent_demand_max")};
}

/// Whether the total apparent power is the sum of the phases' rather than that of the vectors.
bool isArithmetic(const MeterSurvey& survey) {
    const double total = survey.value("apparent_power_total").value_or(0.0);
    const double vector = std::hypot(survey.value("real_power_total").value_or(0.0),
                                     survey.value("reactive_power_total").value_or(0.0));
    const double sum = survey.value("apparent_power_a").value_or(0.0) +
                       survey.value("apparent_power_b").value_or(0.0) +
                       survey.value("apparent_power_c").value_or(0.0);
    constexpr double kApart = 0.002; // Else nothing tells the two apart.
    return std::abs(sum - vector) > kApart * total &&
           std::abs(total - sum) < std::abs(total - vector);
}

void remarkOnLoad(const MeterSurvey& survey, Clone& clone) {
    clone.remarks.emplace_back("whether the load leads or lags, and the direction of a CT, is not "
                               "in the registers; lagging, all CTs forward");
    for (std::size_t i = 0; i < kPhaseCount; ++i) {
        if (phaseLoadOf(survey, i).harmonicLevel > 0.0) {
            clone.remarks.push_back(
                std::string("phase ") + static_cast<char>('A' + i) +
                ": the apparent power is greater than P and Q tell; what is left of the current "
                "became a fifth harmonic");
        }
    }
    if (!survey.value("frequency")) {
        clone.remarks.emplace_back("the meter has no frequency; left at 60 Hz");
    }
    for (const char* const name : {"real_demand", "apparent_demand"}) {
        if (survey.value(name).value_or(0.0) > 0.0) {
            clone.remarks.emplace_back(
                "the present demands begin at 0 and are there after one demand interval");
            break;
        }
    }
}

/// Whether a scenario can say it, and in which words it cannot.
sim::Result<void> judge(const sim::Scenario& scenario) {
    const auto text = sim::scenarioText(scenario, std::filesystem::path{});
    if (!text) {
        return std::unexpected(text.error());
    }
    const auto again = sim::readScenarioFromText(*text, "clone");
    if (!again) {
        return wrong("the meter says what no meter of this family can: " +
                     again.error().front().text);
    }
    return {};
}

} // namespace

sim::Result<Clone> cloneOf(const MeterSurvey& survey, const CloneLink& link) {
    const auto type = wordOf(survey, "system_type", 0);
    if (!survey.value("system_type") || !isSystemType(type)) {
        return wrong(link.place + ": register 130 holds no system type (10, 11, 12, 31, 40); is "
                                  "that a meter of this family?");
    }
    Clone clone;
    sim::Scenario& scenario = clone.scenario;
    const std::string description =
        survey.identity.report ? survey.identity.report->text : std::string("meter");
    scenario.name = "Clone of " + description + " at " + link.place;
    scenario.meter.installerSettings.systemType = static_cast<SystemType>(type);
    takeSettings(survey, scenario.meter.installerSettings);
    takeLink(link, clone);
    takeCounters(survey, scenario);
    scenario.meter.variant = survey.hasLog ? Variant::Logging : Variant::Standard;
    scenario.meter.rules.holes = survey.fillsHoles ? HoleRule::Fill : HoleRule::Exception;
    scenario.meter.rules.apparentTotal =
        isArithmetic(survey) ? ApparentTotalRule::Arithmetic : ApparentTotalRule::Vector;
    const bool isReset = survey.identity.report && !survey.identity.report->isRunning;
    scenario.meter.bootSystem = isReset ? BootSystem::Reset : BootSystem::Operating;
    wire(static_cast<SystemType>(type), scenario.world.installation);
    const Settings& settings = scenario.meter.installerSettings;
    scenario.world.installation.ctRatingA = settings.ctPrimaryA;
    scenario.world.installation.ptRating = settings.ptRatioHundredths / 100.0;

    clone.remarks.emplace_back("the serial number and the passwords are not in the registers; the "
                               "factory's own are taken");
    if (survey.hasLog) {
        clone.remarks.emplace_back("the log's entries and pointers are not taken over");
    }
    if (!survey.refused.empty()) {
        std::string names;
        for (const std::string& name : survey.refused) {
            names += (names.empty() ? "" : ", ") + name;
        }
        clone.remarks.push_back("the meter refuses " + names);
    }
    remarkOnLoad(survey, clone);
    if (const auto judged = judge(scenario); !judged) {
        return std::unexpected(judged.error());
    }
    fitWorld(survey, scenario);
    for (std::string& remark : judgeFit(survey, scenario)) {
        clone.remarks.push_back(std::move(remark));
    }
    return clone;
}

} // namespace meter::app
