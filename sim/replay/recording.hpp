// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A recorded waveform as values: channels in base units (V, A) at the primary side, on a time
// axis of one or several constant rates. What was odd in the file and could be put right is
// told in `warnings`.

#include "sim/base/result.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

enum class ChannelKind { Voltage, Current, Other };

/// Indices of samples, `end` behind the last.
struct SampleRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const SampleRange&, const SampleRange&) = default;
};

struct RecordedChannel {
    std::string name;
    std::string phase; ///< As written; often empty.
    ChannelKind kind = ChannelKind::Other;
    std::string unit;   ///< "V", "A", or as written.
    double skewS = 0.0; ///< Sampled so much later than the time axis says.
    /// Empty if the channel was not picked.
    std::vector<float> samples{};
    std::vector<SampleRange> holes{}; ///< Without values, in order; the samples there are 0.
};

struct RateSegment {
    double rateHz = 0.0;
    double beginS = 0.0; ///< Of its first sample; the recording begins at 0.
    std::size_t begin = 0;
    std::size_t end = 0; ///< Index behind its last sample.
};

struct Recording {
    std::string file;
    std::string title;
    std::string format;              ///< "COMTRADE 1999 BINARY".
    double nominalFrequencyHz = 0.0; ///< 0: not stated.
    std::vector<RecordedChannel> channels;
    std::vector<RateSegment> segments;
    std::size_t sampleCount = 0;
    std::size_t digitalCount = 0;
    Errors warnings;

    /// From the first sample to one sample period behind the last.
    [[nodiscard]] double durationS() const;
};

/// The stretches in which each of the channels has values, at one rate each and in order.
[[nodiscard]] std::vector<RateSegment> stretchesOf(const Recording& recording,
                                                   std::span<const std::size_t> channels);

/// When a stretch ends: one period behind its last sample.
[[nodiscard]] inline double endOf(const RateSegment& stretch) {
    return stretch.beginS + static_cast<double>(stretch.end - stretch.begin) / stretch.rateHz;
}

/// Decides, once the names are known, which channels are kept: a large file is read once, and
/// only what is needed of it is held. One flag per channel.
using ChannelPick = std::function<Result<std::vector<bool>>(const Recording&)>;

/// What the scenario says about a file that the file does not.
struct ReadOptions {
    std::optional<double> rateHz{}; ///< Of a table: instead of its times.
};

/// COMTRADE (.cfg with .dat, .cff) or a table (.csv, .txt, .tsv, .asc), by the name's end.
[[nodiscard]] Result<Recording>
readRecording(const std::string& file, const ChannelPick& pick, const ReadOptions& options = {});

/// The kind and the factor to the base unit: "kV", "ampere", "A ".
struct UnitMeaning {
    ChannelKind kind = ChannelKind::Other;
    double factor = 1.0;
};

[[nodiscard]] UnitMeaning meaningOfUnit(std::string_view unit);

/// Valid UTF-8 whatever the bytes are: what is none is taken as ISO 8859-1.
[[nodiscard]] std::string readableText(std::string_view bytes);

/// Constant rates from the times of the samples (seconds, rising); an error names the first
/// sample that fits to no rate. `resolutionS` is how coarsely the times are written.
[[nodiscard]] Result<std::vector<RateSegment>> segmentsOf(const std::vector<double>& timesS,
                                                          double resolutionS);

} // namespace meter::sim
