// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the fuzzers try, as plain functions: bytes in, a complaint out. Each judges more than
// that nothing crashes: every answer must be legal for its request, what is refused must change
// nothing, and how bytes are cut into pieces must not matter where it may not.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace meter::test {

/// What is wrong; nothing if all is well.
using Complaint = std::optional<std::string>;

struct FuzzTarget {
    std::string_view name; ///< Also of its folder in corpus/.
    Complaint (*run)(std::span<const std::byte> input);
};

/// Requests to a whole meter: each is a byte of length and so many bytes.
Complaint fuzzPdu(std::span<const std::byte> input);
/// Characters on a line with their pauses: pairs of a pause code and a byte.
Complaint fuzzStrictRtu(std::span<const std::byte> input);
/// Bytes of a virtual port, served at once.
Complaint fuzzRelaxedRtu(std::span<const std::byte> input);
/// A Modbus TCP stream, whole and in pieces; the first byte sows the cuts.
Complaint fuzzMbap(std::span<const std::byte> input);

/// A COMTRADE recording: two bytes of how long its configuration is, the configuration, the data.
Complaint fuzzComtrade(std::span<const std::byte> input);
/// A table of waveforms; the first byte gives a rate or none.
Complaint fuzzCsvWaveform(std::span<const std::byte> input);
/// A table of a profile; the first byte says what it is read as.
Complaint fuzzProfile(std::span<const std::byte> input);

inline constexpr std::array<FuzzTarget, 7> kFuzzTargets = {{{"pdu", fuzzPdu},
                                                            {"strict_rtu", fuzzStrictRtu},
                                                            {"relaxed_rtu", fuzzRelaxedRtu},
                                                            {"mbap", fuzzMbap},
                                                            {"comtrade", fuzzComtrade},
                                                            {"csv_waveform", fuzzCsvWaveform},
                                                            {"profile", fuzzProfile}}};

} // namespace meter::test
