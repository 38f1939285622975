// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which frames are wanted, in words that a person types: "unit:1 function:3 errors voltage".

#include "sim/base/result.hpp"
#include "sim/traffic/traffic_meaning.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct TrafficFilter {
    std::optional<std::uint8_t> unit;
    std::optional<std::uint8_t> function;
    std::uint32_t registerFirst = 0; ///< 0: any.
    std::uint32_t registerLast = 0;
    std::optional<TrafficDirection> direction;
    std::string endpoint;           ///< A part of the endpoint's or the peer's text.
    std::vector<std::string> words; ///< All of them stand somewhere in the line; small letters.
    bool isTroubleOnly = false;

    [[nodiscard]] bool isEmpty() const;
};

/// `unit:1`, `function:3` or `function:0x2b`, `register:19`, `register:257-260`,
/// `register:voltage_an`, `endpoint:tcp`, `requests`, `answers`, `errors`; any other word is
/// searched for. All must hold. What is no filter is an error that says what would be.
[[nodiscard]] Result<TrafficFilter> trafficFilterOf(std::string_view text);

[[nodiscard]] bool
isWanted(const TrafficFilter& filter, const TrafficFrame& frame, const TrafficMeaning& meaning);

} // namespace meter::sim
