// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `judge`: what the meters find about the masters that read them.
#include "sim/live/control/control_methods.hpp"
#include "sim/live/line/traffic_judge.hpp"
#include "sim/report/judge_reports.hpp"
#include "sim/twin/simulation.hpp"

namespace meter::sim::live {
namespace {

/// Some milliseconds of work; the rest is judged while the twin runs on.
constexpr std::size_t kFramesAtOnce = 2000;

} // namespace

RpcOutcome judgeMasters(ControlCall& call) {
    TrafficJudge* const judge = call.twin().judge();
    if (judge == nullptr) {
        return refused("nobody keeps the frames of this twin");
    }
    const Settings& settings = call.twin().meters().front().meter().readings().settings;
    judge->setLine({.baudRate = settings.baudRate, .parity = settings.parity});
    const std::uint64_t waiting = judge->pump(kFramesAtOnce);
    Json result = timed(call);
    result.update(Json::parse(judgeJson(judge->report())));
    result["waiting"] = waiting;
    return result;
}

} // namespace meter::sim::live
