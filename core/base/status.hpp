// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Outcome of what can fail in the core for reasons outside the program: storage, refused
// settings. Programmer errors are METER_ASSERT; Modbus exceptions are values of their own.

#include <cstdint>

namespace meter {

enum class [[nodiscard]] Status : std::uint8_t {
    Ok,
    OutOfRange,      ///< The value is outside the range that the parameter has.
    PulseTooFine,    ///< No pulse duration keeps up with the maximum system power.
    VoltageUnfit,    ///< System voltage outside 82…660 V × PT ratio.
    ReadFailed,      ///< The storage could not be read.
    WriteFailed,     ///< The storage could not be written.
    Blank,           ///< The storage was never written.
    Damaged,         ///< Written once, but no image is whole.
};

} // namespace meter
