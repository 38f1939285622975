// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/step_queue.hpp"

#include "sim/base/quantity.hpp"
#include "sim/live/base/wall_clock.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr WallUs kBudgetUs = 5000; ///< Then the wire is looked at again.
constexpr SampleTime kSlice = kSamplesPerSecond / 10;

} // namespace

void StepQueue::add(SampleTime samples, Waiter waiter) {
    m_steps.push_back({.left = samples, .waiter = std::move(waiter)});
}

void StepQueue::advance(const Advance& advance) {
    endUnwanted();
    const WallUs end = wallNow() + kBudgetUs;
    while (!m_steps.empty() && wallNow() < end) {
        const auto next = std::ranges::min_element(m_steps, {}, &Step::left);
        const SampleTime slice = std::min<SampleTime>(next->left, kSlice);
        advance(slice);
        next->left -= slice;
        if (next->left == 0) {
            const Waiter waiter = std::move(next->waiter);
            m_steps.erase(next);
            waiter.done({});
        }
    }
}

/// Those of clients that have hung up. A client that is answered may ask for the next one.
void StepQueue::endUnwanted() {
    const auto isUnwanted = [](const Step& step) {
        return step.waiter.isThere && !step.waiter.isThere();
    };
    for (auto found = std::ranges::find_if(m_steps, isUnwanted); found != m_steps.end();
         found = std::ranges::find_if(m_steps, isUnwanted)) {
        const Waiter waiter = std::move(found->waiter);
        m_steps.erase(found);
        waiter.done(std::unexpected(Error{"the client that asked for this step is gone", {}}));
    }
}

std::size_t StepQueue::end(const std::string& why) {
    const std::deque<Step> ended = std::exchange(m_steps, {});
    for (const Step& step : ended) {
        step.waiter.done(std::unexpected(Error{
            "the step ended " + numberText(secondsOf(step.left)) + " s before its end: " + why,
            {}}));
    }
    return ended.size();
}

SampleTime StepQueue::left() const {
    SampleTime left = 0;
    for (const Step& step : m_steps) {
        left += step.left;
    }
    return left;
}

} // namespace meter::sim::live
