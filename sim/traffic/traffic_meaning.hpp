// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes of a frame → what they say: unit, function, registers by their names, values in their
// units. Understands every frame that a Modbus master or server can send, also broken ones.

#include "sim/traffic/traffic_frame.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

/// A part of the bytes and what it is.
struct TrafficField {
    std::size_t offset = 0;
    std::size_t size = 0;
    std::string name;
    std::string value;
};

struct TrafficMeaning {
    std::optional<std::uint8_t> unit;
    std::optional<std::uint8_t> function; ///< Without the flag of an exception.
    std::uint8_t exception = 0;           ///< 0: none.
    std::uint32_t firstRegister = 0;      ///< Of the guide; 0: none are meant.
    std::uint32_t registerCount = 0;
    bool isBroken = false; ///< Too short, or its CRC is wrong.
    std::string text;
    std::vector<TrafficField> fields; ///< Ascending, without gaps that mean something.
};

/// `request` is what an answer answers: without it the registers cannot be named. Null: unknown.
[[nodiscard]] TrafficMeaning meaningOf(const TrafficFrame& frame, const TrafficFrame* request);

/// Exception, dropped, changed or broken, or a request that found no answer.
[[nodiscard]] bool isTrouble(const TrafficFrame& frame, const TrafficMeaning& meaning);

[[nodiscard]] std::string_view functionName(std::uint8_t function);
[[nodiscard]] std::string_view exceptionName(std::uint8_t code);

} // namespace meter::sim
