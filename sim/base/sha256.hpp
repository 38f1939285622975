// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104): digests of lessons, results and bundles, and
// the proof of a class's code. Of our own, since it must give the same digests in a browser,
// where no library of the system is to be had.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace meter::sim {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);
[[nodiscard]] Sha256 hmacSha256(std::string_view key, std::string_view message);

/// 64 digits, lower case.
[[nodiscard]] std::string hexText(const Sha256& digest);

} // namespace meter::sim
