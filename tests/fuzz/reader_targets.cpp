// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of what people drag in. Whatever the bytes are: what is read is whole, and what is
// refused says why.
#include "sim/grid/load_profile.hpp"
#include "sim/replay/comtrade_data.hpp"
#include "sim/replay/comtrade_header.hpp"
#include "sim/replay/csv_waveform_reader.hpp"
#include "sim/scenario/yaml/profile_csv.hpp"
#include "tests/fuzz/targets.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace meter::test {

namespace {

using namespace meter::sim;
using Span = std::span<const std::byte>;

std::string textOf(Span bytes) {
    std::string text(bytes.size(), '\0');
    std::ranges::transform(bytes, text.begin(), [](std::byte byte) {
        return static_cast<char>(std::to_integer<unsigned char>(byte));
    });
    return text;
}

unsigned valueOf(Span bytes, std::size_t at) {
    return at < bytes.size() ? std::to_integer<unsigned>(bytes[at]) : 0U;
}

Result<std::vector<bool>> pickAll(const Recording& recording) {
    return std::vector<bool>(recording.channels.size(), true);
}

Complaint judgeRefusal(const Error& error) {
    return error.text.empty() ? Complaint("refused without a word") : std::nullopt;
}

Complaint judgeChannel(const RecordedChannel& channel, std::size_t count) {
    if (channel.samples.size() != count) {
        return "a channel has " + std::to_string(channel.samples.size()) + " of " +
               std::to_string(count) + " samples";
    }
    if (!std::ranges::all_of(channel.samples, [](float value) { return std::isfinite(value); })) {
        return "a sample is no finite number";
    }
    std::size_t end = 0;
    for (const SampleRange& hole : channel.holes) {
        if (hole.begin < end || hole.end <= hole.begin || hole.end > count) {
            return "a hole lies where no samples are";
        }
        end = hole.end;
    }
    return std::nullopt;
}

/// The stretches follow each other and are the whole recording.
Complaint judgeRecording(const Recording& recording) {
    std::size_t end = 0;
    double endS = 0.0;
    for (const RateSegment& segment : recording.segments) {
        const bool isInOrder = segment.begin == end && segment.end > end;
        if (!isInOrder || !(segment.rateHz > 0.0) || !std::isfinite(segment.rateHz) ||
            !(segment.beginS >= endS)) {
            return "the stretches do not follow each other";
        }
        end = segment.end;
        endS = segment.beginS;
    }
    if (end != recording.sampleCount) {
        return "the stretches are not the whole recording";
    }
    for (const RecordedChannel& channel : recording.channels) {
        if (const Complaint complaint = judgeChannel(channel, recording.sampleCount)) {
            return complaint;
        }
    }
    return std::nullopt;
}

template <typename Row>
Complaint judgeTimes(const ProfileRows<Row>& profile, bool isRefused) {
    if (isRefused) {
        return profile.empty() ? std::nullopt : Complaint("refused, and something is read");
    }
    if (profile.empty()) {
        return "neither rows nor a mistake";
    }
    for (std::size_t i = 0; i < profile.size(); ++i) {
        const bool isRising = i == 0 || profile[i].timeS > profile[i - 1].timeS;
        if (!std::isfinite(profile[i].timeS) || !isRising) {
            return "the times of the rows do not rise";
        }
    }
    return std::nullopt;
}

Complaint judgeLoad(const LoadProfile& profile) {
    constexpr double kMostA = 1e6;
    for (const LoadProfileRow& row : profile) {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            const double angle = row.laggingDeg ? (*row.laggingDeg)[phase] : 0.0;
            if (!(std::fabs(row.currentA[phase]) <= kMostA) || !(std::fabs(angle) <= 360.0)) {
                return "a current or an angle that no load has";
            }
        }
    }
    return std::nullopt;
}

} // namespace

Complaint fuzzComtrade(Span input) {
    constexpr std::size_t kHead = 2;
    if (input.size() < kHead) {
        return std::nullopt;
    }
    const std::size_t asked = valueOf(input, 0) * 256U + valueOf(input, 1);
    const std::string text = textOf(input.subspan(kHead));
    const std::size_t size = std::min(asked, text.size());
    Result<ComtradeHeader> header = parseComtradeHeader(text.substr(0, size), "f.cfg", 1);
    if (!header) {
        return judgeRefusal(header.error());
    }
    ComtradeHeader streamed = *header;
    const std::string data = text.substr(size);
    const DataPlace place = {.file = "f.dat", .byteCountMax = data.size()};
    const std::vector<bool> all(header->recording.channels.size(), true);
    std::istringstream stream(data);
    const Result<void> done = readComtradeData(stream, place, all, *header);
    std::vector<std::size_t> counts(all.size());
    std::istringstream again(data);
    const Result<void> passed = readComtradeData(again, place, all, streamed, [&](auto columns) {
        for (std::size_t i = 0; i < columns.size() && i < counts.size(); ++i) {
            counts[i] += columns[i].size();
        }
    });
    if (!done) {
        return judgeRefusal(done.error());
    }
    // Where the times tell the rate, uneven ones are resampled once all of them are known.
    if (!passed && header->rates.empty()) {
        return passed.error().text.find("follow no constant rate") == std::string::npos
                   ? Complaint("passed on block by block it is refused for another reason")
                   : judgeRecording(header->recording);
    }
    const std::size_t count =
        header->rates.empty() && !counts.empty() ? counts.front() : header->recording.sampleCount;
    if (!passed || !std::ranges::all_of(counts, [=](auto each) { return each == count; })) {
        return "passed on block by block it is another recording";
    }
    return judgeRecording(header->recording);
}

Complaint fuzzCsvWaveform(Span input) {
    ReadOptions options;
    if (const unsigned rate = valueOf(input, 0); rate >= 0x80U) {
        options.rateHz = 100.0 * rate;
    }
    ByteSource source(textOf(input.subspan(std::min<std::size_t>(1, input.size()))));
    const Result<Recording> recording =
        readCsvWaveform(std::move(source), "f.csv", pickAll, options);
    return recording ? judgeRecording(*recording) : judgeRefusal(recording.error());
}

Complaint fuzzProfile(Span input) {
    const unsigned kind = valueOf(input, 0);
    ProfileRequest request = {.file = "f.csv", .gaps = static_cast<ProfileGaps>(kind % 3U)};
    if ((kind & 0x40U) != 0) {
        request.everyS = 900.0;
    }
    if ((kind & 0x20U) != 0) {
        request.unit = "kW";
    }
    World world;
    world.installation.service = static_cast<Service>(kind / 4U % 6U);
    const std::string text = textOf(input.subspan(std::min<std::size_t>(1, input.size())));
    const SourceProfile none;
    Errors errors;
    Errors warnings;
    const ProfileContext context = {
        .world = world, .source = none, .errors = errors, .warnings = warnings};
    Complaint complaint;
    if ((kind & 0x80U) != 0) {
        const SourceProfile profile = readSourceProfile(text, request, context);
        complaint = judgeTimes(profile, !errors.empty());
    } else {
        const LoadProfile profile = readLoadProfile(text, request, context);
        complaint = judgeTimes(profile, !errors.empty());
        complaint = complaint ? complaint : judgeLoad(profile);
    }
    for (const Error& error : errors) {
        complaint = complaint ? complaint : judgeRefusal(error);
    }
    return complaint;
}

} // namespace meter::test
