// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/bundle/evidence_check.hpp"

#include "sim/run/run_evidence.hpp"
#include "sim/run/scenario_runner.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <system_error>
#include <vector>

namespace meter::sim {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        cells.push_back(cell);
    }
    return cells;
}

std::string cellAt(const std::vector<std::string>& cells, std::size_t index) {
    return index < cells.size() && !cells[index].empty() ? cells[index] : "nothing";
}

/// In the words of a row of a table: where, what was bundled, what is there now.
std::string
rowDifference(const std::string& header, const std::string& wanted, const std::string& seen) {
    const std::vector<std::string> names = cellsOf(header);
    const std::vector<std::string> old = cellsOf(wanted);
    const std::vector<std::string> now = cellsOf(seen);
    for (std::size_t i = 0; i < std::max(old.size(), now.size()); ++i) {
        if (cellAt(old, i) != cellAt(now, i)) {
            const bool isEnd = names.size() == 2;
            const std::string name = isEnd ? cellAt(old, 0) : cellAt(names, i);
            const std::string when = isEnd ? "at the end" : "at " + cellAt(old, 0) + " s";
            return when + " " + name + " was " + cellAt(old, i) + " and is " + cellAt(now, i);
        }
    }
    return "a row is written differently";
}

std::optional<std::string> tableDifference(const fs::path& wanted, const fs::path& seen) {
    std::ifstream old(wanted, std::ios::binary);
    std::ifstream now(seen, std::ios::binary);
    std::string header;
    std::string mine;
    std::string other;
    for (bool isFirst = true;; isFirst = false) {
        const bool hasOld = static_cast<bool>(std::getline(old, mine));
        const bool hasNow = static_cast<bool>(std::getline(now, other));
        if (!hasOld && !hasNow) {
            return std::nullopt;
        }
        const std::string file = wanted.filename().string() + ": ";
        if (hasOld != hasNow) {
            return file + (hasOld ? "it ends before " : "it goes on after ") +
                   cellAt(cellsOf(hasOld ? mine : other), 0);
        }
        if (isFirst) {
            header = mine;
        }
        if (mine != other) {
            return file + (isFirst ? "other columns" : rowDifference(header, mine, other));
        }
    }
}

std::vector<char> bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::set<std::string> filesBelow(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, failure);
    for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        if (entry->is_regular_file(failure)) {
            names.insert(entry->path().lexically_relative(folder).generic_string());
        }
    }
    return names;
}

std::optional<std::string> memoryDifference(const fs::path& wanted, const fs::path& seen) {
    const std::set<std::string> old = filesBelow(wanted);
    if (old != filesBelow(seen)) {
        return "memory: different images";
    }
    for (const std::string& name : old) {
        const std::vector<char> mine = bytesOf(wanted / name);
        const std::vector<char> other = bytesOf(seen / name);
        const auto [place, theirs] = std::ranges::mismatch(mine, other);
        if (place != mine.end() || theirs != other.end()) {
            return "memory: " + name + " differs from byte " +
                   std::to_string(place - mine.begin()) + " on";
        }
    }
    return std::nullopt;
}

} // namespace

Result<RunResult>
playBundled(const Scenario& scenario, const fs::path& memory, const std::optional<fs::path>& into) {
    RunOptions options;
    options.evidence = into;
    std::error_code failure;
    if (!memory.empty() && fs::is_directory(memory, failure)) {
        NvMemory before;
        const Result<void> attached =
            before.attach(memory, scenario.meter.serialNumber, /*isReset=*/false);
        if (!attached) {
            return std::unexpected(attached.error());
        }
        options.memory = before.bytes();
    }
    RunResult result = runScenario(scenario, options);
    if (result.error) {
        return std::unexpected(*result.error);
    }
    return result;
}

std::optional<std::string> firstDifference(const fs::path& wanted, const fs::path& seen) {
    std::error_code failure;
    for (const char* const table : {kRecordFile, kEndFile}) {
        if (!fs::exists(wanted / table, failure)) {
            continue;
        }
        if (auto difference = tableDifference(wanted / table, seen / table)) {
            return difference;
        }
        if (bytesOf(wanted / table) != bytesOf(seen / table)) {
            return std::string(table) + ": line ends differ";
        }
    }
    return memoryDifference(wanted / kMemoryFolder, seen / kMemoryFolder);
}

} // namespace meter::sim
