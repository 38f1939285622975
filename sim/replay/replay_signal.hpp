// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A recording made ready to be played: voltages of the conductors against neutral or earth and
// currents of the line conductors, in V and A, at the meter's own rate. A value depends on the
// sample number only.

#include "sim/base/sim_time.hpp"
#include "sim/replay/channel_choice.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

/// At most so much of a recording is played: 2 h 38 min, 0.6 GB.
inline constexpr std::size_t kReplaySamplesMax = 24'000'000;

/// What a scenario says of one channel besides its name: value = gain · recorded + offset.
struct ChannelTuning {
    std::string file; ///< Empty: the recording's own.
    std::optional<double> gain{};
    double offset = 0.0; ///< In V or A.

    friend bool operator==(const ChannelTuning&, const ChannelTuning&) = default;
};

/// docs/scenarios.md, replay.
struct ReplayOptions {
    std::string file; ///< May be empty if each channel has one of its own.
    ChannelNames channels{};
    std::array<ChannelTuning, kReplayQuantities> tunings{};
    std::optional<double> rateHz{}; ///< Of tables: instead of times.
    bool isLooped = false;
    double voltageGain = 1.0;
    double currentGain = 1.0;
    double startS = 0.0;
    std::optional<double> lengthS{}; ///< None: to the end.
};

/// The files that a replay is read from, each once.
[[nodiscard]] std::vector<std::string> filesOf(const ReplayOptions& options);

class ReplaySignal final {
public:
    /// Reads and resamples. Looped, it lasts a whole number of cycles of the measured
    /// fundamental and is stretched by less than half a sample, so that its end meets its
    /// beginning; and the mean of each current is taken away, since a rope CT passes no DC.
    [[nodiscard]] static Result<std::shared_ptr<const ReplaySignal>>
    load(const ReplayOptions& options);

    using Values = std::array<double, kReplayQuantities>; ///< va vb vc ia ib ic.

    /// Not looped: zero behind the end; before sample 0 as mirrored there.
    [[nodiscard]] Values at(SampleTime sample) const;

    /// What it was loaded with.
    [[nodiscard]] const ReplayOptions& options() const { return m_options; }

    [[nodiscard]] SampleTime length() const { return static_cast<SampleTime>(m_count); }

    [[nodiscard]] bool isLooped() const { return m_isLooped; }

    /// Measured, else stated by the file; 0 if neither.
    [[nodiscard]] double frequencyHz() const { return m_frequencyHz; }

    /// What was chosen, in sentences for people; and what was odd in the file.
    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

    [[nodiscard]] const Errors& warnings() const { return m_warnings; }

private:
    ReplaySignal() = default;
    friend class ReplayMaker;

    ReplayOptions m_options;
    std::array<std::vector<float>, kReplayQuantities> m_values; ///< Empty: dead.
    std::size_t m_count = 0;
    bool m_isLooped = false;
    double m_frequencyHz = 0.0;
    std::vector<std::string> m_notes;
    Errors m_warnings;
};

} // namespace meter::sim
