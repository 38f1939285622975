// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/judge/judging.hpp"

#include "app/runs/output_files.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/report/judge_reports.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <string_view>

namespace meter::app {
namespace {

constexpr std::chrono::seconds kRewriteInterval{10};

struct Ending {
    std::string_view text;
    JudgeWriter writer;
};

constexpr std::array kEndings = {Ending{".html", &sim::judgeHtml}, Ending{".json", &sim::judgeJson},
                                 Ending{".junit", &sim::judgeJunit},
                                 Ending{".xml", &sim::judgeJunit}};

sim::Error inOption(const sim::Error& error) {
    return {.text = "--judge: " + error.text, .place = {}};
}

} // namespace

JudgeWriter judgeWriterOf(const std::string& path) {
    const auto* const found = std::ranges::find_if(
        kEndings, [&path](const Ending& ending) { return path.ends_with(ending.text); });
    return found == kEndings.end() ? nullptr : found->writer;
}

sim::Result<void> Judging::open(const ServeOptions& options, sim::live::EngineOptions& engine) {
    const std::optional<std::string>& path = options.judgePath;
    if (!path) {
        return {};
    }
    if (judgeWriterOf(*path) == nullptr) {
        return std::unexpected(sim::Error{.text = "--judge: '" + *path +
                                                  "' ends in none of .html, .json, .junit and .xml",
                                          .place = {}});
    }
    OutputFiles files;
    for (const std::string& scenario : options.scenarioFiles) {
        files.keep(scenario);
    }
    files.keep(options.tracePath.value_or(""));
    if (const sim::Result<void> added = files.add("--judge", *path); !added) {
        return added;
    }
    if (engine.traffic == nullptr) {
        engine.traffic = std::make_shared<sim::live::TrafficRing>();
    }
    m_path = *path;
    m_judge.emplace().start(engine.traffic);
    if (const auto written = sim::writeWhole(m_path, judgeWriterOf(m_path)(m_judge->report()));
        !written) {
        m_judge.reset();
        return std::unexpected(inOption(written.error()));
    }
    m_written = std::chrono::steady_clock::now();
    return {};
}

void Judging::pump(const Settings& settings) {
    if (!m_judge) {
        return;
    }
    m_judge->setLine({.baudRate = settings.baudRate, .parity = settings.parity});
    m_judge->pump(std::numeric_limits<std::size_t>::max());
    const auto now = std::chrono::steady_clock::now();
    if (now - m_written >= kRewriteInterval) {
        m_written = now;
        static_cast<void>(write()); // It is told, and tried again.
    }
}

bool Judging::write() {
    const auto written = sim::writeWhole(m_path, judgeWriterOf(m_path)(m_judge->report()));
    if (!written) {
        printError(inOption(written.error()));
    }
    return written.has_value();
}

ExitStatus Judging::end() {
    if (!m_judge) {
        return ExitStatus::Held;
    }
    m_judge->pump(std::numeric_limits<std::size_t>::max());
    return write() ? ExitStatus::Held : ExitStatus::Wrong;
}

} // namespace meter::app
