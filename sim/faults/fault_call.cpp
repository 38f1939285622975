// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/faults/fault_call.hpp"

#include "sim/faults/fault_table.hpp"

#include <algorithm>

namespace meter::sim {

ActiveFault
begun(const std::string& name, const FaultStep& step, SampleTime begin, const World& below) {
    ActiveFault fault = {.name = name, .call = step.call, .begin = begin, .end = {}, .bends = {}};
    if (step.length) {
        fault.end = begin + *step.length;
    }
    const FaultKind& kind = *step.call.kind;
    if (kind.bends != nullptr) {
        const double lengthS = step.length ? secondsOf(*step.length) : kind.defaultDurationS;
        for (const double bendS : kind.bends(step.call.arguments, below, lengthS)) {
            fault.bends.push_back(begin + samplesOf(bendS));
        }
    }
    return fault;
}

void layFaults(const std::vector<ActiveFault>& faults,
               SampleTime now,
               SampleTime at,
               World& world) {
    for (const ActiveFault& fault : faults) {
        if (now < fault.begin || (fault.end && now >= *fault.end)) {
            continue;
        }
        FaultMoment moment = {
            .begin = fault.begin, .elapsedS = secondsOf(at - fault.begin), .lengthS = {}};
        if (fault.end) {
            moment.lengthS = secondsOf(*fault.end - fault.begin);
        }
        fault.call.kind->change(fault.call.arguments, moment, world);
    }
}

bool isMoving(const ActiveFault& fault, SampleTime now) {
    return !fault.bends.empty() && now >= fault.begin && now < fault.bends.back();
}

std::optional<SampleTime> nextTurn(const ActiveFault& fault, SampleTime after) {
    std::optional<SampleTime> next;
    const auto consider = [&](SampleTime at) {
        if (at > after) {
            next = next ? std::min(*next, at) : at;
        }
    };
    consider(fault.begin);
    if (fault.end) {
        consider(*fault.end);
    }
    for (const SampleTime bend : fault.bends) {
        consider(bend);
    }
    return next;
}

} // namespace meter::sim
