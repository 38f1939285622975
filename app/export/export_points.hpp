// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which registers an export names, with what every program wants to know of them.

#include <cstdint>
#include <string>
#include <vector>

namespace meter::app {

enum class PointFormat : std::uint8_t { UInt16, Int16, UInt32, Float32 };

struct ExportPoint {
    std::string name;
    std::string unit;
    std::uint16_t address = 0; ///< Of the protocol: register - 1.
    int words = 1;
    PointFormat format = PointFormat::UInt16;
    int divider = 1; ///< The word divided by it is the value: 1, 100 or 10000.
    bool isWritable = false;
    bool isSetting = false; ///< Seldom changes.
};

/// Ascending by address.
[[nodiscard]] std::vector<ExportPoint> exportPoints();

/// Points that one request can read, without a gap between them.
struct PointBlock {
    std::uint16_t address = 0;
    int words = 0;
    std::vector<ExportPoint> points;
};

[[nodiscard]] std::vector<PointBlock> blocksOf(const std::vector<ExportPoint>& points);

} // namespace meter::app
