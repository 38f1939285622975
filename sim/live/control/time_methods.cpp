// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Methods on time, which is the same for all meters of a line.
#include "sim/live/control/control_methods.hpp"

namespace meter::sim::live {
namespace {

constexpr double kSpeedMin = 1e-3;
constexpr double kSpeedMax = 1000.0; ///< As --speed: more than any machine reaches.

Json tellPace(const ControlCall& call) {
    Json result = timed(call);
    result["paused"] = call.twin().pace().isPaused();
    result["speed"] = call.twin().pace().speed();
    return result;
}

} // namespace

RpcOutcome pauseTime(ControlCall& call) {
    call.twin().pace().setPaused(true);
    return tellPace(call);
}

RpcOutcome resumeTime(ControlCall& call) {
    call.twin().pace().setPaused(false);
    return tellPace(call);
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
    return tellPace(call);
}

RpcOutcome stepTime(ControlCall& call) {
    const Result<SampleTime> length = call.duration("for");
    if (!length) {
        return wrongParameter(length.error().text);
    }
    ControlledTwin& twin = call.twin();
    return call.answerLater([&twin, length = *length](std::function<void(RpcOutcome)> done) {
        twin.stepThen(length, [&twin, done = std::move(done)](const Result<void>& stepped) {
            if (!stepped) {
                done(refused(stepped.error().text));
                return;
            }
            done(Json{{"time", secondsOf(twin.meters().front().now())}});
        });
    });
}

} // namespace meter::sim::live
