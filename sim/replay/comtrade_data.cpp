// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/comtrade_data.hpp"

#include "sim/base/quantity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <span>

namespace meter::sim {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20U;
constexpr std::size_t kLineBytesMax = std::size_t{1} << 20U;

class DataReader final {
public:
    DataReader(std::istream& stream,
               const DataPlace& place,
               const std::vector<bool>& isPicked,
               ComtradeHeader& header)
        : m_stream(stream), m_place(place), m_header(header) {
        for (std::size_t i = 0; i < isPicked.size(); ++i) {
            if (isPicked[i]) {
                m_picked.push_back(i);
            }
        }
    }

    Result<void> read();

private:
    [[nodiscard]] Error error(std::string text, int line) const {
        return {std::move(text), {.file = m_place.file, .line = line}};
    }

    void warn(std::string text, int line) {
        m_header.recording.warnings.push_back(error(std::move(text), line));
    }

    [[nodiscard]] std::size_t valueSize() const {
        return m_header.form == DataForm::Binary ? 2 : 4;
    }

    [[nodiscard]] std::size_t recordSize() const {
        const std::size_t words = (m_header.recording.digitalCount + 15) / 16;
        return 8 + m_header.scales.size() * valueSize() + 2 * words;
    }

    Result<void> readText();
    Result<bool> readLine(std::string_view line, int lineNumber);
    Result<void> readBinary();
    bool takeRecord(const unsigned char* record);
    [[nodiscard]] double binaryValue(const unsigned char* bytes) const;
    [[nodiscard]] bool isBeyondEnd(std::uint64_t number) const;
    void add(std::size_t channel, double value);
    void addTime(double ticks);
    Result<void> finish();
    Result<void> settleRates();

    std::istream& m_stream;
    const DataPlace& m_place;
    ComtradeHeader& m_header;
    std::vector<std::size_t> m_picked;
    std::vector<double> m_timesS;
    std::uint64_t m_previousNumber = 0;
    std::size_t m_missingCount = 0;
};

std::uint32_t wordAt(const unsigned char* bytes) {
    return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8U |
           static_cast<std::uint32_t>(bytes[2]) << 16U |
           static_cast<std::uint32_t>(bytes[3]) << 24U;
}

/// NaN: no value.
double DataReader::binaryValue(const unsigned char* bytes) const {
    constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
    if (m_header.form == DataForm::Binary) {
        const auto raw = static_cast<std::int16_t>(static_cast<std::uint16_t>(
            static_cast<unsigned>(bytes[0]) | static_cast<unsigned>(bytes[1]) << 8U));
        return raw == INT16_MIN && !m_header.isOf1991 ? kNothing : raw;
    }
    const std::uint32_t raw = wordAt(bytes);
    if (m_header.form == DataForm::Float32) {
        return static_cast<double>(std::bit_cast<float>(raw));
    }
    return raw == 0x80000000U ? kNothing : static_cast<double>(std::bit_cast<std::int32_t>(raw));
}

/// What cannot be a number, or is not there, repeats the value before.
void DataReader::add(std::size_t channel, double value) {
    std::vector<float>& samples = m_header.recording.channels[channel].samples;
    const AnalogScale& scale = m_header.scales[channel];
    const double scaled = value * scale.factor + scale.offset;
    constexpr double kLargest = 1e30;
    if (std::isfinite(scaled) && std::fabs(scaled) < kLargest) {
        samples.push_back(static_cast<float>(scaled));
    } else {
        ++m_missingCount;
        samples.push_back(samples.empty() ? 0.0F : samples.back());
    }
}

void DataReader::addTime(double ticks) {
    if (m_header.rates.empty()) {
        m_timesS.push_back(ticks * m_header.tickS);
    }
}

/// After the stated number of samples, only what goes on counting is data: the rest
/// fills up a block.
bool DataReader::isBeyondEnd(std::uint64_t number) const {
    const std::size_t count = m_header.recording.sampleCount;
    return m_header.sampleCount > 0 && count >= m_header.sampleCount &&
           number != m_previousNumber + 1;
}

bool DataReader::takeRecord(const unsigned char* record) {
    const std::uint64_t number = wordAt(record);
    if (isBeyondEnd(number)) {
        return false;
    }
    m_previousNumber = number;
    addTime(static_cast<double>(wordAt(record + 4)));
    for (const std::size_t channel : m_picked) {
        add(channel, binaryValue(record + 8 + channel * valueSize()));
    }
    ++m_header.recording.sampleCount;
    return true;
}

Result<void> DataReader::readBinary() {
    const std::size_t size = recordSize();
    std::vector<unsigned char> block(std::max(kBlockBytes / size, std::size_t{1}) * size);
    std::uint64_t rest = m_place.byteCountMax;
    std::uint64_t offset = m_place.firstByte;
    while (rest > 0) {
        const auto wanted =
            static_cast<std::size_t>(std::min(rest, static_cast<std::uint64_t>(block.size())));
        // Bytes are bytes: the stream only knows them as char.
        m_stream.read(reinterpret_cast<char*>(block.data()), static_cast<std::streamsize>(wanted));
        const auto got = static_cast<std::size_t>(m_stream.gcount());
        for (std::size_t at = 0; at + size <= got; at += size) {
            if (!takeRecord(block.data() + at)) {
                warn(std::to_string(rest - at) + " bytes from byte " + std::to_string(offset + at) +
                         " on do not belong to the " + std::to_string(m_header.sampleCount) +
                         " that the configuration states, and are ignored",
                     0);
                return {};
            }
        }
        offset += got;
        rest -= got;
        if (got % size != 0 || got < wanted) {
            warn("the last record, at byte " + std::to_string(offset - got % size) + ", has " +
                     std::to_string(got % size) + " of its " + std::to_string(size) +
                     " bytes and is ignored",
                 0);
            return {};
        }
    }
    return {};
}

/// False: no more data.
Result<bool> DataReader::readLine(std::string_view line, int lineNumber) {
    std::array<std::string_view, 2> head;
    std::size_t channel = 0;
    std::size_t pick = 0;
    std::vector<double> values;
    values.reserve(m_picked.size());
    const std::size_t needed = m_picked.empty() ? 2 : m_picked.back() + 3;
    std::size_t fieldIndex = 0;
    for (std::string_view rest = line; fieldIndex < needed; ++fieldIndex) {
        const std::size_t comma = rest.find(',');
        const std::string_view field = trimmed(rest.substr(0, comma));
        if (fieldIndex < 2) {
            head[fieldIndex] = field;
        } else {
            channel = fieldIndex - 2;
            if (pick < m_picked.size() && m_picked[pick] == channel) {
                const auto value = parseNumber(field.starts_with('+') ? field.substr(1) : field);
                if (!value && !field.empty()) {
                    return std::unexpected(error("`" + readableText(field.substr(0, 40)) +
                                                     "` is not a value of channel " +
                                                     std::to_string(channel + 1),
                                                 lineNumber));
                }
                values.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
                ++pick;
            }
        }
        if (comma == std::string_view::npos) {
            ++fieldIndex;
            break;
        }
        rest.remove_prefix(comma + 1);
    }
    const std::optional<double> number = parseNumber(head[0]);
    constexpr double kNumberMax = 4.3e9;
    if (!number || *number < 0.0 || *number > kNumberMax) {
        return std::unexpected(error("`" + readableText(line.substr(0, 40)) +
                                         "` does not begin with the number of a sample",
                                     lineNumber));
    }
    if (isBeyondEnd(static_cast<std::uint64_t>(*number))) {
        warn("the lines from here on do not belong to the " + std::to_string(m_header.sampleCount) +
                 " that the configuration states, and are ignored",
             lineNumber);
        return false;
    }
    if (fieldIndex < needed) {
        if (m_stream.peek() == std::istream::traits_type::eof()) {
            warn("the last line is cut off and is ignored", lineNumber);
            return false;
        }
        return std::unexpected(error("this line has " + std::to_string(fieldIndex) +
                                         " fields; at least " + std::to_string(needed) +
                                         " are needed",
                                     lineNumber));
    }
    m_previousNumber = static_cast<std::uint64_t>(*number);
    if (m_header.rates.empty()) {
        const std::optional<double> ticks = parseNumber(head[1]);
        if (!ticks) {
            return std::unexpected(error("there is neither a sampling rate in the configuration "
                                         "nor a time in this line",
                                         lineNumber));
        }
        addTime(*ticks);
    }
    for (std::size_t i = 0; i < m_picked.size(); ++i) {
        add(m_picked[i], values[i]);
    }
    ++m_header.recording.sampleCount;
    return true;
}

Result<void> DataReader::readText() {
    std::string line;
    int lineNumber = m_place.firstLine - 1;
    std::uint64_t rest = m_place.byteCountMax;
    while (rest > 0 && std::getline(m_stream, line)) {
        ++lineNumber;
        if (line.size() > kLineBytesMax) {
            return std::unexpected(error("this line is longer than a million characters; the data "
                                         "are not text, as the configuration says",
                                         lineNumber));
        }
        rest -= std::min<std::uint64_t>(rest, line.size() + 1);
        const std::size_t end = line.find('\x1A'); // DOS end of file.
        const std::string_view text = trimmed(std::string_view(line).substr(0, end));
        if (!text.empty()) {
            const Result<bool> goesOn = readLine(text, lineNumber);
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

Result<void> DataReader::settleRates() {
    Recording& recording = m_header.recording;
    if (m_header.rates.empty()) {
        auto segments = segmentsOf(m_timesS, m_header.tickS);
        if (!segments) {
            return std::unexpected(error(segments.error().text, 0));
        }
        recording.segments = std::move(*segments);
        return {};
    }
    std::size_t begin = 0;
    double beginS = 0.0;
    for (std::size_t i = 0; i < m_header.rates.size() && begin < recording.sampleCount; ++i) {
        const bool isLast = i + 1 == m_header.rates.size();
        const std::size_t end = isLast ? recording.sampleCount
                                       : std::min(m_header.rates[i].last, recording.sampleCount);
        const double rateHz = m_header.rates[i].rateHz;
        recording.segments.push_back(
            {.rateHz = rateHz, .beginS = beginS, .begin = begin, .end = end});
        beginS += static_cast<double>(end - begin) / rateHz;
        begin = end;
    }
    return {};
}

Result<void> DataReader::finish() {
    const std::size_t count = m_header.recording.sampleCount;
    constexpr std::size_t kSamplesMin = 8;
    if (count < kSamplesMin) {
        return std::unexpected(error("there are only " + std::to_string(count) +
                                         " samples; a waveform needs at least " +
                                         std::to_string(kSamplesMin),
                                     0));
    }
    if (m_header.sampleCount > 0 && count != m_header.sampleCount) {
        warn("there are " + std::to_string(count) + " samples, the configuration states " +
                 std::to_string(m_header.sampleCount),
             0);
    }
    if (m_missingCount > 0) {
        warn(std::to_string(m_missingCount) + " values are missing; each repeats the one before it",
             0);
    }
    return settleRates();
}

Result<void> DataReader::read() {
    constexpr std::uint64_t kSmallestRecord = 12;
    const std::uint64_t possible = m_place.byteCountMax / kSmallestRecord + 1;
    for (const std::size_t channel : m_picked) {
        m_header.recording.channels[channel].samples.reserve(static_cast<std::size_t>(
            std::min(possible, static_cast<std::uint64_t>(m_header.sampleCount))));
    }
    const Result<void> done = m_header.form == DataForm::Ascii ? readText() : readBinary();
    if (!done) {
        return done;
    }
    return finish();
}

} // namespace

Result<void> readComtradeData(std::istream& stream,
                              const DataPlace& place,
                              const std::vector<bool>& isPicked,
                              ComtradeHeader& header) {
    return DataReader(stream, place, isPicked, header).read();
}

} // namespace meter::sim
