// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/recording.hpp"

#include "sim/base/quantity.hpp"
#include "sim/replay/comtrade_reader.hpp"
#include "sim/replay/csv_waveform_reader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& letter : result) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return result;
}

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
    const RateSegment& last = segments.back();
    return last.beginS + static_cast<double>(last.end - last.begin) / last.rateHz;
}

Result<Recording> readRecording(const std::string& file, const ChannelPick& pick) {
    const std::size_t dot = file.find_last_of('.');
    const std::string suffix = dot == std::string::npos ? "" : lowered(file.substr(dot + 1));
    if (suffix == "cfg" || suffix == "dat" || suffix == "cff") {
        return readComtrade(file, pick);
    }
    if (suffix == "csv" || suffix == "txt") {
        return readCsvWaveform(file, pick);
    }
    return std::unexpected(Error{"a recording is COMTRADE (its name ends in .cfg or .cff) or CSV "
                                 "(.csv); the name ends in neither",
                                 {.file = file}});
}

UnitMeaning meaningOfUnit(std::string_view unit) {
    const std::string text(trimmed(unit));
    if (text.empty()) {
        return {};
    }
    const std::string low = lowered(text);
    for (const std::string_view prefix : {"", "k", "m", "M"}) {
        const double factor = prefix == "k"   ? 1e3
                              : prefix == "m" ? 1e-3
                              : prefix == "M" ? 1e6
                                              : 1.0;
        const std::string base = text.starts_with(prefix) ? low.substr(prefix.size()) : "";
        if (base == "v" || base == "volt" || base == "volts") {
            return {.kind = ChannelKind::Voltage, .factor = factor};
        }
        if (base == "a" || base == "amp" || base == "amps" || base == "ampere" ||
            base == "amperes") {
            return {.kind = ChannelKind::Current, .factor = factor};
        }
    }
    if (low == "kv" || low == "ka") {
        return {.kind = low == "kv" ? ChannelKind::Voltage : ChannelKind::Current, .factor = 1e3};
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
