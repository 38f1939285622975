// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scope/trigger.hpp"

namespace meter::gui {

std::optional<double> latestCrossing(std::span<const float> samples,
                                     const TriggerPoint& trigger,
                                     double before,
                                     double after) {
    const double sign = trigger.edge == Edge::Rising ? 1.0 : -1.0;
    const auto above = [&](std::size_t index) {
        return sign * (static_cast<double>(samples[index]) - trigger.level);
    };
    std::optional<double> latest;
    bool isArmed = false;
    for (std::size_t index = 0; index < samples.size(); ++index) {
        const double here = above(index);
        if (here < -trigger.hysteresis || (trigger.hysteresis == 0.0 && here < 0.0)) {
            isArmed = true;
        }
        if (here < 0.0 || !isArmed || index == 0) {
            continue;
        }
        isArmed = false;
        const double last = above(index - 1);
        const double crossing = static_cast<double>(index) - here / (here - last);
        if (crossing >= before && crossing + after <= static_cast<double>(samples.size() - 1)) {
            latest = crossing;
        }
    }
    return latest;
}

} // namespace meter::gui
