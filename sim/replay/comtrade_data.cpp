// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/comtrade_data.hpp"

#include "sim/replay/comtrade_columns.hpp"
#include "sim/replay/missing_values.hpp"
#include "sim/replay/uneven_times.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace meter::sim {

ComtradeColumns::ComtradeColumns(const DataPlace& place,
                                 const std::vector<bool>& isPicked,
                                 ComtradeHeader& header,
                                 const SampleSink& sink)
    : m_place(place), m_header(header), m_sink(sink) {
    for (std::size_t i = 0; i < isPicked.size(); ++i) {
        if (isPicked[i]) {
            m_picked.push_back(i);
        }
    }
    m_columns.resize(m_picked.size());
    constexpr std::uint64_t kSmallestRecord = 12;
    const std::uint64_t possible = m_place.byteCountMax / kSmallestRecord + 1;
    for (std::vector<float>& column : m_columns) {
        column.reserve(m_sink ? 0
                              : static_cast<std::size_t>(std::min(
                                    possible, static_cast<std::uint64_t>(m_header.sampleCount))));
    }
}

bool ComtradeColumns::isBeyondEnd(std::uint64_t number) const {
    const std::size_t count = m_header.recording.sampleCount;
    return m_header.sampleCount > 0 && count >= m_header.sampleCount &&
           number != m_previous.value_or(0) + 1;
}

void ComtradeColumns::count(std::uint64_t number, int line) {
    if (m_previous && number != *m_previous + 1) {
        ++m_jumps;
        if (m_jumps == 1) {
            m_firstJump =
                std::to_string(number) + " follows " + std::to_string(*m_previous) +
                (line > 0 ? " in line " + std::to_string(line)
                          : " in record " + std::to_string(m_header.recording.sampleCount + 1));
        }
    }
    m_previous = number;
    ++m_header.recording.sampleCount;
}

void ComtradeColumns::addTime(double ticks) {
    if (needsTimes()) {
        m_timesS.push_back(ticks * m_header.tickS);
    }
}

float ComtradeColumns::scaled(const AnalogScale& scale, double number) {
    const double value = number * scale.factor + scale.offset;
    constexpr double kLargest = 1e30;
    return std::fabs(value) < kLargest ? static_cast<float>(value) : kMissing;
}

void ComtradeColumns::flush() {
    if (!m_sink) {
        return;
    }
    m_sink(m_columns);
    for (std::vector<float>& column : m_columns) {
        column.clear();
    }
}

Result<void> ComtradeColumns::settleRates() {
    Recording& recording = m_header.recording;
    if (m_header.rates.empty()) {
        auto done = settleTimes(recording, m_timesS, m_header.tickS);
        return done ? done : std::unexpected(error(done.error().text));
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

Result<void> ComtradeColumns::finish() {
    flush();
    const std::size_t count = m_header.recording.sampleCount;
    constexpr std::size_t kSamplesMin = 8;
    if (count < kSamplesMin) {
        return std::unexpected(error("there are only " + std::to_string(count) +
                                     " samples; a waveform needs at least " +
                                     std::to_string(kSamplesMin)));
    }
    if (m_header.sampleCount > 0 && count != m_header.sampleCount) {
        warn("there are " + std::to_string(count) + " samples, the configuration states " +
             std::to_string(m_header.sampleCount));
    }
    if (m_jumps > 0) {
        warn("the numbers of the samples do not count up by one: " + m_firstJump +
             (m_jumps > 1 ? ", and so " + std::to_string(m_jumps) + " times" : "") +
             "; each record is taken as the next sample");
    }
    for (std::size_t pick = 0; pick < m_picked.size(); ++pick) {
        m_header.recording.channels[m_picked[pick]].samples = std::move(m_columns[pick]);
    }
    if (auto settled = settleRates(); !settled) {
        return settled;
    }
    settleMissingValues(m_header.recording);
    return {};
}

Result<void> readComtradeData(std::istream& stream,
                              const DataPlace& place,
                              const std::vector<bool>& isPicked,
                              ComtradeHeader& header,
                              const SampleSink& sink) {
    ComtradeColumns columns(place, isPicked, header, sink);
    const Result<void> done = header.form == DataForm::Ascii ? readComtradeText(stream, columns)
                                                             : readComtradeBinary(stream, columns);
    return done ? columns.finish() : done;
}

} // namespace meter::sim
