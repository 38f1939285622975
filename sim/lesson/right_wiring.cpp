// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/right_wiring.hpp"

#include "sim/installation/service.hpp"
#include "sim/keys/rope_text.hpp"

#include <array>
#include <string_view>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, kTerminalCount> kTerminals = {"A", "B", "C", "N"};

/// The conductor that belongs on a terminal or into a rope.
Conductor ownOf(Service service, std::size_t index) {
    const auto conductor = static_cast<Conductor>(index);
    return isLive(service, conductor) ? conductor : Conductor::Open;
}

std::string nameOf(Conductor conductor) {
    return conductor == Conductor::Open
               ? "open"
               : std::string(kTerminals[static_cast<std::size_t>(conductor)]);
}

} // namespace

std::vector<std::string> wiringMistakesOf(const Installation& installation,
                                          const Installation& planned,
                                          const Settings& settings) {
    std::vector<std::string> mistakes;
    for (std::size_t terminal = 0; terminal < kTerminalCount; ++terminal) {
        const Conductor lead = installation.voltageLeads[terminal];
        if (lead != ownOf(installation.service, terminal)) {
            mistakes.push_back("voltage lead " + std::string(kTerminals[terminal]) + " is on " +
                               nameOf(lead));
        }
    }
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        const Rope& rope = installation.ctLeads[input];
        if (rope != Rope(ownOf(installation.service, input))) {
            mistakes.push_back("CT " + std::string(kTerminals[input]) + " is on " +
                               ropeText(ropeCode(rope)));
        }
        if (installation.ctType[input] != CtType::Rope || installation.ctOutput[input] != 1.0) {
            mistakes.push_back("CT " + std::string(kTerminals[input]) +
                               " is not the rope that belongs to the meter");
        }
        if (installation.ptReversed[input]) {
            mistakes.push_back("PT " + std::string(kTerminals[input]) + " is reversed");
        }
        if (installation.ctReversed[input]) {
            mistakes.push_back("CT " + std::string(kTerminals[input]) + " is reversed");
        }
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (!installation.isFuseGood[phase]) {
            mistakes.push_back("the fuse of voltage lead " + std::string(kTerminals[phase]) +
                               " is blown");
        }
    }
    if (!installation.isControlFuseGood) {
        mistakes.emplace_back("the fuse in the control power is blown");
    }
    const bool isCtRight = installation.ctRatingA == planned.ctRatingA ||
                           installation.ctRatingA == settings.ctPrimaryA;
    if (!isCtRight) {
        mistakes.emplace_back("the CTs fitted are of another size");
    }
    const bool isPtRight = installation.ptRating == planned.ptRating ||
                           installation.ptRating == settings.ptRatioHundredths / 100.0;
    if (!isPtRight) {
        mistakes.emplace_back("the PTs fitted have another ratio");
    }
    return mistakes;
}

} // namespace meter::sim
