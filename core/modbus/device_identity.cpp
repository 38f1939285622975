// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modbus/device_identity.hpp"

#include "core/base/assert.hpp"

namespace meter::modbus {

namespace {

/// The characters of a literal without its terminator.
template <std::size_t Size>
constexpr std::span<const char, Size - 1> textOf(const char (&literal)[Size]) {
    return std::span<const char, Size - 1>(literal, Size - 1);
}

constexpr auto kVendor = textOf("Leviton");
constexpr auto kProduct = textOf("Series 4000");
constexpr auto kOperatingReport = textOf("Leviton Series 4000R Power Meter Full Data Set");
constexpr auto kResetReport =
    textOf("Leviton Series 4000R Power Meter - RESET SYSTEM RUNNING RS Version ");
static_assert(kResetReport.size() + kVersionTextSize <= kReportTextSizeMax);

std::size_t append(std::span<std::byte> out, std::size_t offset, std::span<const char> text) {
    METER_ASSERT(offset + text.size() <= out.size());
    for (const char character : text) {
        out[offset++] = static_cast<std::byte>(character);
    }
    return offset;
}

constexpr char digitOf(unsigned number) {
    return static_cast<char>('0' + (number % 10U));
}

} // namespace

std::array<char, kVersionTextSize> versionText(std::uint16_t version) {
    const unsigned major = version / 1000U;
    const unsigned minor = version % 1000U;
    return {'V',           digitOf(major / 10U),  digitOf(major),
            '.',           digitOf(minor / 100U), digitOf(minor / 10U),
            digitOf(minor)};
}

std::size_t writeIdentityObject(std::size_t object, std::span<std::byte> out) {
    METER_ASSERT(object < kIdentityObjectCount);
    switch (object) {
    case 0:
        return append(out, 0, kVendor);
    case 1:
        return append(out, 0, kProduct);
    default: {
        const auto version = versionText(kOsVersion);
        return append(out, 0, version);
    }
    }
}

std::size_t writeReportText(BootSystem system, std::span<std::byte> out) {
    if (system == BootSystem::Operating) {
        return append(out, 0, kOperatingReport);
    }
    // The guide prints this version as x.xxx: one digit before the point, no V.
    const auto version = versionText(kResetSystemVersion);
    static_assert(kResetSystemVersion < 10'000);
    return append(out, append(out, 0, kResetReport), std::span(version).subspan(2));
}

} // namespace meter::modbus
