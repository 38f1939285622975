// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two scenarios compared value by value. What only refers to the file (names, places, texts of
// expectations) does not count.

#include "sim/scenario/meter_keys.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/timeline_writer.hpp"

#include <algorithm>
#include <string>
#include <type_traits>

namespace meter::test {

inline bool isSame(const sim::PressAction& left, const sim::PressAction& right) {
    return std::ranges::equal(left.presses, right.presses, [](const auto& one, const auto& other) {
        return one.key == other.key && one.hold == other.hold && one.stroke == other.stroke;
    });
}

inline bool isSame(const sim::SetAction& left, const sim::SetAction& right) {
    return left.values == right.values;
}

inline bool isSame(const sim::WriteAction& left, const sim::WriteAction& right) {
    return left.registers == right.registers;
}

inline bool isSame(const sim::PowerAction& left, const sim::PowerAction& right) {
    return left.isOn == right.isOn;
}

inline bool isSame(const sim::SaveAction& left, const sim::SaveAction& right) {
    return left.bookmark == right.bookmark;
}

inline bool isSame(const sim::ApplyAction& left, const sim::ApplyAction& right) {
    return areSameFaults(left, right);
}

inline bool isSame(const sim::ClearAction& left, const sim::ClearAction& right) {
    return left.name == right.name;
}

inline bool isSame(const sim::LineAction& left, const sim::LineAction& right) {
    return left == right;
}

inline bool isSame(const sim::SwapAction& left, const sim::SwapAction& right) {
    return left.values == right.values;
}

inline bool isSame(const sim::TimelineEntry& left, const sim::TimelineEntry& right) {
    const bool isSameAction =
        left.action.index() == right.action.index() &&
        std::visit(
            [&right](const auto& action) {
                return isSame(action, std::get<std::decay_t<decltype(action)>>(right.action));
            },
            left.action);
    return isSameAction && left.at == right.at && left.forDuration == right.forDuration &&
           left.rampDuration == right.rampDuration && left.every == right.every &&
           left.times == right.times;
}

inline bool isSame(const sim::Expectation& left, const sim::Expectation& right) {
    return left.when == right.when && left.from == right.from && left.to == right.to &&
           left.subject == right.subject && left.name == right.name &&
           left.equals == right.equals && left.within == right.within &&
           left.above == right.above && left.below == right.below &&
           left.between == right.between && left.bits == right.bits &&
           left.isValid == right.isValid && left.isClosed == right.isClosed &&
           left.label == right.label && left.value == right.value && left.icons == right.icons;
}

inline bool isSame(const sim::LoadProfileRow& left, const sim::LoadProfileRow& right) {
    return left.timeS == right.timeS && left.currentA == right.currentA &&
           left.laggingDeg == right.laggingDeg;
}

/// What differs first; empty: nothing.
inline std::string differenceOf(const sim::Scenario& left, const sim::Scenario& right) {
    for (const sim::MeterKey& key : sim::meterKeys()) {
        if (key.get(left) != key.get(right)) {
            return "meter." + std::string(key.path);
        }
    }
    const auto same = [](const auto& one, const auto& other) {
        return isSame(one, other);
    };
    const std::pair<const char*, bool> parts[] = {
        {"name", left.name == right.name},
        {"seed", left.seed == right.seed},
        {"duration", left.duration == right.duration},
        {"installation", left.world.installation == right.world.installation},
        {"source", left.world.source == right.world.source},
        {"load", left.world.load == right.world.load},
        {"line", left.world.line == right.world.line},
        {"profile", std::ranges::equal(left.loadProfile, right.loadProfile, same) &&
                        left.loadProfile.factor() == right.loadProfile.factor()},
        {"replay", (left.replay == nullptr) == (right.replay == nullptr)},
        {"timeline", std::ranges::equal(left.timeline, right.timeline, same)},
        {"expect", std::ranges::equal(left.expect, right.expect, same)},
    };
    for (const auto& [name, isEqual] : parts) {
        if (!isEqual) {
            return name;
        }
    }
    return {};
}

} // namespace meter::test
