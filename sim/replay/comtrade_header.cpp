// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/comtrade_header.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/replay/channel_names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::size_t kChannelsMax = 10'000;
constexpr double kRateMaxHz = 1e9;
constexpr double kSampleNumberMax = 4e9;

struct FormName {
    std::string_view word;
    DataForm form;
};

constexpr std::array<FormName, 4> kForms = {{{"ASCII", DataForm::Ascii},
                                             {"BINARY", DataForm::Binary},
                                             {"BINARY32", DataForm::Binary32},
                                             {"FLOAT32", DataForm::Float32}}};

std::vector<std::string_view> fieldsOf(std::string_view line) {
    std::vector<std::string_view> fields;
    while (true) {
        const std::size_t comma = line.find(',');
        fields.push_back(trimmed(line.substr(0, comma)));
        if (comma == std::string_view::npos) {
            return fields;
        }
        line.remove_prefix(comma + 1);
    }
}

/// A number as devices write it: also with a leading plus.
std::optional<double> numberIn(std::string_view text) {
    return parseNumber(text.starts_with('+') ? text.substr(1) : text);
}

bool isDateLike(std::string_view line) {
    return line.find('/') != std::string_view::npos;
}

class HeaderParser final {
public:
    HeaderParser(std::string_view text, const std::string& file, int firstLine)
        : m_rest(text.substr(0, text.find('\x1A'))), m_file(file), m_lineNumber(firstLine - 1) {}

    Result<ComtradeHeader> parse();

private:
    [[nodiscard]] Error error(std::string text) const {
        return {std::move(text), {.file = m_file, .line = std::max(m_lineNumber, 1)}};
    }

    void warn(std::string text) { m_header.recording.warnings.push_back(error(std::move(text))); }

    bool next();
    bool nextFilled();
    Result<void> readFirst();
    Result<void> readCounts();
    Result<void> readAnalog(std::size_t index);
    AnalogScale scaleOf(double factor, double offset, RecordedChannel& channel);
    void readLimits(AnalogScale& scale) const;
    Result<void> readSampling();
    Result<void> readRates(std::size_t count);
    void readTimes();
    Result<void> readForm();

    std::string_view m_rest;
    std::string m_file;
    int m_lineNumber;
    std::string_view m_line;
    std::vector<std::string_view> m_fields;
    std::size_t m_analogCount = 0;
    bool m_isLineHeld = false;
    bool m_isOf1991 = false;
    ComtradeHeader m_header;
};

bool HeaderParser::next() {
    if (m_isLineHeld) {
        m_isLineHeld = false;
        return true;
    }
    if (m_rest.empty()) {
        return false;
    }
    const std::size_t end = std::min(m_rest.find('\n'), m_rest.size());
    m_line = trimmed(m_rest.substr(0, end));
    m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
    m_fields = fieldsOf(m_line);
    ++m_lineNumber;
    return true;
}

bool HeaderParser::nextFilled() {
    while (next()) {
        if (!m_line.empty()) {
            return true;
        }
    }
    return false;
}

Result<void> HeaderParser::readFirst() {
    if (!next()) {
        return std::unexpected(error("the file is empty; a COMTRADE configuration begins with "
                                     "station, device and year"));
    }
    Recording& recording = m_header.recording;
    std::string_view station = m_fields[0];
    if (station.starts_with("\xEF\xBB\xBF")) {
        station.remove_prefix(3);
    }
    recording.title = readableText(station);
    if (m_fields.size() > 1 && !m_fields[1].empty()) {
        recording.title += ", " + readableText(m_fields[1]);
    }
    const std::optional<double> year =
        m_fields.size() > 2 ? numberIn(m_fields[2]) : std::optional<double>{};
    m_isOf1991 = !year || *year < 1997.0;
    recording.format =
        year && *year >= 1900.0 && *year <= 2999.0 ? numberText(std::floor(*year)) : "1991";
    return {};
}

/// "36,4A,32D"; also "15, 15A" and "7A,7A,0D".
Result<void> HeaderParser::readCounts() {
    if (!next()) {
        return std::unexpected(error("the line with the numbers of channels is missing, such as "
                                     "`10,6A,4D`"));
    }
    std::optional<double> analog;
    std::optional<double> digital;
    for (const std::string_view field : m_fields) {
        if (field.empty()) {
            continue;
        }
        const char kind = field.back();
        const auto number = numberIn(trimmed(field.substr(0, field.size() - 1)));
        if ((kind == 'A' || kind == 'a') && number) {
            analog = number;
        } else if ((kind == 'D' || kind == 'd') && number) {
            digital = number;
        }
    }
    const double sum = analog.value_or(0.0) + digital.value_or(0.0);
    const bool isWhole = std::floor(analog.value_or(0.0)) == analog.value_or(0.0) &&
                         std::floor(digital.value_or(0.0)) == digital.value_or(0.0);
    if ((!analog && !digital) || !isWhole || analog.value_or(0.0) < 0.0 ||
        digital.value_or(0.0) < 0.0 || sum > static_cast<double>(kChannelsMax)) {
        return std::unexpected(error("`" + readableText(m_line.substr(0, 60)) +
                                     "` does not state the numbers of channels, as in `10,6A,4D`"));
    }
    m_analogCount = static_cast<std::size_t>(analog.value_or(0.0));
    m_header.recording.digitalCount = static_cast<std::size_t>(digital.value_or(0.0));
    if (const auto total = numberIn(m_fields[0]); total && *total != sum) {
        warn("the number of all channels is " + numberText(*total) + ", but " +
             std::to_string(m_analogCount) + " analog and " +
             std::to_string(m_header.recording.digitalCount) + " digital ones follow");
    }
    if (m_analogCount == 0) {
        return std::unexpected(
            error("there are digital channels only; a waveform needs an analog one"));
    }
    return {};
}

/// A value is primary where the channel says P, otherwise times primary ÷ secondary.
AnalogScale HeaderParser::scaleOf(double factor, double offset, RecordedChannel& channel) {
    const UnitMeaning unit =
        meaningOfUnit(channel.unit.empty() ? unitInName(channel.name).unit : channel.unit);
    channel.kind = unit.kind;
    double ratio = unit.factor;
    if (unit.kind != ChannelKind::Other) {
        channel.unit = unit.kind == ChannelKind::Voltage ? "V" : "A";
    }
    const bool isPrimary = m_fields.size() > 12 && lowered(m_fields[12]) == "p";
    if (!isPrimary && m_fields.size() > 11) {
        const double primary = numberIn(m_fields[10]).value_or(0.0);
        const double secondary = numberIn(m_fields[11]).value_or(0.0);
        if (primary > 0.0 && secondary > 0.0) {
            ratio *= primary / secondary;
        } else {
            warn("channel `" + channel.name +
                 "` has no usable primary and secondary factor; its values are taken as primary");
        }
    }
    return {.factor = factor * ratio, .offset = offset * ratio};
}

/// From 1999 on 99999 and 0x8000 stand for missing values (IEEE C37.111-1999, 8.4 and 8.6); of
/// 1991, and wherever a channel's own limits reach so far, they only do so beyond these limits.
void HeaderParser::readLimits(AnalogScale& scale) const {
    const auto limit = [this](std::size_t field) {
        return m_fields.size() > field ? numberIn(m_fields[field]) : std::optional<double>{};
    };
    const std::optional<double> least = limit(8);
    const std::optional<double> most = limit(9);
    const bool areLimits = least && most && *least < *most;
    constexpr double kTextMark = 99999.0;
    constexpr double kBinaryMark = -32768.0;
    scale.isTextMarkMissing = areLimits ? *most < kTextMark : !m_isOf1991;
    // A least value of -32768 is written out of habit: from 1999 on the mark is never a value.
    scale.isBinaryMarkMissing = !m_isOf1991 || (areLimits && *least > kBinaryMark);
}

/// n, name, phase, circuit, unit, a, b, skew, min, max [, primary, secondary, P|S]
Result<void> HeaderParser::readAnalog(std::size_t index) {
    if (!next()) {
        return std::unexpected(error("the file ends at analog channel " +
                                     std::to_string(index + 1) + " of " +
                                     std::to_string(m_analogCount)));
    }
    constexpr std::size_t kFieldsMin = 7;
    if (m_fields.size() < kFieldsMin) {
        return std::unexpected(
            error("analog channel " + std::to_string(index + 1) + " has " +
                  std::to_string(m_fields.size()) +
                  " fields; it needs number, name, phase, circuit, unit, multiplier and offset"));
    }
    const std::optional<double> factor = numberIn(m_fields[5]);
    const std::optional<double> offset =
        m_fields[6].empty() ? std::optional<double>(0.0) : numberIn(m_fields[6]);
    if (!factor || !offset) {
        return std::unexpected(error("analog channel " + std::to_string(index + 1) +
                                     " has no number as its multiplier (field 6) or offset "
                                     "(field 7)"));
    }
    RecordedChannel channel;
    channel.name = readableText(m_fields[1]);
    channel.phase = readableText(m_fields[2]);
    channel.unit = readableText(m_fields[4]);
    constexpr double kSkewMaxUs = 1e6;
    if (m_fields.size() > 7 && !m_fields[7].empty()) {
        const auto skewUs = numberIn(m_fields[7]);
        if (skewUs && std::fabs(*skewUs) <= kSkewMaxUs) {
            channel.skewS = *skewUs * 1e-6;
        } else {
            warn("the skew of channel `" + channel.name + "` is not plausible and is taken as 0");
        }
    }
    AnalogScale scale = scaleOf(*factor, *offset, channel);
    readLimits(scale);
    m_header.scales.push_back(scale);
    m_header.recording.channels.push_back(std::move(channel));
    return {};
}

Result<void> HeaderParser::readRates(std::size_t count) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!nextFilled()) {
            return std::unexpected(error("the file ends before its sampling rates"));
        }
        const auto rate = numberIn(m_fields[0]);
        const auto last = m_fields.size() > 1 ? numberIn(m_fields[1]) : std::optional<double>{};
        const bool isRight = rate && last && *rate >= 0.0 && *rate <= kRateMaxHz && *last >= 0.0 &&
                             *last <= kSampleNumberMax && std::floor(*last) == *last;
        if (!isRight) {
            return std::unexpected(error("`" + readableText(m_line.substr(0, 60)) +
                                         "` is not a sampling rate with the number of its last "
                                         "sample, such as `4800,9600`"));
        }
        const auto lastNumber = static_cast<std::size_t>(*last);
        m_header.sampleCount = std::max(m_header.sampleCount, lastNumber);
        if (*rate == 0.0) {
            m_header.rates.clear(); // The times tell.
            continue;
        }
        if (lastNumber <= before) {
            warn("this rate ends before it begins and is ignored");
            continue;
        }
        m_header.rates.push_back({.rateHz = *rate, .last = lastNumber});
        before = lastNumber;
    }
    return {};
}

Result<void> HeaderParser::readSampling() {
    if (!nextFilled()) {
        return std::unexpected(error("the file ends before the nominal frequency"));
    }
    const double nominal = numberIn(m_fields[0]).value_or(0.0);
    constexpr double kNominalMaxHz = 1000.0;
    if (nominal > 0.0 && nominal <= kNominalMaxHz) {
        m_header.recording.nominalFrequencyHz = nominal;
    } else {
        warn("no nominal frequency is stated");
    }
    if (!nextFilled()) {
        return std::unexpected(error("the file ends before the number of sampling rates"));
    }
    const auto count = numberIn(m_fields[0]);
    constexpr double kRatesMax = 1000.0;
    if (!count || *count < 0.0 || *count > kRatesMax || std::floor(*count) != *count) {
        return std::unexpected(error("`" + readableText(m_line.substr(0, 60)) +
                                     "` is not a number of sampling rates"));
    }
    if (*count > 0.0) {
        return readRates(static_cast<std::size_t>(*count));
    }
    // Without rates one line tells the number of samples; some devices leave it out.
    if (nextFilled()) {
        if (isDateLike(m_line)) {
            m_isLineHeld = true;
            return {};
        }
        const double last = m_fields.size() > 1 ? numberIn(m_fields[1]).value_or(0.0) : 0.0;
        m_header.sampleCount =
            last > 0.0 && last <= kSampleNumberMax ? static_cast<std::size_t>(last) : 0;
    }
    return {};
}

/// The dates do not matter, so impossible ones do no harm; but how finely they are written
/// tells the unit of the times in the data (2013: microseconds or nanoseconds).
void HeaderParser::readTimes() {
    for (int i = 0; i < 2 && nextFilled(); ++i) {
        if (!isDateLike(m_line) && m_line.find(':') == std::string_view::npos) {
            m_isLineHeld = true;
            return;
        }
        const std::size_t point = m_line.rfind('.');
        const bool isFine = point != std::string_view::npos && m_line.size() - point - 1 > 6;
        m_header.tickS = isFine ? 1e-9 : m_header.tickS;
    }
}

Result<void> HeaderParser::readForm() {
    if (!nextFilled()) {
        return std::unexpected(error("the file ends before the data format: ASCII, BINARY, "
                                     "BINARY32 or FLOAT32"));
    }
    const std::string form = lowered(m_fields[0]);
    const auto known = std::ranges::find_if(
        kForms, [&](const FormName& one) { return lowered(one.word) == form; });
    if (known == kForms.end()) {
        return std::unexpected(error("`" + readableText(m_line.substr(0, 60)) +
                                     "` is not a data format; it is ASCII, BINARY, BINARY32 or "
                                     "FLOAT32"));
    }
    m_header.form = known->form;
    m_header.recording.format =
        "COMTRADE " + m_header.recording.format + " " + std::string(known->word);
    if (nextFilled()) {
        const double multiplier = numberIn(m_fields[0]).value_or(1.0);
        m_header.tickS *= multiplier > 0.0 && multiplier < 1e9 ? multiplier : 1.0;
    }
    return {};
}

Result<ComtradeHeader> HeaderParser::parse() {
    m_header.recording.file = m_file;
    if (auto done = readFirst(); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = readCounts(); !done) {
        return std::unexpected(done.error());
    }
    for (std::size_t index = 0; index < m_analogCount; ++index) {
        if (auto done = readAnalog(index); !done) {
            return std::unexpected(done.error());
        }
    }
    takeKindsFromNames(m_header.recording);
    for (std::size_t index = 0; index < m_header.recording.digitalCount; ++index) {
        if (!next()) {
            return std::unexpected(error("the file ends at digital channel " +
                                         std::to_string(index + 1) + " of " +
                                         std::to_string(m_header.recording.digitalCount)));
        }
    }
    if (auto done = readSampling(); !done) {
        return std::unexpected(done.error());
    }
    readTimes();
    if (auto done = readForm(); !done) {
        return std::unexpected(done.error());
    }
    return std::move(m_header);
}

} // namespace

Result<ComtradeHeader>
parseComtradeHeader(std::string_view text, const std::string& file, int firstLine) {
    return HeaderParser(text, file, firstLine).parse();
}

} // namespace meter::sim
