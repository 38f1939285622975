// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Methods on time, which is the same for all meters of a line.
#include "sim/live/control/control_methods.hpp"
#include "sim/live/history/live_run.hpp"

#include <array>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr double kSpeedMin = 1e-3;
constexpr double kSpeedMax = 1000.0; ///< As --speed: more than any machine reaches.

Json paceOf(const ControlCall& call) {
    Json result = timed(call);
    result["paused"] = call.twin().pace().isPaused();
    result["speed"] = call.twin().pace().speed();
    return result;
}

/// In the order of ExpectationStanding::State.
constexpr std::array<std::string_view, 3> kStandingWords = {"pending", "held", "failed"};

std::size_t indexOf(const ControlCall& call) {
    return static_cast<std::size_t>(&call.meter() - call.twin().meters().data());
}

} // namespace

RpcOutcome pauseTime(ControlCall& call) {
    call.twin().endSteps("`pause` stopped time");
    call.twin().pace().setPaused(true);
    return paceOf(call);
}

RpcOutcome resumeTime(ControlCall& call) {
    call.twin().pace().setPaused(false);
    return paceOf(call);
}

RpcOutcome setSpeedOfTime(ControlCall& call) {
    if (call.has("factor")) {
        const Result<double> factor = call.number("factor");
        if (!factor || !(*factor >= kSpeedMin && *factor <= kSpeedMax)) {
            return wrongParameter("`factor` is a number from 0.001 to 1000; `pause` stops time, "
                                  "`step` goes as fast as it can");
        }
        call.twin().pace().setSpeed(*factor);
    }
    return paceOf(call);
}

RpcOutcome stepTime(ControlCall& call) {
    const Result<SampleTime> length = call.duration("for");
    if (!length) {
        return wrongParameter(length.error().text);
    }
    ControlledTwin& twin = call.twin();
    return call.answerLater([&twin, length = *length](ControlCall::Asker asker) {
        const auto onStepped = [&twin, done = std::move(asker.done)](const Result<void>& stepped) {
            if (!stepped) {
                done(refused(stepped.error().text));
                return;
            }
            done(Json{{"time", secondsOf(twin.meters().front().now())}});
        };
        twin.stepThen(length, {.done = onStepped, .isThere = std::move(asker.isThere)});
    });
}

RpcOutcome cancelSteps(ControlCall& call) {
    const std::size_t count = call.twin().endSteps("`cancel` ended it");
    Json result = timed(call);
    result["cancelled"] = count;
    return result;
}

RpcOutcome saveBookmark(ControlCall& call) {
    if (const Result<void> saved = call.twin().liveRun().save(call.text("name").value_or(""));
        !saved) {
        return wrongParameter(saved.error().text);
    }
    return timed(call);
}

RpcOutcome restoreBookmark(ControlCall& call) {
    const Result<SampleTime> restored =
        call.twin().liveRun().restore(call.text("name").value_or(""));
    if (!restored) {
        return refused(restored.error().text);
    }
    return timed(call);
}

RpcOutcome rewindTime(ControlCall& call) {
    if (call.has("to") == call.has("by")) {
        return wrongParameter("write either `to`, a moment, or `by`, how far back");
    }
    const Result<SampleTime> given = call.time(call.has("to") ? "to" : "by");
    if (!given) {
        return wrongParameter(given.error().text);
    }
    LiveRun& liveRun = call.twin().liveRun();
    const SampleTime time = call.has("to") ? *given : liveRun.now() - *given;
    if (const Result<void> rewound = liveRun.rewindTo(time); !rewound) {
        return refused(rewound.error().text);
    }
    return timed(call);
}

RpcOutcome listBookmarks(ControlCall& call) {
    Json list = Json::array();
    for (const Bookmark& one : call.twin().liveRun().bookmarks()) {
        list.push_back({{"name", one.name},
                        {"time", secondsOf(one.at)},
                        {"by", one.isByHand ? "hand" : "timeline"}});
    }
    Json result = timed(call);
    result["oldest"] = secondsOf(call.twin().liveRun().oldest());
    result["bookmarks"] = std::move(list);
    return result;
}

RpcOutcome listExpectations(ControlCall& call) {
    std::array<int, kStandingWords.size()> counts{};
    Json list = Json::array();
    for (const ExpectationStanding& one : call.twin().liveRun().standings(indexOf(call))) {
        const auto state = static_cast<std::size_t>(one.state);
        ++counts[state];
        list.push_back({{"expectation", one.text},
                        {"state", kStandingWords[state]},
                        {"from", secondsOf(one.from)},
                        {"to", secondsOf(one.to)},
                        {"seen", one.seen.empty() ? Json(nullptr) : Json(one.seen)}});
    }
    Json result = timed(call);
    for (std::size_t state = 0; state < counts.size(); ++state) {
        result[std::string(kStandingWords[state])] = counts[state];
    }
    result["expectations"] = std::move(list);
    return result;
}

} // namespace meter::sim::live
