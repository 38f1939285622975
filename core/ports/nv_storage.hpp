// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Non-volatile memory as the board offers it: a small byte-addressed area. A write may fail
// or be cut anywhere by a loss of power; the core survives that by its two images.

#include "core/base/status.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

/// Bytes that the core uses; erased memory reads 0xFF.
inline constexpr std::uint32_t kNvImageSize = 512;
inline constexpr std::uint32_t kNvImageCount = 2; ///< At offsets 0 and kNvImageSize.

class NvStorage {
public:
    virtual Status read(std::uint32_t offset, std::span<std::byte> into) = 0;
    virtual Status write(std::uint32_t offset, std::span<const std::byte> bytes) = 0;

protected:
    ~NvStorage() = default;
};

} // namespace meter
