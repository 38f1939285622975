// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/trace_csv.hpp"

#include "sim/base/quantity.hpp"
#include "sim/base/sim_time.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim {

std::vector<std::string> defaultTraceColumns() {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
        const NamedRegister named = namedRegister(i);
        const std::string name(named.text->name);
        if (named.row->format == RegisterFormat::Float &&
            std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    names.emplace_back("alerts");
    return names;
}

Result<TraceRows> TraceRows::create(std::vector<std::string> columns, const Factory& factory) {
    TraceRows rows;
    rows.m_names = columns.empty() ? defaultTraceColumns() : std::move(columns);
    for (const std::string& name : rows.m_names) {
        const Result<RegisterChoice> choice = registerByNameOrNumber(name);
        if (!choice) {
            return std::unexpected(choice.error());
        }
        rows.m_choices.push_back(*choice);
    }
    rows.m_reader = std::make_unique<RegisterReader>(factory);
    return rows;
}

std::string TraceRows::header() const {
    std::string text = "time_s";
    for (const std::string& name : m_names) {
        text += "," + name;
    }
    return text + "\n";
}

std::string TraceRows::row(SampleTime now, const Meter& meter) {
    m_reader->look(meter);
    std::string text = numberText(secondsOf(now));
    for (const RegisterChoice& choice : m_choices) {
        text += "," + readingText(m_reader->read(choice));
    }
    return text + "\n";
}

} // namespace meter::sim
