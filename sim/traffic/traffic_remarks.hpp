// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Remarks of frames that programs read as well as people: the endpoints write them, and the judge
// of masters recognises them, also in saved traces.

#include <string_view>

namespace meter::sim {

/// Of events of a connection, without bytes.
inline constexpr std::string_view kSlowFetchRemark = "the client fetches its answers too slowly";
inline constexpr std::string_view kCutFetchRemark = "the client closed in the middle of an answer";
inline constexpr std::string_view kInFlightRemark = "more than 16 requests are in flight";

/// Of bytes that came in and were not served.
inline constexpr std::string_view kSendingRemark = "the meter is sending";
inline constexpr std::string_view kTogetherRemark =
    "it came together with one that is being answered";
inline constexpr std::string_view kNotUnderstoodRemark = "not understood: "; ///< And why.
inline constexpr std::string_view kEchoRemark = "the adapter's echo of the answer";

/// Begins those of requests that found none.
inline constexpr std::string_view kNoAnswerRemark = "no answer";

} // namespace meter::sim
