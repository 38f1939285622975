// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run of a scenario showed, as values for every kind of report.

#include "sim/result.hpp"
#include "sim/sim_time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

struct ExpectationResult {
    std::string text; ///< The expectation as written: a report's name for it.
    Place place{};    ///< Where it is written.
    bool hasHeld = false;
    SampleTime at = 0; ///< When that was settled.
    std::string seen;  ///< What was there instead, or what made it true.
};

struct RunResult {
    std::string name;
    std::string file;
    std::uint64_t seed = 0;
    SampleTime duration = 0;                     ///< Meter time that was played.
    std::vector<ExpectationResult> expectations; ///< In the order of the file.
    std::optional<Error> error; ///< The run itself could not be carried out (record file …).
    bool wasStopped = false;    ///< onProgress asked for it.

    [[nodiscard]] std::size_t failureCount() const;
    /// Nothing failed, and it was played to the end.
    [[nodiscard]] bool hasHeld() const;
};

} // namespace meter::sim
