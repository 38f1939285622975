// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What text and binary data of a COMTRADE recording fill: the picked channels' columns, times,
// and the count of the samples by their numbers.

#include "sim/replay/comtrade_data.hpp"

#include <limits>
#include <optional>
#include <utility>

namespace meter::sim {

inline constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

class ComtradeColumns final {
public:
    ComtradeColumns(const DataPlace& place,
                    const std::vector<bool>& isPicked,
                    ComtradeHeader& header,
                    const SampleSink& sink);

    [[nodiscard]] const ComtradeHeader& header() const { return m_header; }

    [[nodiscard]] const DataPlace& place() const { return m_place; }

    [[nodiscard]] std::span<const std::size_t> picked() const { return m_picked; }

    [[nodiscard]] std::vector<float>& column(std::size_t pick) { return m_columns[pick]; }

    [[nodiscard]] bool needsTimes() const { return m_header.rates.empty(); }

    [[nodiscard]] Error error(std::string text, int line = 0) const {
        return {std::move(text), {.file = m_place.file, .line = line}};
    }

    void warn(std::string text, int line = 0) {
        m_header.recording.warnings.push_back(error(std::move(text), line));
    }

    /// After the stated number of samples, only what goes on counting is data: the rest
    /// fills up a block.
    [[nodiscard]] bool isBeyondEnd(std::uint64_t number) const;

    /// One sample by its number, of which its values follow or came before. `line` 0: binary.
    void count(std::uint64_t number, int line);
    void addTime(double ticks);

    /// value = factor · number + offset, or missing where that is no possible value.
    [[nodiscard]] static float scaled(const AnalogScale& scale, double number);

    /// Passes a block on, if somebody takes it.
    void flush();
    /// Rates, holes, and what there is to tell.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> settleRates();

    const DataPlace& m_place;
    ComtradeHeader& m_header;
    const SampleSink& m_sink;
    std::vector<std::size_t> m_picked;
    std::vector<std::vector<float>> m_columns; ///< By pick.
    std::vector<double> m_timesS;
    std::optional<std::uint64_t> m_previous; ///< Number of the sample before.
    std::size_t m_jumps = 0;
    std::string m_firstJump;
};

/// Each reads all records into the columns.
[[nodiscard]] Result<void> readComtradeText(std::istream& stream, ComtradeColumns& columns);
[[nodiscard]] Result<void> readComtradeBinary(std::istream& stream, ComtradeColumns& columns);

} // namespace meter::sim
