// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/trace_file.hpp"

#include "sim/twin/simulation.hpp"

#include <utility>

namespace meter::sim {

TraceFile::TraceFile(WholeFile file, TraceRows rows)
    : m_rows(std::move(rows)), m_file(std::move(file)) {}

Result<TraceFile> TraceFile::create(const std::filesystem::path& file,
                                    const std::vector<std::string>& columns,
                                    const Factory& factory) {
    Result<TraceRows> rows = TraceRows::create(columns, factory);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    Result<WholeFile> whole = WholeFile::begin(file);
    if (!whole) {
        return std::unexpected(Error{"the trace " + whole.error().text});
    }
    TraceFile trace(std::move(*whole), std::move(*rows));
    trace.m_file.stream() << trace.m_rows.header();
    return trace;
}

void TraceFile::add(const Simulation& simulation) {
    m_file.stream() << m_rows.row(simulation.now(), simulation.meter());
}

Result<void> TraceFile::close() {
    if (const Result<void> done = m_file.commit(); !done) {
        return std::unexpected(Error{"the trace " + done.error().text});
    }
    return {};
}

} // namespace meter::sim
