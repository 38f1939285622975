// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_points.hpp"

#include "sim/registers/register_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace meter::app {
namespace {

constexpr int kWordsMax = 125; ///< Of one request.

/// By ScaleKind: the divider, or 0 where the meter's own scale registers tell it.
constexpr std::array<int, 7> kDividers = {1, 0, 0, 0, 0, 100, 10'000};
/// By RegisterFormat.
constexpr std::array<PointFormat, 4> kFormats = {PointFormat::UInt16, PointFormat::Int16,
                                                 PointFormat::UInt32, PointFormat::Float32};

std::optional<ExportPoint> pointOf(const NamedRegister& target) {
    const RegisterRow& row = *target.row;
    const bool isFloat = row.format == RegisterFormat::Float;
    const int divider = isFloat ? 1 : kDividers.at(static_cast<std::size_t>(row.scale));
    if (divider == 0 || row.systemTypes == 0 || !row.existsIn(Variant::Standard)) {
        return std::nullopt;
    }
    return ExportPoint{.name = std::string(target.text->name),
                       .unit = std::string(target.text->unit),
                       .address = static_cast<std::uint16_t>(row.number - 1),
                       .words = row.words,
                       .format = kFormats.at(static_cast<std::size_t>(row.format)),
                       .divider = divider,
                       .isWritable = row.isWritable(),
                       .isSetting = row.isWritable() || row.quantity == Quantity::ScaleFactor ||
                                    row.quantity == Quantity::OsVersion ||
                                    row.quantity == Quantity::PulseDuration};
}

} // namespace

std::vector<ExportPoint> exportPoints() {
    std::vector<ExportPoint> points;
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
        const NamedRegister here = namedRegister(i);
        const RegisterPair pair = registerPairNamed(here.text->name);
        const NamedRegister& chosen = pair.floating ? *pair.floating : *pair.integer;
        const bool isChosen = chosen.row == here.row;
        if (const auto point = isChosen ? pointOf(here) : std::nullopt) {
            points.push_back(*point);
        }
    }
    std::ranges::sort(points, {}, &ExportPoint::address);
    return points;
}

std::vector<PointBlock> blocksOf(const std::vector<ExportPoint>& points) {
    std::vector<PointBlock> blocks;
    for (const ExportPoint& point : points) {
        const bool isNext = !blocks.empty() &&
                            blocks.back().address + blocks.back().words == point.address &&
                            blocks.back().words + point.words <= kWordsMax;
        if (!isNext) {
            blocks.push_back({point.address, 0, {}});
        }
        blocks.back().words += point.words;
        blocks.back().points.push_back(point);
    }
    return blocks;
}

} // namespace meter::app
