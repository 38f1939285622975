// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// CRC-32 as in IEEE 802.3 and zip (reflected, polynomial 0x04C11DB7): "123456789" gives
// 0xCBF43926. Guards the images in non-volatile memory.

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

[[nodiscard]] std::uint32_t crc32(std::span<const std::byte> bytes);

} // namespace meter
