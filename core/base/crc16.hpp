// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The CRC of Modbus RTU: reflected polynomial 0xA001, start 0xFFFF, sent low byte first
// (Modbus over Serial Line V1.02, clause 2.5.1.2).

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

[[nodiscard]] std::uint16_t crc16(std::span<const std::byte> bytes);

} // namespace meter
