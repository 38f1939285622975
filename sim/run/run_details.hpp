// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Collects what a report shows beside the verdicts: registers around each expectation and over
// the whole run, the inputs' last cycles and the glass at each verdict. What is kept does not
// grow with the length of a run: longer spans have longer steps.

#include "sim/line/register_reader.hpp"
#include "sim/run/run_result.hpp"
#include "sim/scenario/scenario.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace meter::sim {

class Simulation;

inline constexpr std::size_t kSeriesStepsMax = 600;
inline constexpr std::size_t kDetailedExpectationsMax = 200; ///< The first ones of a scenario.
inline constexpr std::size_t kOverviewEventsMax = 100;
inline constexpr std::size_t kWaveformLengthMax = 252; ///< Three cycles of 30 Hz.
inline constexpr std::int64_t kSecondsBefore = 20;     ///< Kept before an expectation …
inline constexpr std::int64_t kSecondsAfter = 10;      ///< … and behind it.

class RunDetailCollector final {
public:
    RunDetailCollector(const Scenario& scenario, SampleTime duration);

    /// Before the first samples of the inputs.
    void begin(SampleTime now) { m_ringEnd = now; }

    void onFrames(SampleTime first, std::span<const SampleFrame> frames);
    /// At each whole second.
    void onSecond(const Simulation& simulation);
    /// When verdicts fell: which ones.
    void onVerdicts(const Simulation& simulation, std::span<const std::size_t> expectations);
    /// Hands everything over; what has no verdict gets the state at the end.
    void finish(const Simulation& simulation, RunResult& result);

private:
    /// A register that somebody wants, read at most once a second.
    struct Channel {
        std::string name;
        std::string unit;
        RegisterChoice choice{};
        std::optional<double> value;
        bool isRead = false;
    };

    /// A span of seconds in which some channels are kept.
    struct Window {
        std::int64_t firstS = 0;
        std::int64_t lastS = 0;
        std::int64_t stepS = 1;
        std::vector<std::size_t> channels;
        std::vector<std::vector<RegisterSeries::Step>> steps; ///< Per channel.
    };

    struct Detail {
        ExpectationDetail result;
        Window window;
        bool hasOwnRegister = false;
        bool hasVerdict = false;
    };

    void addDetail(const Expectation& expectation, std::span<const std::size_t> context);
    [[nodiscard]] std::optional<std::size_t> channelOf(const std::string& nameOrNumber);
    void keep(Window& window, std::int64_t second);
    [[nodiscard]] RegisterSeries seriesOf(Window& window, std::size_t position) const;
    void picture(const Simulation& simulation, Detail& detail) const;
    [[nodiscard]] Waveform waveformOf(const Simulation& simulation) const;

    RegisterReader m_reader;
    std::vector<Channel> m_channels;
    Window m_overview;
    std::vector<RunEvent> m_events;
    std::vector<Detail> m_details;
    std::array<SampleFrame, kWaveformLengthMax> m_ring{};
    SampleTime m_ringEnd = 0;
};

} // namespace meter::sim
