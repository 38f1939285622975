// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Readings → the words of a register: integers are the nearest of value ÷ 10^scale and stop at
// 32767, energy counts are rounded down and roll over, what the system type does not have is the
// invalid mark of its format (docs/metrology.md, registers).

#include "core/access/readings.hpp"
#include "core/registers/register_map.hpp"

#include <array>
#include <cstdint>

namespace meter {

inline constexpr std::uint16_t kInvalidWord = 0x8000;            ///< 16 bit, "negative zero".
inline constexpr std::uint32_t kInvalidLong = 0x8000'0000U;      ///< ULong.
inline constexpr std::uint32_t kInvalidFloatBits = 0x7FC0'0000U; ///< Float: quiet NaN.
inline constexpr std::uint16_t kIntegerMax = 32'767;

/// Encodes the registers of one request; the readings must stay as they are meanwhile.
class RegisterEncoder {
public:
    explicit RegisterEncoder(const Readings& readings);

    /// A register of one word in the low half, one of two as a whole. Not for LogControl and
    /// LogBuffer, which the data log answers.
    [[nodiscard]] std::uint32_t encode(const RegisterRow& row) const;

private:
    [[nodiscard]] bool isInvalid(const RegisterRow& row) const;
    [[nodiscard]] std::uint32_t encodeMeasured(const RegisterRow& row, double value) const;
    [[nodiscard]] std::uint32_t encodeEnergy(const RegisterRow& row,
                                             const EnergyCounter& counter) const;
    [[nodiscard]] std::uint32_t encodeConfiguration(const RegisterRow& row) const;

    const Readings& m_readings;
    std::uint8_t m_systemType;             ///< SystemTypeTraits::mask.
    std::array<double, 7> m_countsPerUnit; ///< By ScaleKind; exact powers of ten, or
    std::array<double, 7> m_unitsPerCount; ///< these, where a count is more than a unit.
};

} // namespace meter
