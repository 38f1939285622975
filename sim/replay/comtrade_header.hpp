// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The configuration part of a COMTRADE recording: which channels there are, how their numbers
// become volts and amperes, and at which rates they were sampled.

#include "sim/replay/recording.hpp"

#include <optional>
#include <string_view>

namespace meter::sim {

enum class DataForm { Ascii, Binary, Binary32, Float32 };

struct AnalogScale {
    double factor = 1.0; ///< value = factor · number + offset, primary, base unit.
    double offset = 0.0;
    bool isTextMarkMissing = true;   ///< 99999 of the text form is no value.
    bool isBinaryMarkMissing = true; ///< 0x8000 of BINARY is no value.
};

struct ComtradeHeader {
    Recording recording; ///< Without samples, segments and their number.
    DataForm form = DataForm::Ascii;
    std::vector<AnalogScale> scales; ///< By channel.

    /// As written: samples per second and number of the last sample. Empty: the times tell.
    struct Rate {
        double rateHz = 0.0;
        std::size_t last = 0;
    };

    std::vector<Rate> rates;
    std::size_t sampleCount = 0; ///< As written; 0: not stated.
    double tickS = 1e-6;         ///< Of the times in the data.
};

/// `file` is the name in messages; line numbers count from `firstLine`.
[[nodiscard]] Result<ComtradeHeader>
parseComtradeHeader(std::string_view text, const std::string& file, int firstLine);

} // namespace meter::sim
