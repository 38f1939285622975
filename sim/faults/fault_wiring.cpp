// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/fault_effects.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim::fault {

namespace {

constexpr std::size_t kNeutralTerminal = 3;

/// Places of the two that a pair means.
std::pair<std::size_t, std::size_t> pairOf(const FaultValue& inputs) {
    const std::size_t first = inputs[0] != 0.0 ? 0 : 1;
    const std::size_t second = inputs[2] != 0.0 ? 2 : 1;
    return {first, second};
}

/// Forward: A sees what B saw, B what C saw, C what A saw.
template <typename Leads>
void rotate(Leads& leads, bool isForward) {
    const auto begin = leads.begin();
    std::rotate(begin, begin + (isForward ? 1 : 2), begin + kPhaseCount);
}

} // namespace

// phase
void blowFuses(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (arguments[0][phase] != 0.0) {
            world.installation.isFuseGood[phase] = false;
        }
    }
}

void openNeutral(const Arguments& /*arguments*/, const Moment& /*moment*/, World& world) {
    world.installation.voltageLeads[kNeutralTerminal] = Conductor::Open;
}

// pair
void swapVoltages(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    const auto [first, second] = pairOf(arguments[0]);
    std::swap(world.installation.voltageLeads[first], world.installation.voltageLeads[second]);
}

// direction
void rotateVoltages(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    rotate(world.installation.voltageLeads, arguments[0][0] == 0.0);
}

// with
void swapNeutral(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    const auto terminal = static_cast<std::size_t>(arguments[0][0]);
    std::swap(world.installation.voltageLeads[terminal],
              world.installation.voltageLeads[kNeutralTerminal]);
}

// pair
void swapCts(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    const auto [first, second] = pairOf(arguments[0]);
    // The rope comes with the direction that it lies in.
    std::swap(world.installation.ctLeads[first], world.installation.ctLeads[second]);
    std::swap(world.installation.ctReversed[first], world.installation.ctReversed[second]);
}

// direction
void rotateCts(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    rotate(world.installation.ctLeads, arguments[0][0] == 0.0);
    rotate(world.installation.ctReversed, arguments[0][0] == 0.0);
}

// input
void reverseCts(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        if (arguments[0][input] != 0.0) {
            world.installation.ctReversed[input] = !world.installation.ctReversed[input];
        }
    }
}

// input
void openCts(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        if (arguments[0][input] != 0.0) {
            world.installation.ctLeads[input] = Conductor::Open;
        }
    }
}

// fitted
void fitCts(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    world.installation.ctRatingA = arguments[0][0];
}

// input
void turnPts(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        if (arguments[0][input] != 0.0) {
            world.installation.ptReversed[input] = !world.installation.ptReversed[input];
        }
    }
}

// input
void fitFiveA(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        if (arguments[0][input] != 0.0) {
            world.installation.ctType[input] = CtType::FiveA;
        }
    }
}

// input, output
void fitWrongRopes(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        if (arguments[0][input] != 0.0) {
            world.installation.ctOutput[input] = arguments[1][0];
        }
    }
}

void blowControlFuse(const Arguments& /*arguments*/, const Moment& /*moment*/, World& world) {
    world.installation.isControlFuseGood = false;
}

// fitted
void fitPts(const Arguments& arguments, const Moment& /*moment*/, World& world) {
    world.installation.ptRating = arguments[0][0];
}

} // namespace meter::sim::fault
