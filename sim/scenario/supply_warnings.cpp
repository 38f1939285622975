// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/supply_warnings.hpp"

#include "core/base/math.hpp"
#include "sim/base/quantity.hpp"
#include "sim/device/control_power_supply.hpp"
#include "sim/installation/service.hpp"
#include "sim/installation/signal_path.hpp"

#include <cmath>
#include <cstddef>
#include <string>

namespace meter::sim {

namespace {

/// RMS of the fundamental at the meter's supply, or DC.
double supplyVolts(const World& world) {
    const ControlPower& power = world.installation.controlPower;
    if (power.kind != ControlPowerKind::FromService) {
        return power.voltageV;
    }
    const Wiring wiring = wiringOf(world.installation);
    const auto fundamentals = fundamentalsOf(world.source, world.installation.service);
    double sine = 0.0;
    double cosine = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const SineCosine direction = sineCosineTurns(fundamentals[phase].angleDeg / 360.0);
        sine += wiring.supply[phase] * fundamentals[phase].rms * direction.sine;
        cosine += wiring.supply[phase] * fundamentals[phase].rms * direction.cosine;
    }
    return std::sqrt(sine * sine + cosine * cosine);
}

std::string roundedText(double value) {
    return numberText(std::round(value * 10.0) / 10.0);
}

} // namespace

Errors supplyWarnings(const World& world) {
    Errors warnings;
    const Installation& installation = world.installation;
    const ControlPower& power = installation.controlPower;
    const double volts = supplyVolts(world);
    const double least = power.kind == ControlPowerKind::OwnDc ? kSupplyDcMinV : kSupplyMinV;
    const double most = supplyLimitV(power);
    constexpr double kSlack = 1.0 + 1e-9; // Of angles and roots.
    if (volts < least || volts > most * kSlack) {
        warnings.push_back({"the control power is " + roundedText(volts) + " V; the meter takes " +
                            numberText(least) + " to " + numberText(most) + " V there: " +
                            (volts < least ? "it does not start"
                                           : "more than a second of it damages its supply")});
    }
    constexpr double kColdestC = -30.0; // Guide.
    constexpr double kHottestC = 70.0;
    if (installation.ambientC < kColdestC || installation.ambientC > kHottestC) {
        warnings.push_back(
            Error{numberText(installation.ambientC) +
                  " C around the meter is outside -30 to 70 C: its accuracy class is "
                  "not promised there"});
    }
    return warnings;
}

} // namespace meter::sim
