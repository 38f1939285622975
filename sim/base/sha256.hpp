// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104): digests of lessons, results and bundles, and
// the proof of a class's code. Of our own, since it must give the same digests in a browser,
// where no library of the system is to be had.

#include "sim/base/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace meter::sim {

using Digest = std::array<std::uint8_t, 32>;

/// Takes its input in parts of any size.
class Sha256 final {
public:
    void add(std::span<const std::byte> bytes);
    /// Nothing may be added afterwards.
    [[nodiscard]] Digest finish();

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

[[nodiscard]] Digest sha256(std::string_view bytes);
[[nodiscard]] Digest hmacSha256(std::string_view key, std::string_view message);

/// Two digits a byte, lower case.
[[nodiscard]] std::string hexText(std::span<const std::uint8_t> bytes);

/// hexText of the file's digest. An error: it cannot be read.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& file);

} // namespace meter::sim
