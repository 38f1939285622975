// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The five system types of register 130 and what each of them has (guide, supported system
// types). A table, so that validity is decided in one place.

#include <array>
#include <cstdint>

namespace meter {

enum class SystemType : std::uint8_t {
    SinglePhaseLn = 10, ///< 1L-1n: A + N
    SinglePhaseLl = 11, ///< 2L: A + B, power is V_AB · I_A, shown as phase A
    SplitPhase = 12,    ///< 2L-1n: A + B + N
    Delta = 31,         ///< 3L: A + B + C, no N; phases against the virtual star point
    Wye = 40,           ///< 3L-1n: A + B + C + N
};

/// L-L voltages in the order of the registers 16–18.
enum class LinePair : std::uint8_t { AB, BC, AC };

struct SystemTypeTraits {
    SystemType type;
    std::array<bool, 3> hasPhase;     ///< Current, power, PF and energy of A, B, C are valid.
    std::array<bool, 3> hasVoltageLn; ///< AN, BN, CN.
    std::array<bool, 3> hasVoltageLl; ///< AB, BC, AC.
    std::uint8_t phaseCount;          ///< Currents that are averaged.
    std::uint8_t mask;                ///< Its bit in the masks of the register table.
};

inline constexpr std::array<SystemTypeTraits, 5> kSystemTypes = {{
    {SystemType::SinglePhaseLn,
     {true, false, false},
     {true, false, false},
     {false, false, false},
     1,
     1U},
    {SystemType::SinglePhaseLl,
     {true, false, false},
     {false, false, false},
     {true, false, false},
     1,
     2U},
    {SystemType::SplitPhase, {true, true, false}, {true, true, false}, {true, false, false}, 2, 4U},
    {SystemType::Delta, {true, true, true}, {false, false, false}, {true, true, true}, 3, 8U},
    {SystemType::Wye, {true, true, true}, {true, true, true}, {true, true, true}, 3, 16U},
}};

[[nodiscard]] constexpr const SystemTypeTraits& traitsOf(SystemType type) {
    for (const SystemTypeTraits& traits : kSystemTypes) {
        if (traits.type == type) {
            return traits;
        }
    }
    return kSystemTypes.back();
}

[[nodiscard]] constexpr bool isSystemType(std::uint16_t number) {
    for (const SystemTypeTraits& traits : kSystemTypes) {
        if (static_cast<std::uint16_t>(traits.type) == number) {
            return true;
        }
    }
    return false;
}

} // namespace meter
