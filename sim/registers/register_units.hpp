// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Registers as scenarios name them: by name or by the guide's number, with values in the unit
// of the point map or in any unit of the same dimension ("150 kW", "150000 W").

#include "sim/base/quantity.hpp"
#include "sim/registers/register_names.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meter::sim {

struct RegisterChoice {
    std::uint16_t number = 0;           ///< The first one that the name has, or as given.
    std::optional<NamedRegister> named; ///< None: a number that the point map does not have.
    bool isByName = false;
};

/// Unknown names are an error with "did you mean"; numbers are 1…65535.
Result<RegisterChoice> registerByNameOrNumber(std::string_view text);

/// A value in the unit of the register; percent only where that is the unit.
Result<double> registerQuantity(const RegisterChoice& choice, std::string_view text);

/// The word that a master writes for a value: by name in the register's unit, by number, unless
/// with a unit, the word itself, as the guide says it (200 in register 133 is 2:1). Values that
/// the meter would refuse pass: that is between it and its master.
Result<std::uint16_t> registerWord(const RegisterChoice& choice, std::string_view text);

} // namespace meter::sim
