// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one meter of a page: a scenario that runs on its own, or a lesson's attempt. A new one
// takes the place of the old one.

#include "core/metering/sample_frame.hpp"
#include "sim/base/random.hpp"
#include "sim/lesson/lesson_run.hpp"
#include "sim/line/register_reader.hpp"
#include "sim/run/trace_csv.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::web {

/// Samples of the six inputs that are kept for scope and phasors: a tenth of a second and more.
inline constexpr std::size_t kWaveSamples = 504;
inline constexpr std::size_t kWaves = 6;

class PageTwin final {
public:
    void open(sim::Scenario scenario);
    void openLesson(sim::Lesson lesson, sim::Attempt attempt);

    [[nodiscard]] bool isOpen() const { return m_free != nullptr || m_run != nullptr; }

    [[nodiscard]] sim::Simulation& twin();

    /// Null: no lesson.
    [[nodiscard]] sim::LessonSession* lesson();

    void step(SampleTime samples);

    /// Runs on and gives the trace of every second on the way, as `run --record` does.
    [[nodiscard]] sim::Result<std::string> record(SampleTime samples);

    /// What a badly wired line does to a frame: true with this probability.
    [[nodiscard]] bool chance(double probability) { return m_chance.chance(probability); }

    /// As the meter is now.
    [[nodiscard]] sim::RegisterReader& registers();

    /// V and A at the meter's inputs, A B C each, oldest first: kWaveSamples of six.
    [[nodiscard]] const std::vector<float>& waves();

private:
    struct Free {
        explicit Free(sim::Scenario scenario) : twin(std::move(scenario), memory) {}

        sim::NvMemory memory;
        sim::Simulation twin;
    };

    void watch();

    std::unique_ptr<Free> m_free;
    std::unique_ptr<sim::Lesson> m_lesson;
    std::unique_ptr<sim::LessonRun> m_run;
    std::unique_ptr<sim::RegisterReader> m_reader;
    std::optional<sim::TraceRows> m_rows; ///< While a trace is being recorded.
    std::string m_trace;
    sim::Random m_chance{0};
    std::array<SampleFrame, kWaveSamples> m_frames{};
    std::size_t m_next = 0;
    std::vector<float> m_waves;
};

} // namespace meter::web
