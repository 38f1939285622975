// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE fault library: each fault with its parameters, its source and how it changes the world.
// The scenario reader, the list of faults and the documentation all come from it.

#include "sim/faults/fault_call.hpp"
#include "sim/keys/value_rule.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

enum class FaultForm {
    One,      ///< One value of `rule`.
    Three,    ///< One value of `rule`, or three for A, B, C.
    Phases,   ///< A, B, C, a list or `all`; pairs too, of a delta. 1 where it is meant, else 0.
    Inputs,   ///< The meter's inputs A, B, C, whatever the service has.
    Terminal, ///< One voltage terminal: A, B, C or N.
    Pair,     ///< Two of the meter's inputs.
};

/// What a percent of a parameter is of: the value as the scenario begins.
enum class FaultBase { None, Crest, Voltage, Current, CtRating, PtRating };

struct FaultParameter {
    std::string_view name;
    FaultForm form = FaultForm::One;
    ValueRule rule{};
    std::string_view defaultText{}; ///< As written; empty: none, it stays what it is.
    std::string_view meaning{};
    FaultBase base = FaultBase::None;
    double plainUnit = 1.0; ///< A number without unit counts this many base units.
    bool isNeeded = false;
};

struct FaultKind {
    std::string_view name;
    std::string_view meaning;
    std::string_view source;
    std::span<const FaultParameter> parameters;
    void (*change)(const FaultArguments&, const FaultMoment&, World&);
    /// Where its course bends, in seconds from its begin; from the last on it is steady.
    std::vector<double> (*bends)(const FaultArguments&,
                                 const World& initial,
                                 double lengthS) = nullptr;
    /// A sentence if the arguments do not fit each other or the service.
    std::optional<std::string> (*objection)(const FaultArguments&, const World&) = nullptr;
    double defaultDurationS = 0.0; ///< 0: it lasts.
};

[[nodiscard]] std::span<const FaultKind> faultKinds();
[[nodiscard]] const FaultKind* findFaultKind(std::string_view name);

} // namespace meter::sim
