// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE table of what `line` in a timeline can say: each fault of the communication line with
// its parameters. Reader, writer, schema and documentation all come from it.

#include "sim/keys/value_rule.hpp"
#include "sim/line/line_fault.hpp"

#include <span>
#include <string>
#include <string_view>

namespace meter::sim {

enum class LineFaultForm {
    One,       ///< One value of `rule`.
    Functions, ///< A function code, or a list of them.
    Registers, ///< A name, a number or a range such as 1-24, or a list of them.
    Units,     ///< A unit address, a list of them, or `all`.
    Bytes,     ///< Hexadecimal bytes, such as "00 FF".
};

struct LineFaultParameter {
    std::string_view name;
    LineFaultForm form = LineFaultForm::One;
    ValueRule rule{}; ///< Of one value. A probability is a level, a time in seconds.
    /// None: it was not written, and chance or the default counts. One only.
    std::optional<double> (*get)(const LineFault&) = nullptr;
    void (*set)(LineFault&, double) = nullptr;
    std::string_view meaning{};
};

struct LineFaultKey {
    std::string_view name; ///< "wrong_unit".
    LineFaultKind kind;
    /// What a plain value stands for: `delay: 50 ms` is `delay: {time: 50 ms}`.
    std::string_view mainParameter;
    std::string_view meaning;
    std::span<const LineFaultParameter> parameters; ///< Its own, besides lineFaultFilters().
    LineFault defaults{};                           ///< Before anything is said.
    /// A sentence if the values do not fit each other.
    std::optional<std::string> (*objection)(const LineFault&) = nullptr;
};

/// Every fault, in the order in which they act.
[[nodiscard]] std::span<const LineFaultKey> lineFaultKeys();
[[nodiscard]] const LineFaultKey& lineFaultKey(LineFaultKind kind);
[[nodiscard]] const LineFaultKey* findLineFaultKey(std::string_view name);

/// Parameters that every fault has: probability, count, skip, functions, registers, units.
[[nodiscard]] std::span<const LineFaultParameter> lineFaultFilters();

/// The table as people read it: name, parameters, meaning.
[[nodiscard]] std::string lineFaultsText();

} // namespace meter::sim
