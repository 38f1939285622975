// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_check.hpp"

#include "sim/lesson/lesson_steps.hpp"

#include <algorithm>
#include <set>

namespace meter::sim {

namespace {

constexpr SampleTime kBeforeHandIn = 3 * kSamplesPerSecond;
/// Who does nothing looks on for so long.
constexpr SampleTime kIdleTime = 60 * kSamplesPerSecond;

Attempt attemptWith(std::uint64_t seed) {
    return {.learner = "check", .number = 1, .seed = seed, .start = {}};
}

/// Carries out one step; a refusal shows in the points.
struct StepPlayer {
    LessonRun& run;

    void operator()(const TimelineAction& action) const {
        TimelineEntry entry;
        entry.action = action;
        run.twin().perform(entry);
    }

    void operator()(const WaitStep&) const {}

    void operator()(const AnswerStep& step) const {
        static_cast<void>(run.session().answer(
            step.task, step.isHidden ? hiddenAnswer(run.session().drawn()) : step.values));
    }

    void operator()(const MeasureStep& step) const {
        static_cast<void>(run.session().measure(step.tool, step.at));
    }

    void operator()(const ReadStep& step) const { run.readAsMaster(step); }

    void operator()(const HintStep& step) const {
        static_cast<void>(run.session().hint(step.task));
    }
};

std::string listOf(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

/// Which tasks the solution did not reach with this seed.
std::vector<std::string> faultsWith(const Lesson& lesson, std::uint64_t seed) {
    LessonRun run(lesson, attemptWith(seed));
    const LessonStanding standing = playSolution(run);
    std::vector<std::string> faults;
    for (const TaskStanding& task : standing.tasks) {
        if (task.points < task.of || task.state != TaskStanding::State::Done) {
            faults.push_back("the solution does not reach the task `" + task.id + "`: " +
                             std::to_string(task.points) + " of " + std::to_string(task.of) +
                             " points" + (task.note.empty() ? "" : "; " + task.note));
        }
    }
    for (const LessonLoss& loss : standing.lost) {
        faults.push_back("the solution loses points: " + loss.why);
    }
    if (!faults.empty() && lesson.hidden) {
        faults.push_back("the hidden faults were: " + listOf(hiddenAnswer(run.session().drawn())));
    }
    return faults;
}

} // namespace

LessonStanding playSolution(LessonRun& run) {
    for (const SolutionStep& step : run.session().lesson().solution) {
        std::visit(StepPlayer{run}, step);
        run.advance(stepLength(step));
    }
    const SampleTime now = run.twin().now();
    const SampleTime second = (now + kSamplesPerSecond - 1) / kSamplesPerSecond * kSamplesPerSecond;
    run.runUntil(second + kBeforeHandIn);
    run.session().finish();
    return run.session().standing();
}

std::vector<std::string> faultsOf(const Lesson& lesson) {
    std::vector<std::string> faults;
    std::set<std::string> seen;
    for (int seed = 0; seed < kCheckSeedCount; ++seed) {
        for (std::string& fault : faultsWith(lesson, static_cast<std::uint64_t>(seed))) {
            if (seen.insert(fault).second) {
                faults.push_back(std::move(fault) + " (seed " + std::to_string(seed) + ")");
            }
        }
    }
    LessonRun idle(lesson, attemptWith(0));
    idle.runUntil(kIdleTime);
    idle.session().finish();
    if (idle.session().standing().isPassed) {
        faults.emplace_back("doing nothing passes: raise `pass`, or ask for something that is not "
                            "so from the start");
    }
    return faults;
}

} // namespace meter::sim
