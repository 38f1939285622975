// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/tracing.hpp"

#include <memory>
#include <utility>

namespace meter::app {

sim::Result<void> Tracing::open(const std::optional<std::string>& path,
                                sim::live::EngineOptions& engine) {
    if (!path) {
        return {};
    }
    engine.traffic = std::make_shared<sim::live::TrafficRing>();
    auto opened = TrafficTrace::open(*path, engine.traffic);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    m_trace.emplace(std::move(*opened));
    return {};
}

void Tracing::pump() {
    if (!m_trace) {
        return;
    }
    if (const sim::Result<void> written = m_trace->pump(); !written) {
        printError(written.error());
        m_isComplete = false;
    }
}

ExitStatus Tracing::end() {
    pump();
    if (m_trace && m_trace->lostCount() > 0) {
        printError({.text = "--trace: " + std::to_string(m_trace->lostCount()) +
                            " frames came too fast to be written",
                    .place = {}});
        m_isComplete = false;
    }
    return m_isComplete ? ExitStatus::Held : ExitStatus::Wrong;
}

} // namespace meter::app
