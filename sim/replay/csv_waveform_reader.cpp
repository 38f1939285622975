// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/csv_waveform_reader.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/base/table_reader.hpp"
#include "sim/base/time_text.hpp"
#include "sim/replay/channel_choice.hpp"
#include "sim/replay/channel_names.hpp"
#include "sim/replay/missing_values.hpp"
#include "sim/replay/uneven_times.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <span>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, 14> kTimeNames = {
    "t",      "time",    "times",     "zeit",     "x-axis", "xaxis",   "x",
    "second", "seconds", "timestamp", "datetime", "source", "elapsed", "elapsed time"};

/// What a scope calls the distance of its samples, in its head.
constexpr std::array<std::string_view, 8> kIntervalNotes = {
    "increment",   "xincrement",    "x increment",       "sample interval",
    "hresolution", "delta(second)", "sampling interval", "sample period"};

class CsvReader final {
public:
    CsvReader(TableReader& table,
              const std::string& file,
              const ChannelPick& pick,
              const ReadOptions& options)
        : m_table(table), m_pick(pick), m_options(options) {
        m_recording.file = file;
        m_recording.format = "CSV";
    }

    Result<Recording> read();

private:
    Result<void> findTimes();
    void takeInterval();
    [[nodiscard]] bool isTimeColumn(const TableColumn& column) const;
    Result<void> nameChannels();
    Result<void> readRow();
    Result<double> timeOf(std::string_view cell);
    Result<void> settleRates();

    TableReader& m_table;
    const ChannelPick& m_pick;
    const ReadOptions& m_options;
    Recording m_recording;
    std::vector<bool> m_isPicked;
    std::vector<std::size_t> m_columns; ///< Of the channels.
    std::vector<double> m_factors;      ///< To V and A.
    std::optional<std::size_t> m_timeColumn;
    std::optional<double> m_rateHz; ///< Instead of times.
    double m_timeFactor = 1.0;
    std::vector<double> m_timesS;
    std::size_t m_timeDigits = 0; ///< Behind the point, the most seen.
    bool m_isClock = false;
    Place m_fall; ///< Of the first time that does not rise.
};

bool CsvReader::isTimeColumn(const TableColumn& column) const {
    const NamedUnit named = unitInName(column.name);
    if (secondsOfUnit(column.unit) || (!named.unit.empty() && secondsOfUnit(named.unit))) {
        return true;
    }
    const std::string name = lowered(trimmed(column.name));
    const std::size_t sign = name.find_last_of("_ ");
    const bool hasUnitWord =
        sign != std::string::npos && secondsOfUnit(std::string_view(name).substr(sign + 1));
    const std::string stem = hasUnitWord ? name.substr(0, sign) : name;
    return std::ranges::find(kTimeNames, stem) != kTimeNames.end();
}

/// A number of the sample in the first column, and the distance of the samples in the head.
void CsvReader::takeInterval() {
    for (const std::string_view name : kIntervalNotes) {
        const std::optional<double> interval = m_table.note(std::string(name));
        if (interval && *interval > 0.0) {
            m_rateHz = 1.0 / *interval;
            m_recording.warnings.push_back({"the samples are " + numberText(*interval) +
                                                " s apart, as `" + std::string(name) +
                                                "` in the head of the file says",
                                            {.file = m_recording.file}});
            return;
        }
    }
}

Result<void> CsvReader::findTimes() {
    const std::vector<TableColumn>& columns = m_table.columns();
    if (m_table.hasHeader()) {
        const auto found = std::ranges::find_if(
            columns, [this](const TableColumn& column) { return isTimeColumn(column); });
        if (found != columns.end()) {
            m_timeColumn = static_cast<std::size_t>(found - columns.begin());
        }
    } else if (columns.size() > 1 && !m_options.rateHz) {
        m_timeColumn = 0;
        m_recording.warnings.push_back(
            {"the table has no header; its first column is taken as the time in seconds, the "
             "others are named 2, 3 and so on",
             {.file = m_recording.file}});
    }
    const bool isNumbered =
        m_timeColumn &&
        (lowered(columns[*m_timeColumn].unit) == "sequence" ||
         (columns[*m_timeColumn].unit.empty() && lowered(columns[*m_timeColumn].name) == "x"));
    if (isNumbered) {
        takeInterval();
    }
    if (m_options.rateHz) {
        m_rateHz = m_options.rateHz;
    }
    if (!m_timeColumn && !m_rateHz) {
        return std::unexpected(m_table.error(
            "no column is a time (`time_s`, `Time (ms)`, `t`, …); name one so, or say `rate`: how "
            "many samples there are in a second, such as `rate: 10 kHz`",
            1));
    }
    if (m_timeColumn && !m_rateHz) {
        const TableColumn& column = columns[*m_timeColumn];
        const NamedUnit named = unitInName(column.name);
        const std::string name = lowered(column.name);
        const std::size_t sign = name.find_last_of("_ ");
        const std::string last = sign == std::string::npos ? name : name.substr(sign + 1);
        const std::string unit = !column.unit.empty()  ? column.unit
                                 : !named.unit.empty() ? named.unit
                                                       : last;
        const std::optional<double> seconds = secondsOfUnit(unit);
        const bool isWritten = !column.unit.empty() || !named.unit.empty();
        if (!seconds && isWritten) {
            return std::unexpected(m_table.error("`" + unit +
                                                     "` is not a unit of time (s, ms, us, "
                                                     "ns, min, h)",
                                                 1));
        }
        m_timeFactor = seconds.value_or(1.0);
    }
    return {};
}

Result<void> CsvReader::nameChannels() {
    const std::vector<TableColumn>& columns = m_table.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string low = lowered(columns[i].name);
        const bool isOfHead = !m_table.noteText(low).empty() && columns[i].unit.empty();
        if (i == m_timeColumn || (isOfHead && (low == "start" || low == "increment"))) {
            continue;
        }
        RecordedChannel channel;
        const NamedUnit named = unitInName(columns[i].name);
        channel.name = columns[i].name;
        channel.unit = columns[i].unit.empty() ? named.unit : columns[i].unit;
        const auto isSame = [&](const RecordedChannel& other) {
            return other.name == channel.name;
        };
        if (std::ranges::any_of(m_recording.channels, isSame)) {
            return std::unexpected(
                m_table.error("column `" + readableText(channel.name) + "` appears twice"));
        }
        const auto known = std::ranges::find(kReplayNames, channel.name);
        if (known != kReplayNames.end() && channel.unit.empty()) {
            channel.unit = known - kReplayNames.begin() < 3 ? "V" : "A"; // As documented.
        }
        const UnitMeaning meaning = meaningOfUnit(channel.unit);
        channel.kind = meaning.kind;
        if (meaning.kind != ChannelKind::Other) {
            channel.unit = meaning.kind == ChannelKind::Voltage ? "V" : "A";
        }
        m_recording.channels.push_back(std::move(channel));
        m_columns.push_back(i);
        m_factors.push_back(meaning.factor);
    }
    if (m_recording.channels.empty()) {
        return std::unexpected(m_table.error(
            "the header of a waveform is such as `time_s,va,vb,vc,ia,ib,ic`: a time, and at least "
            "one channel",
            1));
    }
    takeKindsFromNames(m_recording);
    Result<std::vector<bool>> isPicked = m_pick(m_recording);
    if (!isPicked) {
        return std::unexpected(isPicked.error());
    }
    m_isPicked = std::move(*isPicked);
    return {};
}

Result<double> CsvReader::timeOf(std::string_view cell) {
    const std::optional<double> value = m_table.number(cell);
    constexpr double kLargest = 1e12;
    if (value && std::fabs(*value) <= kLargest) {
        const std::size_t point = cell.find_first_of(".,");
        const std::size_t digits = point == std::string_view::npos ? 0 : cell.size() - point - 1;
        const bool isScaled = cell.find_first_of("eE") != std::string_view::npos;
        constexpr std::size_t kDigitsScaled = 9;
        m_timeDigits = std::max(m_timeDigits, isScaled ? kDigitsScaled : digits);
        return *value * m_timeFactor;
    }
    const std::optional<ClockTime> clock = clockTimeOf(cell, DateOrder::DayFirst);
    if (clock) {
        const std::size_t point = cell.find_last_of(".,");
        m_timeDigits = std::max(m_timeDigits, cell.size() - std::min(point + 1, cell.size()));
        m_isClock = true;
        return clock->seconds;
    }
    return std::unexpected(m_table.error("`" + readableText(cell.substr(0, 40)) +
                                             "` is not a time in seconds, nor a date or a clock "
                                             "time",
                                         m_table.placeOf(cell)));
}

Result<void> CsvReader::readRow() {
    const std::span<const std::string_view> row = m_table.cells();
    if (m_timeColumn && !m_rateHz) {
        const Result<double> timeS = timeOf(row[*m_timeColumn]);
        if (!timeS) {
            return std::unexpected(timeS.error());
        }
        if (!m_timesS.empty() && *timeS < m_timesS.back() && m_fall.line == 0) {
            m_fall = {.file = m_recording.file,
                      .line = m_table.line(),
                      .column = m_table.placeOf(row[*m_timeColumn])};
        }
        m_timesS.push_back(*timeS);
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!m_isPicked[i]) {
            continue;
        }
        const std::string_view text = row[m_columns[i]];
        const std::optional<double> value = m_table.number(text);
        constexpr double kLargest = 1e12;
        if (value && std::fabs(*value) <= kLargest) {
            m_recording.channels[i].samples.push_back(static_cast<float>(*value * m_factors[i]));
        } else if (TableReader::isNothing(text)) {
            m_recording.channels[i].samples.push_back(std::numeric_limits<float>::quiet_NaN());
        } else {
            return std::unexpected(
                m_table.error("`" + readableText(text.substr(0, 40)) + "` is not a number",
                              m_table.placeOf(text)));
        }
    }
    ++m_recording.sampleCount;
    return {};
}

Result<void> CsvReader::settleRates() {
    constexpr std::size_t kSamplesMin = 8;
    if (m_recording.sampleCount < kSamplesMin) {
        return std::unexpected(
            m_table.error("there are only " + std::to_string(m_recording.sampleCount) +
                          " rows; a waveform needs at least " + std::to_string(kSamplesMin)));
    }
    if (m_rateHz) {
        m_recording.segments = {
            {.rateHz = *m_rateHz, .beginS = 0.0, .begin = 0, .end = m_recording.sampleCount}};
        return {};
    }
    // Zeros at the end of all times are often not written: no finer than a tenth of a
    // microsecond, no coarser than their digits. Clock times count from the first.
    constexpr double kFinestS = 1e-7;
    double resolutionS = m_isClock ? 1.0 : m_timeFactor;
    for (std::size_t i = 0; i < std::min(m_timeDigits, std::size_t{12}); ++i) {
        resolutionS /= 10.0;
    }
    const double meanS =
        std::fabs(m_timesS.back() - m_timesS.front()) / static_cast<double>(m_timesS.size() - 1);
    const double finestS = std::min(kFinestS, 0.05 * meanS);
    auto done = settleTimes(m_recording, m_timesS, std::max(resolutionS, finestS));
    return done ? done
                : std::unexpected(Error{
                      done.error().text + "; write the times with more digits or evenly, or say "
                                          "`rate` instead",
                      m_fall.line > 0 ? m_fall : Place{.file = m_recording.file}});
}

Result<Recording> CsvReader::read() {
    if (auto done = findTimes(); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = nameChannels(); !done) {
        return std::unexpected(done.error());
    }
    while (true) {
        const Result<bool> hasRow = m_table.next();
        if (!hasRow) {
            return std::unexpected(hasRow.error());
        }
        if (!*hasRow) {
            break;
        }
        if (auto done = readRow(); !done) {
            return std::unexpected(done.error());
        }
    }
    if (auto done = settleRates(); !done) {
        return std::unexpected(done.error());
    }
    settleMissingValues(m_recording);
    return std::move(m_recording);
}

} // namespace

Result<Recording> readCsvWaveform(ByteSource source,
                                  const std::string& file,
                                  const ChannelPick& pick,
                                  const ReadOptions& options) {
    Result<TableReader> table = TableReader::open(std::move(source), file);
    if (!table) {
        return std::unexpected(Error{table.error().text +
                                         "; a waveform begins with a header such as "
                                         "`time_s,va,vb,vc,ia,ib,ic`",
                                     table.error().place});
    }
    return CsvReader(*table, file, pick, options).read();
}

Result<Recording>
readCsvWaveform(const std::string& file, const ChannelPick& pick, const ReadOptions& options) {
    std::error_code code;
    if (!std::filesystem::exists(file, code)) {
        return std::unexpected(Error{"there is no such file", {.file = file}});
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream || !std::filesystem::is_regular_file(file, code)) {
        return std::unexpected(Error{"it cannot be read", {.file = file}});
    }
    const ByteSource::Fill fill = [&stream](std::span<char> room) {
        stream.read(room.data(), static_cast<std::streamsize>(room.size()));
        return static_cast<std::size_t>(stream.gcount());
    };
    return readCsvWaveform(ByteSource(fill), file, pick, options);
}

} // namespace meter::sim
