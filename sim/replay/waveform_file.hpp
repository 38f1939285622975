// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes what the meter's converter delivers as a recording that other programs, and `replay`,
// read: COMTRADE of 2013 (.cfg with its .dat, or .cff) or CSV (time_s,va,vb,vc,ia,ib,ic). Six
// channels: terminals A, B, C against terminal N and the three CT inputs, as primary values by
// the PTs and CTs that are really fitted. Zeros while the meter has no power.
//
// BINARY32 holds the converter's own counts, FLOAT32 and CSV hold V and A.

#include "sim/base/whole_file.hpp"
#include "sim/base/result.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/installation/installation.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::sim {

enum class WaveformForm : std::uint8_t { Binary32, Float32 };

struct WaveformRequest {
    std::filesystem::path file; ///< .cfg, .cff or .csv decides the format.
    WaveformForm form = WaveformForm::Binary32;
    SampleTime from = 0;
    std::optional<SampleTime> length; ///< None: to the end of the run.
};

/// What stands in the head of a recording.
struct WaveformTitle {
    std::string station; ///< The scenario's name.
    std::uint32_t serialNumber = 0;
    double nominalFrequencyHz = 60.0;
    double ptRating = 1.0; ///< As the recording begins.
    double ctRatingA = 100.0;
};

class WaveformFile final {
public:
    /// Opens it for a run that lasts until `end`.
    [[nodiscard]] static Result<WaveformFile>
    create(const WaveformRequest& request, const WaveformTitle& title, SampleTime end);

    /// Samples in their order; those outside the request are left out. `installation` is what
    /// is fitted while they last.
    void
    take(SampleTime first, std::span<const SampleFrame> frames, const Installation& installation);

    /// Completes the files; an error if anything could not be written, or nothing came.
    [[nodiscard]] Result<void> close();

private:
    enum class Kind : std::uint8_t { Configuration, Combined, Csv };

    WaveformFile() = default;

    void writeRecord(const SampleFrame& frame, const Installation& installation);
    void writeBinary(const std::array<double, 2 * kPhaseCount>& values,
                     const SampleFrame& frame,
                     const Installation& installation);
    void writeRow(const std::array<double, 2 * kPhaseCount>& values);
    [[nodiscard]] std::string configuration() const;
    [[nodiscard]] std::filesystem::path dataFile() const;
    [[nodiscard]] Result<void> combine();

    WaveformRequest m_request;
    WaveformTitle m_title;
    Kind m_kind = Kind::Csv;
    SampleTime m_end = 0;
    SampleTime m_count = 0;
    std::uint32_t m_tickMultiplier = 1; ///< So that the last time fits 32 bits of microseconds.
    std::string m_bytes;                ///< Of the samples that are being taken.
    std::optional<WholeFile> m_data;    ///< Of .cff: until it is known how much there is.
};

} // namespace meter::sim
