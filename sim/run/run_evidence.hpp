// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run leaves behind so that another one can be held against it byte by byte, in a folder:
// record.csv (default columns, a row each second), end.csv (every register that has a name and
// the contacts at the very end), memory/<serial>/ (the images of the meter's memory).

#include "sim/run/trace_file.hpp"

#include <filesystem>
#include <optional>

namespace meter::sim {

class NvMemory;

inline constexpr const char* kRecordFile = "record.csv";
inline constexpr const char* kEndFile = "end.csv";
inline constexpr const char* kMemoryFolder = "memory";

class RunEvidence final {
public:
    /// Makes the folder if it is not there.
    static Result<RunEvidence> create(const std::filesystem::path& folder, const Factory& factory);

    void add(const Simulation& simulation); ///< Each second.
    Result<void> close(const Simulation& simulation);

private:
    RunEvidence(std::filesystem::path folder, TraceFile record);

    std::filesystem::path m_folder;
    TraceFile m_record;
};

/// end.csv and memory/ of a simulation as it stands; of a live one there is no record.
Result<void> writeEndState(const std::filesystem::path& folder, const Simulation& simulation);

} // namespace meter::sim
