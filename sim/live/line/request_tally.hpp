// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How often each unit was asked for each function, and what came of it. Bounded by what a
// request can hold: 256 units, 256 functions.

#include <compare>
#include <cstdint>
#include <map>

namespace meter::sim::live {

enum class RequestOutcome : std::uint8_t { Answer, Exception, Silence };

struct RequestKind {
    std::uint8_t unit = 0;
    std::uint8_t function = 0;
    RequestOutcome outcome = RequestOutcome::Answer;

    auto operator<=>(const RequestKind&) const = default;
};

using RequestTally = std::map<RequestKind, std::uint64_t>;

} // namespace meter::sim::live
