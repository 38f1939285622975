// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The trace of a run: one CSV row per second of meter time, from 1 on, with the values that a
// master reads, in the units of the point map. Invalid or unanswered ones are empty.

#include "sim/base/result.hpp"
#include "sim/line/register_reader.hpp"

#include <memory>
#include <string>
#include <vector>

namespace meter::sim {

/// Every name that has a float register, once, and alerts.
[[nodiscard]] std::vector<std::string> defaultTraceColumns();

/// Header and rows as text.
class TraceRows final {
public:
    /// Names or numbers of registers; none = defaultTraceColumns(). Errors name the column.
    static Result<TraceRows> create(std::vector<std::string> columns, const Factory& factory);

    [[nodiscard]] std::string header() const;
    [[nodiscard]] std::string row(SampleTime now, const Meter& meter);

private:
    TraceRows() = default;

    std::vector<std::string> m_names;
    std::vector<RegisterChoice> m_choices;
    std::unique_ptr<RegisterReader> m_reader;
};

} // namespace meter::sim
