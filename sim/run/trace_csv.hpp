// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The trace of a run: one CSV row per second of meter time, from 1 on, with the values that a
// master reads, in the units of the point map. Invalid or unanswered ones are empty.

#include "sim/base/result.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/line/register_reader.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace meter::sim {

class Simulation;

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

class TraceFile final {
public:
    static Result<TraceFile> create(const std::filesystem::path& file,
                                    const std::vector<std::string>& columns,
                                    const Factory& factory);

    void add(const Simulation& simulation);
    /// Puts the file into its place; an error if anything could not be written (a full disk,
    /// say), and what was there before stays. Without a close() nothing is left.
    Result<void> close();

private:
    TraceFile(WholeFile file, TraceRows rows);

    TraceRows m_rows;
    WholeFile m_file;
};

} // namespace meter::sim
