// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/waveform_file.hpp"

#include "sim/base/quantity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

namespace meter::sim {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChannels = 2 * kPhaseCount;
constexpr std::array<std::string_view, kChannels> kNames = {"VA", "VB", "VC", "IA", "IB", "IC"};
constexpr std::array<std::string_view, kPhaseCount> kPhases = {"A", "B", "C"};
constexpr std::string_view kLineEnd = "\r\n";   // IEEE C37.111-2013, 4.5.
constexpr SampleTime kCountMax = 4'000'000'000; ///< Numbers of samples have 32 bits.

void append32(std::string& bytes, std::uint32_t word) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes += static_cast<char>(static_cast<unsigned char>(word >> shift & 0xFFU));
    }
}

std::string twoDigits(SampleTime number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The meter's own time as a date: it begins with the year 2000. No wall clock, so that the same
/// scenario gives the same bytes.
std::string dateText(SampleTime time) {
    constexpr SampleTime kDay = 86'400 * SampleTime{kSamplesPerSecond};
    SampleTime day = time / kDay;
    SampleTime year = 2000;
    const auto isLeap = [&year] {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    };
    for (; day >= (isLeap() ? 366 : 365); ++year) {
        day -= isLeap() ? 366 : 365;
    }
    const std::array<SampleTime, 12> lengths = {
        31, isLeap() ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::size_t month = 0;
    for (; day >= lengths[month]; ++month) {
        day -= lengths[month];
    }
    const SampleTime rest = time % kDay;
    const SampleTime seconds = rest / kSamplesPerSecond;
    const std::string fraction =
        fixedText(static_cast<double>(rest % kSamplesPerSecond) / kSamplesPerSecond, 6);
    return twoDigits(day + 1) + "/" + twoDigits(static_cast<SampleTime>(month) + 1) + "/" +
           std::to_string(year) + "," + twoDigits(seconds / 3600) + ":" +
           twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60) + fraction.substr(1);
}

/// A field of a configuration: no commas, at most 64 characters.
std::string fieldText(std::string text) {
    constexpr std::size_t kFieldMax = 64;
    for (char& letter : text) {
        letter = letter == ',' || letter == '\r' || letter == '\n' ? ' ' : letter;
    }
    std::size_t size = std::min(text.size(), kFieldMax);
    while (size < text.size() && size > 0 &&
           (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size; // Not within a character of UTF-8.
    }
    return text.substr(0, size);
}

} // namespace

Result<WaveformFile>
WaveformFile::create(const WaveformRequest& request, const WaveformTitle& title, SampleTime end) {
    struct Ending {
        std::string_view text;
        Kind kind;
    };

    constexpr std::array<Ending, 3> kEndings = {
        {{".cfg", Kind::Configuration}, {".cff", Kind::Combined}, {".csv", Kind::Csv}}};
    WaveformFile file;
    const std::string ending = request.file.extension().string();
    const auto* const known = std::ranges::find(kEndings, ending, &Ending::text);
    if (known == kEndings.end()) {
        return std::unexpected(Error{"a waveform file ends in .cfg or .cff (COMTRADE) or .csv, "
                                     "and " +
                                     request.file.string() + " does not"});
    }
    file.m_request = request;
    file.m_title = title;
    file.m_kind = known->kind;
    file.m_end = request.length ? std::min(end, request.from + *request.length) : end;
    const SampleTime count = file.m_end - request.from;
    if (count <= 0) {
        return std::unexpected(
            Error{"the waveforms would begin at " + numberText(secondsOf(request.from)) +
                  " s, and the run ends at " + numberText(secondsOf(end)) + " s"});
    }
    if (count > kCountMax) {
        return std::unexpected(Error{"COMTRADE cannot number so many samples; record at most "
                                     "18 days"});
    }
    constexpr double kTicksMax = 4.2e9;
    file.m_tickMultiplier =
        static_cast<std::uint32_t>(std::ceil(secondsOf(count) * 1e6 / kTicksMax));
    if (const Result<void> judged = judgeTarget(request.file); !judged) {
        return std::unexpected(judged.error());
    }
    Result<WholeFile> data = WholeFile::begin(file.dataFile());
    if (!data) {
        return std::unexpected(Error{"the waveforms in " + data.error().text});
    }
    file.m_data.emplace(std::move(*data));
    if (file.m_kind == Kind::Csv) {
        file.m_data->stream() << "time_s,va,vb,vc,ia,ib,ic\n";
    }
    return file;
}

fs::path WaveformFile::dataFile() const {
    fs::path path = m_request.file;
    if (m_kind == Kind::Configuration) {
        return path.replace_extension(".dat");
    }
    return path;
}

void WaveformFile::take(SampleTime first,
                        std::span<const SampleFrame> frames,
                        const Installation& installation) {
    m_bytes.clear();
    for (const SampleFrame& frame : frames) {
        if (first >= m_request.from && first < m_end) {
            writeRecord(frame, installation);
        }
        ++first;
    }
    m_data->stream().write(m_bytes.data(), static_cast<std::streamsize>(m_bytes.size()));
}

void WaveformFile::writeRecord(const SampleFrame& frame, const Installation& installation) {
    std::array<double, kChannels> values{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        values[phase] = frame.voltage[phase] * kVoltsPerCount * installation.ptRating;
        values[kPhaseCount + phase] =
            frame.current[phase] * kRatingPerCount * installation.ctRatingA;
    }
    ++m_count;
    if (m_kind == Kind::Csv) {
        writeRow(values);
        return;
    }
    writeBinary(values, frame, installation);
}

void WaveformFile::writeRow(const std::array<double, kChannels>& values) {
    constexpr int kTimeDigits = 9;
    m_bytes += fixedText(secondsOf(m_request.from + m_count - 1), kTimeDigits);
    for (const double value : values) {
        m_bytes += "," + numberText(static_cast<float>(value));
    }
    m_bytes += "\n";
}

/// u32 number, u32 time, then the channels, all little-endian.
void WaveformFile::writeBinary(const std::array<double, kChannels>& values,
                               const SampleFrame& frame,
                               const Installation& installation) {
    append32(m_bytes, static_cast<std::uint32_t>(m_count));
    const double ticks = secondsOf(m_count - 1) * 1e6 / m_tickMultiplier;
    append32(m_bytes, static_cast<std::uint32_t>(std::llround(ticks)));
    for (std::size_t channel = 0; channel < kChannels; ++channel) {
        if (m_request.form == WaveformForm::Float32) {
            append32(m_bytes, std::bit_cast<std::uint32_t>(static_cast<float>(values[channel])));
            continue;
        }
        const bool isVoltage = channel < kPhaseCount;
        const std::int32_t counts =
            isVoltage ? frame.voltage[channel] : frame.current[channel - kPhaseCount];
        // Other transformers than those of the beginning: counts of the first ones.
        const double ratio = isVoltage ? installation.ptRating / m_title.ptRating
                                       : installation.ctRatingA / m_title.ctRatingA;
        constexpr double kLimit = 2147483647.0;
        const double scaled = std::clamp(std::round(counts * ratio), -kLimit, kLimit);
        append32(m_bytes, std::bit_cast<std::uint32_t>(static_cast<std::int32_t>(scaled)));
    }
}

std::string WaveformFile::configuration() const {
    const bool isFloat = m_request.form == WaveformForm::Float32;
    std::string text;
    const auto line = [&text](const std::string& content) {
        text += content + std::string(kLineEnd);
    };
    std::array<char, 16> serial{};
    const auto [end, code] =
        std::to_chars(serial.data(), serial.data() + serial.size(), m_title.serialNumber, 16);
    line(fieldText(m_title.station) + ",metertwin " +
         std::string(serial.data(), code == std::errc{} ? end : serial.data()) + ",2013");
    line("6,6A,0D");
    for (std::size_t channel = 0; channel < kChannels; ++channel) {
        const bool isVoltage = channel < kPhaseCount;
        const double perCount =
            isVoltage ? kVoltsPerCount * m_title.ptRating : kRatingPerCount * m_title.ctRatingA;
        const std::string factor = isFloat ? "1" : numberText(perCount);
        const std::string limits =
            isFloat ? "-3.4028235e38,3.4028235e38" : "-2147483647,2147483647";
        line(std::to_string(channel + 1) + "," + std::string(kNames[channel]) + "," +
             std::string(kPhases[channel % kPhaseCount]) + ",metertwin," + (isVoltage ? "V" : "A") +
             "," + factor + ",0,0," + limits + "," +
             numberText(isVoltage ? m_title.ptRating : m_title.ctRatingA) + ",1,P");
    }
    line(numberText(m_title.nominalFrequencyHz));
    line("1");
    line(std::to_string(kSamplesPerSecond) + "," + std::to_string(m_count));
    line(dateText(m_request.from));
    line(dateText(m_request.from));
    line(isFloat ? "FLOAT32" : "BINARY32");
    line(std::to_string(m_tickMultiplier));
    line("0,0");
    line("F,3"); // A clock of its own: no time of day.
    return text;
}

/// Configuration first, then the data that were written beside it.
Result<void> WaveformFile::combine() {
    std::ofstream& data = m_data->stream();
    data.flush();
    const std::ofstream::pos_type size = data.tellp();
    Result<WholeFile> whole = WholeFile::begin(m_request.file);
    if (!whole || !data) {
        return whole ? m_data->commit() : std::unexpected(whole.error()); // Which tells why.
    }
    const std::string form = m_request.form == WaveformForm::Float32 ? "FLOAT32" : "BINARY32";
    whole->stream() << "--- file type: CFG ---" << kLineEnd << configuration()
                    << "--- file type: INF ---" << kLineEnd << "--- file type: HDR ---" << kLineEnd
                    << "--- file type: DAT " << form << ": " << size << " ---" << kLineEnd;
    std::ifstream written(m_data->part(), std::ios::binary);
    whole->stream() << written.rdbuf();
    written.close();
    m_data.reset();
    return whole->commit();
}

Result<void> WaveformFile::close() {
    if (m_count == 0) {
        return std::unexpected(Error{"the run ended before the waveforms began; " +
                                     m_request.file.string() + " would hold none"});
    }
    Result<void> done = m_kind == Kind::Combined ? combine() : m_data->commit();
    if (done && m_kind == Kind::Configuration) {
        done = writeWhole(m_request.file, configuration());
    }
    if (!done) {
        return std::unexpected(Error{"the waveforms in " + done.error().text});
    }
    return {};
}

} // namespace meter::sim
