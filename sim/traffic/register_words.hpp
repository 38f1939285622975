// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words from the wire as values with names: "voltage_an 277.0 V". A value of two registers that
// is not whole in there is shown word by word.

#include "sim/registers/register_value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::sim {

struct NamedValue {
    std::uint32_t number = 0;
    std::size_t words = 1;
    std::string name;  ///< Of the point map; "register 2" for a part of a value or a hole.
    std::string value; ///< With its unit: "277.0 V", "invalid", "2770 (scale unknown)".
};

/// The registers from `number` on, ascending.
[[nodiscard]] std::vector<NamedValue> namedValuesOf(std::uint32_t number,
                                                    std::span<const std::uint16_t> words,
                                                    const std::optional<ScaleFactors>& scales);

/// "real_energy", "voltage_ab voltage_bc …": the names of a range, the first few of them.
[[nodiscard]] std::string namesOf(std::uint32_t number, std::uint32_t count);

} // namespace meter::sim
