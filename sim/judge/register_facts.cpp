// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/register_facts.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {
namespace {

constexpr std::uint32_t kReadMax = 125;
constexpr std::uint32_t kFirstScale = 138;

bool isPair(const RegisterRow& row) {
    return row.words == 2 &&
           (row.format == RegisterFormat::ULong || row.format == RegisterFormat::Float);
}

bool isReservedQuantity(Quantity quantity) {
    return quantity == Quantity::ReservedZero || quantity == Quantity::ReservedInvalid ||
           quantity == Quantity::ReservedWritable;
}

} // namespace

std::optional<std::uint32_t> pairAt(std::uint32_t number) {
    const RegisterRow* const row = registerRowAt(number);
    return row != nullptr && isPair(*row) ? std::optional<std::uint32_t>(row->number)
                                          : std::nullopt;
}

bool isMeasured(std::uint32_t number) {
    const RegisterRow* const row = registerRowAt(number);
    return row != nullptr && row->quantity <= Quantity::PulseCounterReactive;
}

bool isAnyMeasured(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t number = first; number <= last; ++number) {
        if (isMeasured(number)) {
            return true;
        }
    }
    return false;
}

std::optional<std::uint32_t> scaleOf(std::uint32_t number) {
    const RegisterRow* const row = registerRowAt(number);
    if (row == nullptr || row->format == RegisterFormat::Float || !isMeasured(number)) {
        return std::nullopt;
    }
    switch (row->scale) {
    case ScaleKind::Current:
        return kFirstScale;
    case ScaleKind::Voltage:
        return kFirstScale + 1;
    case ScaleKind::Power:
        return kFirstScale + 2;
    case ScaleKind::Energy:
        return kFirstScale + 3;
    default:
        return std::nullopt;
    }
}

bool isReserved(std::uint32_t number) {
    const RegisterRow* const row = registerRowAt(number);
    return row != nullptr && isReservedQuantity(row->quantity);
}

bool isConfiguration(std::uint32_t number) {
    const RegisterRow* const row = registerRowAt(number);
    return row != nullptr && row->isWritable() && row->isNonVolatile() &&
           row->quantity != Quantity::Command;
}

bool isEnergy(std::uint32_t number) {
    const RegisterRow* const row = registerRowAt(number);
    return row != nullptr && row->quantity <= Quantity::RealEnergyOfPhase;
}

bool isOneRead(std::uint32_t first, std::uint32_t last) {
    if (last < first || last - first >= kReadMax) {
        return false;
    }
    for (std::uint32_t number = first; number <= last; ++number) {
        if (registerRowAt(number) == nullptr) {
            return false;
        }
    }
    return true;
}

bool isOneValue(std::uint32_t first, std::uint32_t count) {
    return count == 1 || (count == 2 && pairAt(first) == first);
}

} // namespace meter::sim
