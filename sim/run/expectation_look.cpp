// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/expectation_look.hpp"

#include "sim/base/quantity.hpp"
#include "sim/device/glass_text.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace meter::sim {

namespace {

using Subject = Expectation::Subject;

/// docs/scenarios.md: without `within`, exact for whole numbers and 1e-6 relative otherwise.
constexpr double kRelativeTolerance = 1e-6;
/// A tolerance is not missed by the rounding of the numbers that it is compared with.
constexpr double kRounding = 1e-12;

bool isEqual(double seen, double expected, std::optional<double> within) {
    const double size = std::fabs(expected);
    if (within) {
        return std::fabs(seen - expected) <= *within + size * kRounding;
    }
    if (expected == std::floor(expected)) {
        return seen == expected;
    }
    return std::fabs(seen - expected) <= size * kRelativeTolerance;
}

/// The value as the bits of its register: a signed one in two's complement. Any double is fine.
std::uint32_t bitsOf(double seen) {
    constexpr double kBeyond = 4294967296.0; // 2³²
    if (!(seen > -kBeyond && seen < kBeyond)) {
        return 0;
    }
    return static_cast<std::uint32_t>(static_cast<std::int64_t>(seen));
}

bool holdBits(const Expectation& expectation, double seen) {
    const std::uint32_t word = bitsOf(seen);
    return std::ranges::all_of(expectation.bits, [word](const std::pair<int, bool>& bit) {
        return ((word >> static_cast<unsigned>(bit.first)) & 1U) == (bit.second ? 1U : 0U);
    });
}

std::string bitList(double seen) {
    std::string text;
    for (unsigned bit = 0; bit < 16; ++bit) {
        if (((bitsOf(seen) >> bit) & 1U) != 0U) {
            text += (text.empty() ? "" : " ") + std::to_string(bit);
        }
    }
    return text.empty() ? "no bit set" : "bits set: " + text;
}

bool holdsOnGlass(const Expectation& expectation, const Glass& glass) {
    if (expectation.label && *expectation.label != labelText(glass)) {
        return false;
    }
    if (expectation.value && *expectation.value != valueText(glass)) {
        return false;
    }
    const std::vector<std::string> wanted = expectation.icons.value_or(std::vector<std::string>{});
    return std::ranges::all_of(wanted, [&glass](const std::string& name) {
        const std::optional<Icon> icon = iconOf(name);
        return icon && glass.has(*icon);
    });
}

} // namespace

bool holdsNumerically(const Expectation& expectation, double seen) {
    if (!holdBits(expectation, seen)) {
        return false;
    }
    if (expectation.equals && !isEqual(seen, *expectation.equals, expectation.within)) {
        return false;
    }
    if (expectation.above && !(seen > *expectation.above)) {
        return false;
    }
    if (expectation.below && !(seen < *expectation.below)) {
        return false;
    }
    return !expectation.between ||
           (seen >= expectation.between->first && seen <= expectation.between->second);
}

ExpectationLook::ExpectationLook(const Factory& factory) : m_reader(factory) {}

Verdict ExpectationLook::verdictOf(const Expectation& expectation, const Simulation& simulation) {
    if (expectation.subject == Subject::Register) {
        return verdictOfRegister(expectation, simulation);
    }
    if (expectation.subject == Subject::Display) {
        const Glass& glass = simulation.meter().glass();
        return {holdsOnGlass(expectation, glass), glassText(glass)};
    }
    const ContactLog::Values& contacts = simulation.contacts().values();
    const bool isAlarm = expectation.name == "alarm";
    const bool isClosed = isAlarm ? contacts.isAlarmClosed : contacts.isEnergyPulseClosed;
    const bool isStateRight = !expectation.isClosed || *expectation.isClosed == isClosed;
    std::string seen = isClosed ? "closed" : "open";
    if (!isAlarm) {
        seen += ", " + std::to_string(contacts.energyPulses) + " pulses";
    }
    const auto pulses = static_cast<double>(contacts.energyPulses);
    return {isStateRight && (isAlarm || holdsNumerically(expectation, pulses)), seen};
}

Verdict ExpectationLook::verdictOfRegister(const Expectation& expectation,
                                           const Simulation& simulation) {
    const Result<RegisterChoice> choice = registerByNameOrNumber(expectation.name);
    if (!choice) {
        return {false, "there is no such register"};
    }
    if (m_lookedAt != simulation.now()) {
        m_reader.look(simulation.meter());
        m_lookedAt = simulation.now();
    }
    const RegisterReading reading = m_reader.read(*choice);
    const bool isValidityRight = !expectation.isValid || *expectation.isValid == reading.isValid();
    if (!reading.isValid()) {
        const bool hasOnlyValidity = !expectation.equals && !expectation.above &&
                                     !expectation.below && !expectation.between &&
                                     expectation.bits.empty();
        return {isValidityRight && hasOnlyValidity && expectation.isValid.has_value(),
                reading.state == RegisterReading::State::NoAnswer ? "no answer" : "invalid"};
    }
    std::string seen = readingText(reading);
    if (choice->named && !choice->named->text->unit.empty()) {
        seen += " " + std::string(choice->named->text->unit);
    }
    if (!expectation.bits.empty()) {
        seen += " (" + bitList(reading.value) + ")";
    }
    return {isValidityRight && holdsNumerically(expectation, reading.value), seen};
}

} // namespace meter::sim
