// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `serve --judge FILE`: what the meters find about their masters, as HTML, JSON or JUnit XML by
// the file's ending; rewritten every ten seconds and at the end.

#include "app/base/outcome.hpp"
#include "app/serve/serve_options.hpp"
#include "sim/live/engine.hpp"
#include "sim/live/line/traffic_judge.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace meter::app {

/// Of an ending, .html, .json, .junit or .xml; null: another one.
using JudgeWriter = std::string (*)(const sim::JudgeReport&);
[[nodiscard]] JudgeWriter judgeWriterOf(const std::string& path);

class Judging final {
public:
    /// How often pump() has to be called so that no frame is missed under full load.
    static constexpr std::chrono::milliseconds kInterval{250};

    /// Writes an empty report, so that a file that cannot be written is told at once.
    sim::Result<void> open(const ServeOptions& options, sim::live::EngineOptions& engine);

    [[nodiscard]] bool isOpen() const { return m_judge.has_value(); }

    /// Mistakes are printed.
    void pump(const Settings& settings);
    /// Wrong when the last report could not be written.
    [[nodiscard]] ExitStatus end();

private:
    bool write();

    std::string m_path;
    std::optional<sim::live::TrafficJudge> m_judge;
    std::chrono::steady_clock::time_point m_written;
};

} // namespace meter::app
