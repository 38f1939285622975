// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A fault of the library with all its parameters known, and the times it acts in. A fault is
// a layer over the world: what it changes is recomputed from what is below it, so that
// any number of faults combine, and nothing is left behind when one ends.

#include "sim/base/sim_time.hpp"
#include "sim/installation/installation.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

struct FaultKind;

inline constexpr std::size_t kFaultParameterMax = 5;

/// Three values, one for each phase; what has one value has it three times.
using FaultValue = PerPhase<double>;
using FaultArguments = std::array<FaultValue, kFaultParameterMax>; ///< In the kind's order.

struct FaultCall {
    const FaultKind* kind = nullptr; ///< A row of the library; never null once read.
    FaultArguments arguments{};
};

/// One part of what `apply` names: a fault, when it begins, and how long it lasts.
struct FaultStep {
    FaultCall call{};
    SampleTime delay = 0;
    std::optional<SampleTime> length; ///< None: until something ends it.
};

/// A parameter as written: "residual", "70 %"; lists are joined by commas.
struct FaultText {
    std::string name;
    std::string value;

    friend bool operator==(const FaultText&, const FaultText&) = default;
};

struct ActiveFault {
    std::string name; ///< As it was applied.
    FaultCall call{};
    SampleTime begin = 0;
    std::optional<SampleTime> end;
    std::vector<SampleTime> bends; ///< Where its course changes; from the last on it is steady.
};

/// Where a fault stands.
struct FaultMoment {
    SampleTime begin = 0;
    double elapsedS = 0.0;
    std::optional<double> lengthS;
};

/// `below` is the world that it is laid over as it begins.
[[nodiscard]] ActiveFault
begun(const std::string& name, const FaultStep& step, SampleTime begin, const World& below);

/// Lays the faults that act now over a world at the same or a later time, in their order.
void layFaults(const std::vector<ActiveFault>& faults, SampleTime now, SampleTime at, World& world);

/// True while a fault changes gradually.
[[nodiscard]] bool isMoving(const ActiveFault& fault, SampleTime now);

/// The next sample behind `after` at which a fault begins, ends or changes its course.
[[nodiscard]] std::optional<SampleTime> nextTurn(const ActiveFault& fault, SampleTime after);

} // namespace meter::sim
