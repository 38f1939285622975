// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sines and cosines of angles that are asked for again in the same order. While a value ramps, a
// recipe is made for each block, and all of its angles but what ramps are those of the last one:
// a ramped level is a factor, not a new sine. Gives the bits that are computed without it.

#include "core/base/math.hpp"

#include <cstddef>
#include <vector>

namespace meter::sim {

class KnownDirections final {
public:
    /// A recipe begins.
    void restart() { m_next = 0; }

    [[nodiscard]] SineCosine of(double angleDeg) {
        if (m_next == m_known.size()) {
            m_known.emplace_back();
        }
        Known& known = m_known[m_next++];
        if (!known.isValid || known.angleDeg != angleDeg) {
            known = {.isValid = true,
                     .angleDeg = angleDeg,
                     .direction = sineCosineTurns(angleDeg / 360.0)};
        }
        return known.direction;
    }

private:
    struct Known {
        bool isValid = false;
        double angleDeg = 0.0;
        SineCosine direction{};
    };

    std::vector<Known> m_known; ///< In the order in which they are asked for.
    std::size_t m_next = 0;
};

} // namespace meter::sim
