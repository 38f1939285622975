// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What two meters differ in: who they are, how they are set up, how they scale, which registers
// they have, what they read at the same moments, what their counters gained meanwhile.

#include "app/compare/compare_side.hpp"
#include "sim/base/result.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {

enum class Aspect : std::uint8_t {
    Identity,
    Configuration,
    Scales,
    Registers, ///< Which are there, and how the others are refused.
    Readings,
    Counters, ///< Energies, pulses, resets: what they gained.
};

inline constexpr int kAspectCount = 6;

/// "identity", "configuration" …
[[nodiscard]] const char* nameOf(Aspect aspect);

struct Difference {
    Aspect aspect = Aspect::Identity;
    std::string subject; ///< "voltage_an", "register 347", "vendor".
    std::string a;       ///< What is seen there, with its unit.
    std::string b;
    std::string detail; ///< "1.1 % at 3 s, in 58 of 60 moments"; may be empty.
};

struct Comparison {
    std::string nameA;
    std::string nameB;
    int moments = 0;
    std::vector<Aspect> compared; ///< The aspects that both sides have.
    std::vector<int> counts;      ///< How much was compared, by aspect.
    std::vector<Difference> differences;
};

struct CompareOptions {
    std::vector<ReadRequest> registers; ///< Empty: all that both have.
    double lengthS = 60.0;
    double everyS = 1.0;
    double tolerance = 0.005; ///< As a share of the greater value; one count at least.
};

/// `waitUntil`: called before each moment with its second, true to stop; only where a side lives
/// in wall time.
[[nodiscard]] sim::Result<Comparison> compareSides(CompareSide& a,
                                                   CompareSide& b,
                                                   const CompareOptions& options,
                                                   const std::function<bool(double)>& waitUntil);

} // namespace meter::app
