// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/replay/comtrade_columns.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace meter::sim {

namespace {

constexpr std::size_t kLineBytesMax = std::size_t{1} << 20U;
constexpr std::size_t kBlockSamples = 4096;

class TextReader final {
public:
    TextReader(std::istream& stream, ComtradeColumns& columns)
        : m_stream(stream), m_columns(columns) {}

    Result<void> read();

private:
    void split(std::string_view line);
    Result<bool> take(std::string_view line);
    Result<float> valueOf(std::string_view field, std::size_t channel) const;

    std::istream& m_stream;
    ComtradeColumns& m_columns;
    std::vector<std::string_view> m_fields;
    int m_lineNumber = 0;
    bool m_isSurplusTold = false;
};

void TextReader::split(std::string_view line) {
    m_fields.clear();
    for (std::string_view rest = line;;) {
        const std::size_t comma = rest.find(',');
        m_fields.push_back(trimmed(rest.substr(0, comma)));
        if (comma == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(comma + 1);
    }
    while (m_fields.size() > 2 && m_fields.back().empty()) {
        m_fields.pop_back();
    }
}

Result<float> TextReader::valueOf(std::string_view field, std::size_t channel) const {
    if (field.empty()) {
        return kMissing;
    }
    const auto number = parseNumber(field.starts_with('+') ? field.substr(1) : field);
    const AnalogScale& scale = m_columns.header().scales[channel];
    if (!number) {
        const std::string low = lowered(field);
        if (low == "nan" || low == "-nan") {
            return kMissing;
        }
        return std::unexpected(m_columns.error("`" + readableText(field.substr(0, 40)) +
                                                   "` is not a value of channel " +
                                                   std::to_string(channel + 1),
                                               m_lineNumber));
    }
    constexpr double kMark = 99999.0;
    return *number == kMark && scale.isTextMarkMissing ? kMissing
                                                       : ComtradeColumns::scaled(scale, *number);
}

/// False: no more data.
Result<bool> TextReader::take(std::string_view line) {
    split(line);
    const ComtradeHeader& header = m_columns.header();
    const std::optional<double> number = parseNumber(m_fields[0]);
    constexpr double kNumberMax = 4.3e9;
    if (!number || *number < 0.0 || *number > kNumberMax) {
        const bool isText = std::ranges::all_of(line, [](char letter) {
            return static_cast<unsigned char>(letter) >= ' ' || letter == '\t';
        });
        return std::unexpected(m_columns.error(
            isText ? "`" + readableText(line.substr(0, 40)) +
                         "` does not begin with the number of a sample"
                   : "the data are binary, and the configuration says ASCII; write BINARY, "
                     "BINARY32 or FLOAT32 there",
            m_lineNumber));
    }
    if (m_columns.isBeyondEnd(static_cast<std::uint64_t>(*number))) {
        m_columns.warn("the lines from here on do not belong to the " +
                           std::to_string(header.sampleCount) +
                           " that the configuration states, and are ignored",
                       m_lineNumber);
        return false;
    }
    const std::span<const std::size_t> picked = m_columns.picked();
    const std::size_t needed = picked.empty() ? 2 : picked.back() + 3;
    const std::size_t analog = 2 + header.scales.size();
    const bool isCut = std::ranges::count(line, ',') + 1 < static_cast<std::ptrdiff_t>(needed);
    if (isCut) {
        if (m_stream.peek() == std::istream::traits_type::eof()) {
            m_columns.warn("the last line is cut off and is ignored", m_lineNumber);
            return false;
        }
        return std::unexpected(m_columns.error("this line has " + std::to_string(m_fields.size()) +
                                                   " fields; at least " + std::to_string(needed) +
                                                   " are needed",
                                               m_lineNumber));
    }
    if (m_fields.size() > analog + header.recording.digitalCount && !m_isSurplusTold) {
        m_isSurplusTold = true;
        m_columns.warn("this line has " + std::to_string(m_fields.size()) + " fields, where " +
                           std::to_string(header.scales.size()) + " analog and " +
                           std::to_string(header.recording.digitalCount) +
                           " digital channels make " +
                           std::to_string(analog + header.recording.digitalCount) +
                           "; those at the end are ignored",
                       m_lineNumber);
    }
    if (m_columns.needsTimes()) {
        const std::optional<double> ticks = parseNumber(m_fields[1]);
        if (!ticks) {
            return std::unexpected(
                m_columns.error("there is neither a sampling rate in the configuration nor a "
                                "time in this line",
                                m_lineNumber));
        }
        m_columns.addTime(*ticks);
    }
    for (std::size_t pick = 0; pick < picked.size(); ++pick) {
        const std::size_t field = picked[pick] + 2;
        const Result<float> value =
            valueOf(field < m_fields.size() ? m_fields[field] : std::string_view(), picked[pick]);
        if (!value) {
            return std::unexpected(value.error());
        }
        m_columns.column(pick).push_back(*value);
    }
    m_columns.count(static_cast<std::uint64_t>(*number), m_lineNumber);
    if (header.recording.sampleCount % kBlockSamples == 0) {
        m_columns.flush();
    }
    return true;
}

Result<void> TextReader::read() {
    std::string line;
    m_lineNumber = m_columns.place().firstLine - 1;
    std::uint64_t rest = m_columns.place().byteCountMax;
    while (rest > 0 && std::getline(m_stream, line)) {
        ++m_lineNumber;
        if (line.size() > kLineBytesMax) {
            return std::unexpected(
                m_columns.error("this line is longer than a million characters; the data are not "
                                "text, as the configuration says",
                                m_lineNumber));
        }
        rest -= std::min<std::uint64_t>(rest, line.size() + 1);
        const std::size_t end = line.find('\x1A'); // DOS end of file.
        const std::string_view text = trimmed(std::string_view(line).substr(0, end));
        if (!text.empty()) {
            const Result<bool> goesOn = take(text);
            if (!goesOn) {
                return std::unexpected(goesOn.error());
            }
            if (!*goesOn) {
                return {};
            }
        }
        if (end != std::string::npos) {
            return {};
        }
    }
    return {};
}

} // namespace

Result<void> readComtradeText(std::istream& stream, ComtradeColumns& columns) {
    return TextReader(stream, columns).read();
}

} // namespace meter::sim
