// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/recording.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/replay/comtrade_reader.hpp"
#include "sim/replay/csv_waveform_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

/// Bytes of the UTF-8 character that begins here; 0 if there is none.
std::size_t characterLength(std::string_view text) {
    const auto byteAt = [&](std::size_t index) {
        return static_cast<unsigned>(static_cast<unsigned char>(text[index]));
    };
    const unsigned lead = byteAt(0);
    if (lead < 0x80U) {
        return 1;
    }
    const std::size_t length = lead >= 0xF0U && lead <= 0xF4U   ? 4
                               : lead >= 0xE0U && lead <= 0xEFU ? 3
                               : lead >= 0xC2U && lead <= 0xDFU ? 2
                                                                : 0;
    if (length == 0 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    return length;
}

/// A segment ends where the distance changes by more than the writing of the times explains.
class SegmentFinder final {
public:
    SegmentFinder(const std::vector<double>& timesS, double resolutionS)
        : m_timesS(timesS), m_toleranceS(1.5 * resolutionS) {}

    [[nodiscard]] std::size_t endFrom(std::size_t begin) const {
        const double first = m_timesS[begin];
        double low = 0.0;
        double high = 1e300; // Bounds of the period that all samples so far allow.
        std::size_t end = begin + 1;
        for (; end < m_timesS.size(); ++end) {
            const double count = static_cast<double>(end - begin);
            const double elapsed = m_timesS[end] - first;
            low = std::max(low, (elapsed - m_toleranceS) / count);
            high = std::min(high, (elapsed + m_toleranceS) / count);
            if (low > high) {
                break;
            }
        }
        return end;
    }

private:
    const std::vector<double>& m_timesS;
    double m_toleranceS;
};

} // namespace

double Recording::durationS() const {
    if (segments.empty()) {
        return 0.0;
    }
    return endOf(segments.back());
}

std::vector<RateSegment> stretchesOf(const Recording& recording,
                                     std::span<const std::size_t> channels) {
    std::vector<SampleRange> holes;
    for (const std::size_t channel : channels) {
        const std::vector<SampleRange>& own = recording.channels[channel].holes;
        holes.insert(holes.end(), own.begin(), own.end());
    }
    std::ranges::sort(holes, [](const SampleRange& left, const SampleRange& right) {
        return std::pair(left.begin, left.end) < std::pair(right.begin, right.end);
    });
    std::vector<RateSegment> stretches;
    for (const RateSegment& segment : recording.segments) {
        std::size_t begin = segment.begin;
        const auto addUpTo = [&](std::size_t end) {
            if (begin < end) {
                const double before = static_cast<double>(begin - segment.begin);
                stretches.push_back({.rateHz = segment.rateHz,
                                     .beginS = segment.beginS + before / segment.rateHz,
                                     .begin = begin,
                                     .end = end});
            }
        };
        for (const SampleRange& hole : holes) {
            if (hole.end > begin && hole.begin < segment.end) {
                addUpTo(hole.begin);
                begin = std::max(begin, hole.end);
            }
        }
        addUpTo(segment.end);
    }
    return stretches;
}

Result<Recording>
readRecording(const std::string& file, const ChannelPick& pick, const ReadOptions& options) {
    const std::size_t dot = file.find_last_of('.');
    const std::string suffix = dot == std::string::npos ? "" : lowered(file.substr(dot + 1));
    if (suffix == "cfg" || suffix == "dat" || suffix == "cff") {
        if (options.rateHz) {
            return std::unexpected(Error{"`rate` is for tables (.csv); a COMTRADE recording states "
                                         "its own",
                                         {.file = file}});
        }
        return readComtrade(file, pick);
    }
    constexpr std::array<std::string_view, 4> kTables = {"csv", "txt", "tsv", "asc"};
    if (std::ranges::find(kTables, suffix) != kTables.end()) {
        return readCsvWaveform(file, pick, options);
    }
    return std::unexpected(
        Error{"a recording is COMTRADE (its name ends in .cfg or .cff) or a table "
              "(.csv, .txt, .tsv, .asc); the name ends in neither",
              {.file = file}});
}

UnitMeaning meaningOfUnit(std::string_view unit) {
    struct Prefix {
        std::string_view sign;
        double factor;
    };

    constexpr std::array<Prefix, 10> kPrefixes = {{{"", 1.0},
                                                   {"k", 1e3},
                                                   {"K", 1e3},
                                                   {"M", 1e6},
                                                   {"G", 1e9},
                                                   {"m", 1e-3},
                                                   {"u", 1e-6},
                                                   {"\xC2\xB5", 1e-6}, // µ, micro sign
                                                   {"\xCE\xBC", 1e-6}, // μ, Greek letter
                                                   {"n", 1e-9}}};
    constexpr std::array<std::string_view, 5> kVolts = {"v", "volt", "volts", "vrms", "v rms"};
    constexpr std::array<std::string_view, 7> kAmperes = {"a",       "amp",  "amps", "ampere",
                                                          "amperes", "arms", "a rms"};
    const std::string text(trimmed(unit));
    for (const Prefix& prefix : kPrefixes) {
        if (!text.starts_with(prefix.sign)) {
            continue;
        }
        const std::string base = lowered(std::string_view(text).substr(prefix.sign.size()));
        if (std::ranges::find(kVolts, base) != kVolts.end()) {
            return {.kind = ChannelKind::Voltage, .factor = prefix.factor};
        }
        if (std::ranges::find(kAmperes, base) != kAmperes.end()) {
            return {.kind = ChannelKind::Current, .factor = prefix.factor};
        }
    }
    return {};
}

std::string readableText(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        if (length > 1) {
            text.append(bytes.substr(0, length));
        } else if (length == 1) {
            const char letter = bytes.front();
            text += letter >= ' ' && letter != 0x7F ? letter : '?';
        } else {
            const auto byte = static_cast<unsigned>(static_cast<unsigned char>(bytes.front()));
            if (byte >= 0xA0U) {
                text += static_cast<char>(0xC0U | (byte >> 6U));
                text += static_cast<char>(0x80U | (byte & 0x3FU));
            } else {
                text += '?'; // A control character there.
            }
        }
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

Result<std::vector<RateSegment>> segmentsOf(const std::vector<double>& timesS, double resolutionS) {
    constexpr std::size_t kSamplesMin = 8; // Fewer in a row are no rate.
    const SegmentFinder finder(timesS, resolutionS);
    std::vector<RateSegment> segments;
    for (std::size_t begin = 0; begin < timesS.size();) {
        std::size_t end = finder.endFrom(begin);
        if (end - begin < kSamplesMin) {
            return std::unexpected(
                Error{"the times of the samples follow no constant rate from sample " +
                      std::to_string(begin + 1) + " (" + numberText(timesS[begin]) + " s) on"});
        }
        const double periodS =
            (timesS[end - 1] - timesS[begin]) / static_cast<double>(end - 1 - begin);
        if (!(periodS > 0.0)) {
            return std::unexpected(Error{"the times of the samples do not rise from sample " +
                                         std::to_string(begin + 1) + " (" +
                                         numberText(timesS[begin]) + " s) on"});
        }
        segments.push_back({.rateHz = 1.0 / periodS,
                            .beginS = timesS[begin] - timesS.front(),
                            .begin = begin,
                            .end = end});
        // Rates are whole numbers more often than the rounding of times lets them look.
        double& rateHz = segments.back().rateHz;
        const double whole = std::round(rateHz);
        const double slackS = static_cast<double>(end - begin) * std::fabs(1.0 / whole - periodS);
        rateHz = whole > 0.0 && slackS <= 2.0 * resolutionS ? whole : rateHz;
        begin = end;
    }
    return segments;
}

} // namespace meter::sim
