// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/missing_values.hpp"

#include "sim/base/quantity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace meter::sim {

namespace {

constexpr double kFrequencyHz = 50.0; ///< Where the file names none: the longer cycle.

class HoleFiller final {
public:
    HoleFiller(Recording& recording, RecordedChannel& channel)
        : m_recording(recording), m_channel(channel), m_samples(channel.samples) {}

    void fill();

private:
    [[nodiscard]] const RateSegment& segmentAt(std::size_t index) const;
    [[nodiscard]] double timeOf(std::size_t index) const;
    void settle(const SampleRange& hole);
    void bridge(const SampleRange& hole, const RateSegment& segment);
    void tell() const;

    Recording& m_recording;
    RecordedChannel& m_channel;
    std::vector<float>& m_samples;
    std::vector<SampleRange> m_bridged;
};

const RateSegment& HoleFiller::segmentAt(std::size_t index) const {
    return *std::ranges::find_if(
        m_recording.segments, [index](const RateSegment& segment) { return index < segment.end; });
}

double HoleFiller::timeOf(std::size_t index) const {
    const RateSegment& segment = segmentAt(index);
    return segment.beginS + static_cast<double>(index - segment.begin) / segment.rateHz;
}

/// From the value before to the value behind it, upon the wave of one cycle earlier or later.
void HoleFiller::bridge(const SampleRange& hole, const RateSegment& segment) {
    const double hz =
        m_recording.nominalFrequencyHz > 0.0 ? m_recording.nominalFrequencyHz : kFrequencyHz;
    const auto cycle = static_cast<std::ptrdiff_t>(std::llround(segment.rateHz / hz));
    const auto before = static_cast<std::ptrdiff_t>(hole.begin) - 1;
    const auto behind = static_cast<std::ptrdiff_t>(hole.end);
    const auto isKnown = [&](std::ptrdiff_t offset) {
        for (std::ptrdiff_t at = before; at <= behind; ++at) {
            const std::ptrdiff_t from = at + offset;
            const bool isInside = from >= static_cast<std::ptrdiff_t>(segment.begin) &&
                                  from < static_cast<std::ptrdiff_t>(segment.end);
            if (!isInside || std::isnan(m_samples[static_cast<std::size_t>(from)])) {
                return false;
            }
        }
        return true;
    };
    const std::ptrdiff_t offset = isKnown(-cycle) ? -cycle : isKnown(cycle) ? cycle : 0;
    const auto model = [&](std::ptrdiff_t at) {
        return offset == 0 ? 0.0
                           : static_cast<double>(m_samples[static_cast<std::size_t>(at + offset)]);
    };
    const auto valueAt = [&](std::ptrdiff_t at) {
        return static_cast<double>(m_samples[static_cast<std::size_t>(at)]);
    };
    const double left = valueAt(before) - model(before);
    const double right = valueAt(behind) - model(behind);
    for (std::ptrdiff_t at = before + 1; at < behind; ++at) {
        const double share =
            static_cast<double>(at - before) / static_cast<double>(behind - before);
        m_samples[static_cast<std::size_t>(at)] =
            static_cast<float>(model(at) + left + (right - left) * share);
    }
}

void HoleFiller::settle(const SampleRange& hole) {
    const RateSegment& segment = segmentAt(hole.begin);
    const double hz =
        m_recording.nominalFrequencyHz > 0.0 ? m_recording.nominalFrequencyHz : kFrequencyHz;
    const double lengthS = static_cast<double>(hole.end - hole.begin) / segment.rateHz;
    const bool isBetween = hole.begin > segment.begin && hole.end < segment.end;
    if (isBetween && lengthS < 0.5 / hz) {
        bridge(hole, segment);
        m_bridged.push_back(hole);
        return;
    }
    m_channel.holes.push_back(hole);
}

void HoleFiller::fill() {
    std::size_t begin = 0;
    const auto isMissing = [this](std::size_t index) {
        return std::isnan(m_samples[index]);
    };
    while (begin < m_samples.size()) {
        if (!isMissing(begin)) {
            ++begin;
            continue;
        }
        // A hole ends with its segment: the next one has another rate, or comes later.
        const std::size_t limit = segmentAt(begin).end;
        std::size_t end = begin;
        while (end < limit && isMissing(end)) {
            ++end;
        }
        settle({.begin = begin, .end = end});
        begin = end;
    }
    for (const SampleRange& hole : m_channel.holes) {
        std::fill(m_samples.begin() + static_cast<std::ptrdiff_t>(hole.begin),
                  m_samples.begin() + static_cast<std::ptrdiff_t>(hole.end), 0.0F);
    }
    tell();
}

void HoleFiller::tell() const {
    const auto warn = [this](const std::vector<SampleRange>& holes, const std::string& what) {
        if (holes.empty()) {
            return;
        }
        std::size_t count = 0;
        for (const SampleRange& hole : holes) {
            count += hole.end - hole.begin;
        }
        const std::string places =
            holes.size() == 1 ? "" : " in " + std::to_string(holes.size()) + " places";
        m_recording.warnings.push_back(
            {"channel `" + m_channel.name + "`: " + std::to_string(count) +
                 (count == 1 ? " value is missing" : " values are missing") + places + ", from " +
                 numberText(timeOf(holes.front().begin)) + " s on; " + what,
             {.file = m_recording.file}});
    };
    warn(m_bridged, "bridged by the cycle beside, since shorter than half a cycle");
    warn(m_channel.holes, "the channel is dead there");
}

} // namespace

void settleMissingValues(Recording& recording) {
    for (RecordedChannel& channel : recording.channels) {
        HoleFiller(recording, channel).fill();
    }
}

} // namespace meter::sim
