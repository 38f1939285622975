// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/registers/register_value.hpp"

#include "core/registers/register_encoding.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace meter {

namespace {

constexpr std::array<double, 8> kPowersOfTen = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

double shifted(double value, int exponent) {
    const auto magnitude = static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
    if (magnitude >= kPowersOfTen.size()) {
        return std::numeric_limits<double>::quiet_NaN(); // no meter scales like that
    }
    return exponent < 0 ? value / kPowersOfTen[magnitude] : value * kPowersOfTen[magnitude];
}

/// Bit maps, dates and log entries use all 16 bits; there 0x8000 is a word like any other.
bool usesAllBits(Quantity quantity) {
    return quantity == Quantity::Alerts || quantity == Quantity::LogControl;
}

bool isValidEverywhere(const RegisterRow& row) {
    std::uint8_t all = 0;
    for (const SystemTypeTraits& traits : kSystemTypes) {
        all = static_cast<std::uint8_t>(all | traits.mask);
    }
    return row.systemTypes == all;
}

} // namespace

ScaleFactors scaleFactorsFrom(std::span<const std::uint16_t> words) {
    if (words.size() < kScaleFactorCount) {
        return {};
    }
    const auto at = [&](std::size_t i) {
        return static_cast<int>(static_cast<std::int16_t>(words[i]));
    };
    return {at(0), at(1), at(2), at(3)};
}

int decimalExponentOf(const RegisterRow& row, const ScaleFactors& scales) {
    switch (row.scale) {
    case ScaleKind::Current:
        return scales.current;
    case ScaleKind::Voltage:
        return scales.voltage;
    case ScaleKind::Power:
        return scales.power;
    case ScaleKind::Energy:
        return scales.energy;
    case ScaleKind::Hundredths:
        return -2;
    case ScaleKind::TenThousandths:
        return -4;
    default:
        return 0;
    }
}

std::optional<double>
valueOf(const RegisterRow& row, std::span<const std::uint16_t> words, const ScaleFactors& scales) {
    const bool isPair = row.format == RegisterFormat::ULong || row.format == RegisterFormat::Float;
    if (words.size() < (isPair ? 2U : 1U)) {
        return std::nullopt;
    }
    double value = 0.0;
    if (isPair) {
        const std::uint32_t bits = (static_cast<std::uint32_t>(words[0]) << 16) | words[1];
        if (row.format == RegisterFormat::Float) {
            const float number = std::bit_cast<float>(bits);
            return std::isnan(number) ? std::nullopt
                                      : std::optional<double>(static_cast<double>(number));
        }
        // A count that is valid in every system type may pass the invalid mark on its way up.
        if (bits == kInvalidLong && !isValidEverywhere(row)) {
            return std::nullopt;
        }
        value = bits;
    } else if (words[0] == kInvalidWord && !usesAllBits(row.quantity)) {
        return std::nullopt;
    } else if (row.format == RegisterFormat::SInt) {
        value = static_cast<std::int16_t>(words[0]);
    } else {
        value = words[0];
    }
    const double scaled = shifted(value, decimalExponentOf(row, scales));
    return std::isnan(scaled) ? std::nullopt : std::optional<double>(scaled);
}

std::optional<std::uint16_t>
wordOf(const RegisterRow& row, double value, const ScaleFactors& scales) {
    const double steps = shifted(value, -decimalExponentOf(row, scales));
    const double nearest = std::round(steps);
    constexpr double kRoundingSlack = 1e-6; // of a step: what decimal input costs in binary
    if (!row.isWritable() || !(std::fabs(steps - nearest) <= kRoundingSlack) || nearest < 0.0 ||
        nearest > std::numeric_limits<std::uint16_t>::max()) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(nearest);
}

} // namespace meter
