// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modbus/device_identity.hpp"

#include "core/base/assert.hpp"

#include <string_view>

namespace meter::modbus {

namespace {

constexpr std::string_view kVendor = "Leviton";
constexpr std::string_view kProduct = "Series 4000";
constexpr std::string_view kOperatingReport = "Leviton Series 4000R Power Meter Full Data Set";
constexpr std::string_view kResetReport =
    "Leviton Series 4000R Power Meter - RESET SYSTEM RUNNING RS Version ";
static_assert(kResetReport.size() + kVersionTextSize <= kReportTextSizeMax);

std::size_t append(std::span<std::byte> out, std::size_t offset, std::string_view text) {
    METER_ASSERT(offset + text.size() <= out.size());
    for (const char character : text) {
        out[offset++] = static_cast<std::byte>(character);
    }
    return offset;
}

constexpr char digitOf(unsigned number) {
    return static_cast<char>('0' + number % 10U);
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
        return append(out, 0, {version.data(), version.size()});
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
    return append(out, append(out, 0, kResetReport), {version.data() + 2, version.size() - 2});
}

} // namespace meter::modbus
