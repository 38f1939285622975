// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/classroom/seat_report.hpp"

#include "sim/base/sim_time.hpp"
#include "sim/device/glass_text.hpp"
#include "sim/live/lesson/lesson_view.hpp"

#include <algorithm>

namespace meter::sim::live {

namespace {

/// The one whose turn it is, or the last one that was settled.
std::string taskOf(const LessonStanding& standing) {
    const auto last = std::ranges::max_element(standing.tasks, {}, &TaskStanding::at);
    if (last != standing.tasks.end() && last->at > 0) {
        return last->id;
    }
    const auto open =
        std::ranges::find_if(standing.tasks, [](const auto& task) { return !task.isSettled(); });
    return open == standing.tasks.end() ? std::string() : open->id;
}

} // namespace

SeatReport seatReportOf(const Snapshot& snapshot) {
    SeatReport report;
    report.seconds = static_cast<int>(secondsOf(snapshot.now));
    report.glass = glassText(snapshot.glass);
    if (snapshot.lesson) {
        const LessonStanding& standing = snapshot.lesson->standing;
        report.lesson = snapshot.lesson->lesson->id;
        report.task = taskOf(standing);
        report.points = standing.points;
        report.of = standing.of;
        report.isFinished = standing.isFinished;
        report.keys = snapshot.lesson->keys;
    }
    return report;
}

} // namespace meter::sim::live
