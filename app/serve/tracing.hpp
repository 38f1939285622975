// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `--trace FILE` of both programs, from the option to the exit status.

#include "app/base/outcome.hpp"
#include "app/serve/serve_options.hpp"
#include "app/serve/traffic_trace.hpp"

#include <optional>

namespace meter::app {

class Tracing final {
public:
    /// Opens the file, if one was asked for, and has the engine's frames come here.
    sim::Result<void> open(const std::optional<std::string>& path,
                           sim::live::EngineOptions& engine);

    [[nodiscard]] bool isOpen() const { return m_trace.has_value(); }

    /// To be called every TrafficTrace::kInterval. Mistakes are printed.
    void pump();
    /// Writes the rest; Wrong when something is missing in the file, which is printed.
    [[nodiscard]] ExitStatus end();

private:
    std::optional<TrafficTrace> m_trace;
    bool m_isComplete = true;
};

} // namespace meter::app
