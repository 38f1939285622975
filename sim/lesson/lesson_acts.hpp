// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a stimulus or an answer means for a lesson: with what it was done, whether it moves a
// lead, breaks a rule, is what a question wants.

#include "core/access/readings.hpp"
#include "sim/lesson/lesson.hpp"
#include "sim/lesson/lesson_event.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

/// What is wired at the site: the installation, and the RS-485 line.
[[nodiscard]] bool isWiringKey(std::string_view key);

/// Whether a lesson lets a key of the world be set: the disconnect, wiring or the source. Fuses
/// belong to the disconnect as well.
[[nodiscard]] bool maySet(const Lesson& lesson, std::string_view key);

[[nodiscard]] Act actOf(const TimelineEntry& entry);
/// Keys that go down by it.
[[nodiscard]] int keyPressesOf(const TimelineEntry& entry);

/// The voltage leads are live: the disconnect is closed.
[[nodiscard]] bool isDisconnectClosed(const World& world);
/// A voltage lead or a rope goes elsewhere than it is in `world`.
[[nodiscard]] bool movesLeads(const TimelineEntry& entry, const World& world);
[[nodiscard]] bool
breaks(const Ban& ban, const TimelineEntry& entry, const World& world, bool isLive);

[[nodiscard]] bool pulsesCounted(const Readings& readings);

/// At the unit and the line that are wanted, whatever registers.
[[nodiscard]] bool
isAskedSo(const AskedCondition& wanted, const AskedEvent& event, const Settings& settings);

/// Which of the wanted registers an answer held; `asked` has one place for each.
void noteAsked(const AskedCondition& wanted, const AskedEvent& event, std::vector<bool>& asked);

/// Answers are the texts of choices in any language, their places from 1 on, or the names of a
/// table; the order does not matter.
[[nodiscard]] bool isSameSet(const Question& question,
                             const std::vector<std::string>& given,
                             const std::vector<std::string>& right);

/// In the answer's unit; none: not a number, or in a unit of another kind.
[[nodiscard]] std::optional<double> numberGiven(const std::string& text,
                                                const NumberAnswer& wanted);
[[nodiscard]] bool isNear(double given, double right, const NumberAnswer& wanted);
/// `true.NAME` in the unit of the point map.
[[nodiscard]] std::optional<double> trueAnswer(const std::string& name, const World& world);

} // namespace meter::sim
