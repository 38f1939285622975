// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The trace of a run as a file.

#include "sim/base/result.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/run/trace_csv.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace meter::sim {

class Simulation;

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
