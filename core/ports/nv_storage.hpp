// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Non-volatile memory as the board offers it: a byte-addressed area. A write may fail or be cut
// anywhere by a loss of power; the core survives that by its two images, and by log entries
// that check themselves.

#include "core/base/status.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

/// Bytes that the core uses; erased memory reads 0xFF.
inline constexpr std::uint32_t kNvImageSize = 512;
inline constexpr std::uint32_t kNvImageCount = 2; ///< At offsets 0 and kNvImageSize.

/// The log of the logging variant follows; a board of the standard one need not have it.
inline constexpr std::uint32_t kNvLogOffset = kNvImageSize * kNvImageCount;
/// Divides every usual page size: an entry is one page write.
inline constexpr std::uint32_t kNvLogSlotSize = 32;
/// One more than the log shows, so that a write never touches an entry that is shown.
inline constexpr std::uint32_t kNvLogSlotCount = 5761;
inline constexpr std::uint32_t kNvSizeMax = kNvLogOffset + kNvLogSlotSize * kNvLogSlotCount;

class NvStorage {
public:
    virtual Status read(std::uint32_t offset, std::span<std::byte> into) = 0;
    virtual Status write(std::uint32_t offset, std::span<const std::byte> bytes) = 0;

protected:
    ~NvStorage() = default;
};

} // namespace meter
