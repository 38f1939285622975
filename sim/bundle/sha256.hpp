// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The digest SHA-256 of FIPS 180-4, by which people tell at a glance that two records are the
// same. Not for secrets.

#include "sim/base/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace meter::sim {

class Sha256 final {
public:
    void add(std::span<const std::byte> bytes);
    /// 64 hexadecimal digits; nothing may be added afterwards.
    [[nodiscard]] std::string finish();

private:
    static constexpr std::size_t kBlockSize = 64;

    void takeBlock(std::span<const std::byte> block);

    // The initial hash value, 5.3.3.
    std::array<std::uint32_t, 8> m_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                            0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::byte, kBlockSize> m_block{};
    std::size_t m_filled = 0;
    std::uint64_t m_total = 0; ///< Bytes.
};

[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& file);

} // namespace meter::sim
