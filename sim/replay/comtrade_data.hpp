// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The data part of a COMTRADE recording: records of a number, a time, analog values and digital
// words, as text or binary (little-endian). Read from front to back once; only the channels
// that were picked are kept, or passed on block by block.
//
//   ASCII     number, time, value, value, …, 0 or 1, …            one line per record
//   BINARY    u32 number, u32 time, i16 value …, u16 digital …    0x8000: no value
//   BINARY32  u32 number, u32 time, i32 value …, u16 digital …    0x80000000: no value
//   FLOAT32   u32 number, u32 time, f32 value …, u16 digital …    NaN: no value

#include "sim/replay/comtrade_header.hpp"

#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <vector>

namespace meter::sim {

struct DataPlace {
    std::string file;
    int firstLine = 1;              ///< Of the text form.
    std::uint64_t firstByte = 0;    ///< Of the binary forms.
    std::uint64_t byteCountMax = 0; ///< What belongs to the data.
};

/// Takes the picked channels in their order, the same number of values of each; NaN: missing.
using SampleSink = std::function<void(std::span<const std::vector<float>>)>;

/// Fills the picked channels, the number of samples and the rates of header.recording. With a
/// sink the samples go there instead, a block at a time: the memory needed is constant. Uneven
/// times are an error with a sink, since all samples are needed to bring them to one rate.
[[nodiscard]] Result<void> readComtradeData(std::istream& stream,
                                            const DataPlace& place,
                                            const std::vector<bool>& isPicked,
                                            ComtradeHeader& header,
                                            const SampleSink& sink = {});

} // namespace meter::sim
