// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_acts.hpp"

#include "sim/base/quantity.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/truth/true_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, 3> kLeadKeys = {
    "installation.voltage_leads", "installation.ct_leads", "installation.ct_reversed"};
constexpr double kRounding = 1e-9; ///< Of decimal numbers.

bool isPress(const PressAction::Press& press) {
    return press.stroke != PressAction::Stroke::Up;
}

bool isOf(std::string_view key, std::string_view section) {
    return key.starts_with(section) && (key.size() == section.size() || key[section.size()] == '.');
}

/// Whether a `set` changes a key of these sections.
template <typename Sections>
bool changes(const TimelineEntry& entry, const World& world, const Sections& sections) {
    const auto* const set = std::get_if<SetAction>(&entry.action);
    if (set == nullptr) {
        return false;
    }
    return std::ranges::any_of(set->values, [&](const auto& item) {
        const bool isMeant = std::ranges::any_of(
            sections, [&](std::string_view section) { return isOf(item.first, section); });
        return isMeant && parameter(world, item.first) != item.second;
    });
}

/// A choice as it is compared: by its English text.
std::string canonical(const Question& question, const std::string& text) {
    if (const std::optional<double> place = parseNumber(text)) {
        const bool isPlace = *place >= 1.0 &&
                             *place <= static_cast<double>(question.choices.size()) &&
                             *place == std::floor(*place);
        if (isPlace) {
            return question.choices[static_cast<std::size_t>(*place) - 1].in("en");
        }
    }
    for (const LocalText& choice : question.choices) {
        for (const auto& [language, own] : choice.all()) {
            if (own == text) {
                return choice.in("en");
            }
        }
    }
    return std::string(trimmed(text));
}

} // namespace

bool isWiringKey(std::string_view key) {
    return key.starts_with("installation.") || key.starts_with("line.wiring.");
}

bool maySet(const Lesson& lesson, std::string_view key) {
    if (key.starts_with("installation.disconnect")) {
        return lesson.mayUse(DeskRight::Disconnect);
    }
    const bool isFuse = key.starts_with("installation.fuses");
    return lesson.mayUse(isWiringKey(key) ? DeskRight::Wiring : DeskRight::Source) ||
           (isFuse && lesson.mayUse(DeskRight::Disconnect));
}

Act actOf(const TimelineEntry& entry) {
    if (std::holds_alternative<PressAction>(entry.action)) {
        return Act::Keys;
    }
    if (std::holds_alternative<WriteAction>(entry.action)) {
        return Act::Modbus;
    }
    const auto* const set = std::get_if<SetAction>(&entry.action);
    const bool isWiring = set != nullptr && std::ranges::any_of(set->values, [](const auto& item) {
                              return isWiringKey(item.first);
                          });
    return isWiring ? Act::Wiring : Act::Any;
}

int keyPressesOf(const TimelineEntry& entry) {
    const auto* const press = std::get_if<PressAction>(&entry.action);
    return press == nullptr ? 0 : static_cast<int>(std::ranges::count_if(press->presses, isPress));
}

bool isDisconnectClosed(const World& world) {
    // 1 is closed; a world without the switch is always live.
    return parameter(world, "installation.disconnect").value_or(1.0) != 0.0;
}

bool movesLeads(const TimelineEntry& entry, const World& world) {
    return changes(entry, world, kLeadKeys);
}

bool breaks(const Ban& ban, const TimelineEntry& entry, const World& world, bool isLive) {
    using What = Ban::What;
    if (ban.what == What::Moved) {
        const std::array<std::string_view, 2> sections = {
            ban.of == "ct_leads" ? kLeadKeys[1] : kLeadKeys[0],
            ban.of == "ct_leads" ? kLeadKeys[2] : kLeadKeys[0]};
        return (isLive || !ban.whileLive) && changes(entry, world, sections);
    }
    if (ban.what == What::Set) {
        return changes(entry, world, std::array<std::string_view, 1>{ban.of});
    }
    if (const auto* const write = std::get_if<WriteAction>(&entry.action)) {
        return ban.what == What::Write &&
               std::ranges::any_of(write->registers,
                                   [&ban](const auto& item) { return item.first == ban.number; });
    }
    if (const auto* const press = std::get_if<PressAction>(&entry.action)) {
        return ban.what == What::Press &&
               std::ranges::any_of(press->presses, [&ban](const PressAction::Press& each) {
                   return isPress(each) && each.key == ban.key;
               });
    }
    return false;
}

bool pulsesCounted(const Readings& readings) {
    return readings.pulses.real > 0 || readings.pulses.reactive > 0;
}

bool isAskedSo(const AskedCondition& wanted, const AskedEvent& event, const Settings& settings) {
    const bool isLineRight =
        (!wanted.baud && !wanted.parity) ||
        (event.isSerial && (!wanted.baud || *wanted.baud == settings.baudRate) &&
         (!wanted.parity || *wanted.parity == settings.parity));
    return isLineRight && (!wanted.unit || *wanted.unit == event.unit);
}

void noteAsked(const AskedCondition& wanted, const AskedEvent& event, std::vector<bool>& asked) {
    for (std::size_t i = 0; i < wanted.registers.size(); ++i) {
        const std::uint16_t number = wanted.registers[i];
        asked[i] = asked[i] || (number >= event.first && number < event.first + event.count);
    }
}

bool isSameSet(const Question& question,
               const std::vector<std::string>& given,
               const std::vector<std::string>& right) {
    std::set<std::string> ours;
    std::set<std::string> theirs;
    for (const std::string& text : given) {
        ours.insert(canonical(question, text));
    }
    for (const std::string& text : right) {
        theirs.insert(canonical(question, text));
    }
    return ours == theirs;
}

std::optional<double> numberGiven(const std::string& text, const NumberAnswer& wanted) {
    const Result<Quantity> given = parseQuantity(text);
    if (!given) {
        return std::nullopt;
    }
    if (given->dimension == Dimension::None || wanted.unit.empty()) {
        return given->value;
    }
    const Result<Quantity> unit = parseQuantity("1 " + wanted.unit);
    if (!unit || unit->dimension != given->dimension) {
        return std::nullopt;
    }
    return given->value / unit->value;
}

bool isNear(double given, double right, const NumberAnswer& wanted) {
    const double tolerance = wanted.absolute.value_or(0.0) +
                             wanted.relative.value_or(0.0) * std::fabs(right) +
                             kRounding * std::fabs(right);
    return std::fabs(given - right) <= tolerance;
}

std::optional<double> trueAnswer(const std::string& name, const World& world) {
    return trueValue(name, world);
}

} // namespace meter::sim
