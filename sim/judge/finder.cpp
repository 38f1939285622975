// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/finder.hpp"

namespace meter::sim {
namespace {

constexpr std::size_t kFramesMax = 4;

} // namespace

void JudgeEvidence::show(const TrafficFrame& frame) {
    if (frames.size() < kFramesMax) {
        frames.push_back(frame);
    }
}

void JudgeEvidence::add(const TrafficFrame& frame) {
    ++count;
    show(frame);
}

void JudgeEvidence::add(const Exchange& exchange) {
    add(exchange.request);
}

void JudgeEvidence::merge(const JudgeEvidence& other) {
    count += other.count;
    for (const TrafficFrame& frame : other.frames) {
        show(frame);
    }
}

void Finder::merge(const Finder& other) {
    for (std::size_t i = 0; i < kJudgeRuleCount; ++i) {
        found[i].merge(other.found[i]);
        couldBreak[i] = couldBreak[i] || other.couldBreak[i];
        if (cost[i].empty()) {
            cost[i] = other.cost[i];
        }
    }
}

} // namespace meter::sim
