// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person asks a meter for, in words: "voltage_an", "26", "257:90", "system_type=31".
// Only the texts are judged here; whether the register exists is the meter's to say.

#include "sim/base/result.hpp"
#include "sim/registers/register_names.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meter::app {

struct ReadRequest {
    std::string name;         ///< Asked by name without a count: the finer of integer and float.
    std::uint16_t number = 0; ///< First register, as the guide counts.
    int count = 1;            ///< Registers, not values.
};

/// NAME or NUMBER, with :COUNT registers. A number alone stands for the whole value there.
[[nodiscard]] sim::Result<ReadRequest> readRequestOf(std::string_view text);

struct WriteRequest {
    std::uint16_t number = 0;
    std::string name; ///< Empty where the point map has none.
    double value = 0.0;
    std::string unit;
    std::uint16_t word = 0; ///< What goes over the wire.
};

/// NAME=VALUE or NUMBER=VALUE in the unit of the point map. A name must be writable; a number
/// that is not goes out as it is, and the meter answers.
[[nodiscard]] sim::Result<WriteRequest> writeRequestOf(std::string_view text);

} // namespace meter::app
