// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/typetest/type_test_stimulus.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"

#include <cstddef>
#include <numbers>

namespace meter::sim {

namespace {

/// What each system type is tested on.
struct TestService {
    SystemType system;
    Service service;
    std::uint16_t systemVoltageV; ///< Register 134.
    double sourceV;               ///< Of each voltage of the source.
    PerPhase<double> angleDeg;
    std::size_t elementCount; ///< Phases that take part in the power …
    double elementV;          ///< … and the voltage across the load of each.
};

constexpr double kLineV = 480.0;
constexpr double kPhaseV = kLineV / std::numbers::sqrt3;
constexpr PerPhase<double> kThreePhase = {0.0, -120.0, 120.0};
constexpr PerPhase<double> kSplit = {0.0, 180.0, 0.0};

constexpr std::array<TestService, 5> kServices = {{
    {.system = SystemType::Wye,
     .service = Service::Wye,
     .systemVoltageV = 480,
     .sourceV = kPhaseV,
     .angleDeg = kThreePhase,
     .elementCount = 3,
     .elementV = kPhaseV},
    {.system = SystemType::Delta,
     .service = Service::Delta,
     .systemVoltageV = 480,
     .sourceV = kLineV,
     .angleDeg = kThreePhase,
     .elementCount = 3,
     .elementV = kPhaseV},
    {.system = SystemType::SplitPhase,
     .service = Service::SplitPhase,
     .systemVoltageV = 240,
     .sourceV = 120.0,
     .angleDeg = kSplit,
     .elementCount = 2,
     .elementV = 120.0},
    {.system = SystemType::SinglePhaseLl,
     .service = Service::SplitPhase,
     .systemVoltageV = 240,
     .sourceV = 120.0,
     .angleDeg = kSplit,
     .elementCount = 1,
     .elementV = 240.0},
    {.system = SystemType::SinglePhaseLn,
     .service = Service::SinglePhase,
     .systemVoltageV = 277,
     .sourceV = kPhaseV,
     .angleDeg = kThreePhase,
     .elementCount = 1,
     .elementV = kPhaseV},
}};

constexpr int kFifth = 5;

const TestService& serviceOf(SystemType system) {
    for (const TestService& service : kServices) {
        if (service.system == system) {
            return service;
        }
    }
    METER_ASSERT(false);
}

} // namespace

Settings typeTestSettings(SystemType system, std::uint16_t pulseEnergyWh) {
    Settings settings;
    settings.systemType = system;
    settings.ctPrimaryA = static_cast<std::uint16_t>(kTestCurrentA);
    settings.systemVoltageV = serviceOf(system).systemVoltageV;
    settings.pulseEnergyWh = pulseEnergyWh;
    return settings;
}

World worldOf(const TypeTestStimulus& stimulus) {
    const TestService& service = serviceOf(stimulus.system);
    World world;
    world.installation.service = service.service;
    world.installation.ctRatingA = kTestCurrentA;
    world.installation.controlPower = stimulus.controlPower;
    world.installation.ambientC = stimulus.ambientC;
    if (service.service == Service::Delta) {
        world.installation.voltageLeads[kPhaseCount] = Conductor::Open;
    }
    world.source.frequencyHz = stimulus.frequencyHz;
    const double onCurrent = stimulus.isBurst ? std::numbers::sqrt2 : 1.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double angleDeg = service.angleDeg[phase];
        world.source.angleDeg[phase] = stimulus.isReversed ? -angleDeg : angleDeg;
        world.source.voltageV[phase] =
            stimulus.hasVoltage[phase] ? stimulus.voltage * service.sourceV : 0.0;
        world.load.currentA[phase] =
            stimulus.hasCurrent[phase] ? onCurrent * stimulus.current * kTestCurrentA : 0.0;
        world.load.laggingDeg[phase] = stimulus.laggingDeg;
        if (stimulus.fifthVoltage != 0.0) {
            world.source.harmonics[phase] = {{.order = kFifth, .level = stimulus.fifthVoltage}};
        }
        if (stimulus.fifthCurrent != 0.0) {
            world.load.harmonics[phase] = {{.order = kFifth, .level = stimulus.fifthCurrent}};
        }
    }
    return world;
}

TruePower truePowerOf(const TypeTestStimulus& stimulus) {
    const TestService& service = serviceOf(stimulus.system);
    const SineCosine angle = sineCosineTurns(stimulus.laggingDeg / 360.0);
    const SineCosine fifth = sineCosineTurns(kFifth * stimulus.laggingDeg / 360.0);
    // A burst is on half of the time with √2 times the current.
    const double share = stimulus.isBurst ? std::numbers::sqrt2 / 2.0 : 1.0;
    TruePower power;
    for (std::size_t phase = 0; phase < service.elementCount; ++phase) {
        if (!stimulus.hasVoltage[phase] || !stimulus.hasCurrent[phase]) {
            continue;
        }
        const double apparent =
            stimulus.voltage * service.elementV * stimulus.current * kTestCurrentA * share;
        power.realW += apparent * (angle.cosine +
                                   stimulus.fifthVoltage * stimulus.fifthCurrent * fifth.cosine);
        power.reactiveVar += apparent * absolute(angle.sine);
    }
    return power;
}

} // namespace meter::sim
