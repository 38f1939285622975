// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Judges the passwords of the RESET and SETUP menus. Five wrong ones in a row lock the menu
// for a minute (docs/faceplate.md); while it is locked every password is refused and none counts.
// The count lives as long as control power does.

#include "core/base/sample_time.hpp"

#include <cstdint>

namespace meter {

inline constexpr std::uint8_t kWrongPasswordsMax = 5;
inline constexpr SampleTime kLockTime = SampleTime{kSamplesPerSecond} * 60;

struct PasswordGate {
    std::uint8_t wrongCount = 0;
    SampleTime lockedUntil = 0;

    [[nodiscard]] constexpr bool isLocked(SampleTime now) const { return now < lockedUntil; }

    /// True: the menu opens.
    [[nodiscard]] constexpr bool
    admit(std::uint32_t entered, std::uint32_t expected, SampleTime now) {
        if (isLocked(now)) {
            return false;
        }
        if (entered == expected) {
            wrongCount = 0;
            return true;
        }
        ++wrongCount;
        if (wrongCount >= kWrongPasswordsMax) {
            wrongCount = 0;
            lockedUntil = now + kLockTime;
        }
        return false;
    }
};

} // namespace meter
