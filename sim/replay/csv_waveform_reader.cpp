// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/csv_waveform_reader.hpp"

#include "sim/base/quantity.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

namespace meter::sim {

namespace {

constexpr std::size_t kLineBytesMax = std::size_t{1} << 20U;
constexpr std::size_t kColumnsMax = 10'000;

class CsvReader final {
public:
    CsvReader(std::istream& stream, const std::string& file, const ChannelPick& pick)
        : m_stream(stream), m_pick(pick) {
        m_recording.file = file;
        m_recording.format = "CSV";
    }

    Result<Recording> read();

private:
    [[nodiscard]] Error error(std::string text, int column = 0) const {
        return {std::move(text),
                {.file = m_recording.file, .line = m_lineNumber, .column = column}};
    }

    bool next();
    [[nodiscard]] std::vector<std::string_view> cells() const;
    Result<void> readHeader();
    Result<void> readRow();
    Result<void> settleRates();

    std::istream& m_stream;
    const ChannelPick& m_pick;
    Recording m_recording;
    std::vector<bool> m_isPicked;
    std::string m_line;
    int m_lineNumber = 0;
    char m_separator = ',';
    std::vector<double> m_timesS;
    std::size_t m_timeDigits = 0; ///< Behind the point, the most seen.
};

bool CsvReader::next() {
    while (std::getline(m_stream, m_line)) {
        ++m_lineNumber;
        m_line.resize(std::min(m_line.size(), m_line.find('\x1A')));
        const std::string_view text = trimmed(m_line);
        if (!text.empty() && !text.starts_with('#')) {
            return true;
        }
    }
    return false;
}

std::vector<std::string_view> CsvReader::cells() const {
    std::vector<std::string_view> result;
    std::string_view rest = m_line;
    while (result.size() <= kColumnsMax) {
        const std::size_t end = rest.find(m_separator);
        std::string_view cell = trimmed(rest.substr(0, end));
        if (cell.size() >= 2 && cell.starts_with('"') && cell.ends_with('"')) {
            cell = trimmed(cell.substr(1, cell.size() - 2));
        }
        result.push_back(cell);
        if (end == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(end + 1);
    }
    return result;
}

Result<void> CsvReader::readHeader() {
    if (!next()) {
        return std::unexpected(error("the file is empty; a waveform begins with the header "
                                     "`time_s,va,vb,vc,ia,ib,ic`"));
    }
    if (m_line.starts_with("\xEF\xBB\xBF")) {
        m_line.erase(0, 3);
    }
    m_separator = m_line.find(';') != std::string::npos    ? ';'
                  : m_line.find(',') != std::string::npos  ? ','
                  : m_line.find('\t') != std::string::npos ? '\t'
                                                           : ',';
    const std::vector<std::string_view> names = cells();
    if (names.front() != "time_s" || names.size() < 2 || names.size() > kColumnsMax) {
        return std::unexpected(error("the header of a waveform is `time_s,va,vb,vc,ia,ib,ic`: the "
                                     "time first, then at least one channel",
                                     1));
    }
    for (std::size_t i = 1; i < names.size(); ++i) {
        RecordedChannel channel;
        channel.name = readableText(names[i]);
        // The first letter tells, as in va and ia: other columns have to be chosen by name.
        const char letter = channel.name.empty() ? ' ' : channel.name.front();
        channel.kind = letter == 'v' || letter == 'V' || letter == 'u' || letter == 'U'
                           ? ChannelKind::Voltage
                       : letter == 'i' || letter == 'I' ? ChannelKind::Current
                                                        : ChannelKind::Other;
        channel.unit = channel.kind == ChannelKind::Voltage   ? "V"
                       : channel.kind == ChannelKind::Current ? "A"
                                                              : "";
        const auto isSame = [&](const RecordedChannel& other) {
            return other.name == channel.name;
        };
        if (std::ranges::any_of(m_recording.channels, isSame)) {
            return std::unexpected(error("column `" + channel.name + "` appears twice"));
        }
        m_recording.channels.push_back(std::move(channel));
    }
    Result<std::vector<bool>> isPicked = m_pick(m_recording);
    if (!isPicked) {
        return std::unexpected(isPicked.error());
    }
    m_isPicked = std::move(*isPicked);
    return {};
}

Result<void> CsvReader::readRow() {
    if (m_line.size() > kLineBytesMax) {
        return std::unexpected(error("this line is longer than a million characters"));
    }
    const std::vector<std::string_view> row = cells();
    if (row.size() != m_recording.channels.size() + 1) {
        return std::unexpected(error("this row has " + std::to_string(row.size()) +
                                     " values, the header has " +
                                     std::to_string(m_recording.channels.size() + 1)));
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0 && !m_isPicked[i - 1]) {
            continue;
        }
        const std::string_view text = row[i];
        const std::optional<double> value =
            parseNumber(text.starts_with('+') ? text.substr(1) : text);
        constexpr double kLargest = 1e12;
        if (!value || std::fabs(*value) > kLargest) {
            return std::unexpected(error("`" + readableText(text.substr(0, 40)) +
                                             "` is not a number with a decimal point",
                                         static_cast<int>(text.data() - m_line.data()) + 1));
        }
        if (i > 0) {
            m_recording.channels[i - 1].samples.push_back(static_cast<float>(*value));
            continue;
        }
        if (!m_timesS.empty() && *value <= m_timesS.back()) {
            return std::unexpected(error("times must rise: " + numberText(*value) +
                                             " does not come after " + numberText(m_timesS.back()),
                                         1));
        }
        const std::size_t point = text.find('.');
        const std::size_t digits = point == std::string_view::npos ? 0 : text.size() - point - 1;
        const bool isScaled = text.find_first_of("eE") != std::string_view::npos;
        m_timeDigits = std::max(m_timeDigits, isScaled ? std::size_t{9} : digits);
        m_timesS.push_back(*value);
    }
    return {};
}

Result<void> CsvReader::settleRates() {
    constexpr std::size_t kSamplesMin = 8;
    m_recording.sampleCount = m_timesS.size();
    if (m_timesS.size() < kSamplesMin) {
        return std::unexpected(error("there are only " + std::to_string(m_timesS.size()) +
                                     " rows; a waveform needs at least " +
                                     std::to_string(kSamplesMin)));
    }
    // Zeros at the end of all times are often not written: no finer than a tenth of a
    // microsecond, no coarser than their digits.
    constexpr double kFinestS = 1e-7;
    double resolutionS = 1.0;
    for (std::size_t i = 0; i < std::min(m_timeDigits, std::size_t{9}); ++i) {
        resolutionS /= 10.0;
    }
    auto segments = segmentsOf(m_timesS, std::max(resolutionS, kFinestS));
    if (!segments) {
        m_lineNumber = 0;
        return std::unexpected(
            error(segments.error().text + "; write the times with more digits or evenly"));
    }
    m_recording.segments = std::move(*segments);
    return {};
}

Result<Recording> CsvReader::read() {
    if (auto done = readHeader(); !done) {
        return std::unexpected(done.error());
    }
    while (next()) {
        if (auto done = readRow(); !done) {
            return std::unexpected(done.error());
        }
    }
    if (auto done = settleRates(); !done) {
        return std::unexpected(done.error());
    }
    return std::move(m_recording);
}

} // namespace

Result<Recording> readCsvWaveform(const std::string& file, const ChannelPick& pick) {
    std::error_code code;
    if (!std::filesystem::exists(file, code)) {
        return std::unexpected(Error{"there is no such file", {.file = file}});
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream || !std::filesystem::is_regular_file(file, code)) {
        return std::unexpected(Error{"it cannot be read", {.file = file}});
    }
    return CsvReader(stream, file, pick).read();
}

} // namespace meter::sim
