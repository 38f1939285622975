// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the meter names itself: function 17 (report ID) and 43/14 (read device identification).
// Strings from the guide, supported Modbus commands; versions from register 7001.

#include "core/settings/settings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace meter::modbus {

inline constexpr std::uint8_t kReportId = 247;
inline constexpr std::uint8_t kRunStatusOperating = 0xFF;
inline constexpr std::uint8_t kRunStatusReset = 0x00;
inline constexpr std::uint8_t kConformityBasic = 0x01; ///< Stream access to the basic objects.
inline constexpr std::size_t kIdentityObjectCount = 3;
/// Longest text of writeReportText.
inline constexpr std::size_t kReportTextSizeMax = 80;
/// "V02.115": the guide's Vxx.yyy.
inline constexpr std::size_t kVersionTextSize = 7;

/// Vxx.yyy of a version number: 2115 → "V02.115".
[[nodiscard]] std::array<char, kVersionTextSize> versionText(std::uint16_t version);

/// Text of an object (0 vendor, 1 product, 2 version) appended to `out`; returns its size.
std::size_t writeIdentityObject(std::size_t object, std::span<std::byte> out);

/// Text of the report ID, by the system that runs; returns its size.
std::size_t writeReportText(BootSystem system, std::span<std::byte> out);

} // namespace meter::modbus
