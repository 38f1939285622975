// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The four keys as they are wired: what is held and when it repeats (docs/faceplate.md: four per
// second after 0.6 s). The key pressed last is the one that repeats. Contacts are taken as
// debounced: edges come in, presses come out.

#include "core/base/sample_time.hpp"
#include "core/ports/glass.hpp"

#include <limits>

namespace meter {

inline constexpr SampleTime kNever = std::numeric_limits<SampleTime>::max();
inline constexpr SampleTime kRepeatDelay = kSamplesPerSecond * 6 / 10;
inline constexpr SampleTime kRepeatPeriod = kSamplesPerSecond / 4;

struct Keypad {
    Key held = Key::Plus;
    SampleTime repeatAt = kNever; ///< kNever: no key is held.

    /// True if this edge is a new press. A second "down" of a key that is held is not: hosts
    /// with a repeat of their own must not double ours.
    [[nodiscard]] constexpr bool onEdge(Key key, bool isDown, SampleTime now) {
        if (isDown) {
            if (repeatAt != kNever && held == key) {
                return false;
            }
            held = key;
            repeatAt = now + kRepeatDelay;
            return true;
        }
        if (held == key) {
            repeatAt = kNever;
        }
        return false;
    }

    constexpr void onRepeat() { repeatAt += kRepeatPeriod; }
};

} // namespace meter
