// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows from the way a meter hangs on its RS-485 line. A model for teaching, not for
// planning a line: whoever exchanges the wires understands nothing; whoever terminates wrongly
// loses characters, the more of them the longer and faster the line is.

#include "sim/base/random.hpp"
#include "sim/installation/installation.hpp"
#include "sim/line/answer_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace meter::sim {

[[nodiscard]] constexpr bool isSound(const LineWiring& wiring) {
    return !wiring.isReversed && !wiring.isOpen && !wiring.isShieldOpen && wiring.terminators == 2;
}

/// Nothing is understood, either way.
[[nodiscard]] constexpr bool isCut(const LineWiring& wiring) {
    return wiring.isReversed || wiring.isOpen;
}

/// How probable it is that a character is lost: 0.05 · length ÷ 1200 m · baud ÷ 38400 · k, with
/// k = 1 for no terminator or three, 0.4 for one, 0 for two; an open shield adds 0.005.
[[nodiscard]] double lossOfCharacter(const LineWiring& wiring, std::uint32_t baudRate);

/// How probable it is that all of so many characters arrive.
[[nodiscard]] double
arrivalOfFrame(const LineWiring& wiring, std::uint32_t baudRate, std::size_t size);

/// Takes characters out of an answer as chance has it, and says so in the plan.
void loseCharacters(AnswerPlan& plan, double loss, Random& random);

/// What an open shield lets in: so many bytes, about so often, while nobody talks.
inline constexpr std::size_t kShieldNoiseSize = 3;
inline constexpr std::int64_t kShieldNoiseUs = 2'000'000;

} // namespace meter::sim
