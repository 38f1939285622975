// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/value_text.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"
#include "core/panel/segment_font.hpp"

#include <cstddef>

namespace meter {

namespace {

constexpr std::uint32_t kFiveDigitsMax = 99'999;
constexpr std::uint32_t kSixDigitsMax = 999'999;
constexpr std::uint64_t kWattSecondsPerKiloHour = 3'600'000;
constexpr std::uint8_t kDecimalsAfterPrefix = 3;

/// Right-aligned, with the zeros that the decimals need: 5 with two decimals is 0.05.
ValueText writeDigits(std::uint32_t number, std::uint8_t digitsMin, std::uint8_t decimals) {
    ValueText text;
    std::uint32_t rest = number;
    for (std::size_t place = 0; place < kValueCells; ++place) {
        if (rest == 0 && place >= digitsMin) {
            break;
        }
        text.cells[kValueCells - 1 - place] = static_cast<char>('0' + (rest % 10));
        rest /= 10;
    }
    METER_ASSERT(rest == 0);
    if (decimals > 0) {
        text.points = static_cast<std::uint8_t>(1U << (kValueCells - 1U - decimals));
    }
    return text;
}

/// To nearest, halves up. Not negative; the caller has made sure that it is small.
std::uint32_t rounded(double value) {
    const double raised = value + 0.5;
    return static_cast<std::uint32_t>(raised);
}

} // namespace

ValueText fitNumber(double value, NumberFormat format) {
    if (isNan(value)) {
        return fitWord(kInvalidText);
    }
    double magnitude = value < 0.0 ? -value : value;
    std::uint8_t decimals = format.decimalsMax;
    std::uint8_t steps = 0;
    while (magnitude >= kFiveDigitsMax + 0.5 && steps < format.prefixStepsMax) {
        magnitude /= 1000.0;
        ++steps;
        decimals = kDecimalsAfterPrefix;
    }
    while (decimals > 0 && magnitude * powerOfTen(decimals) >= kFiveDigitsMax + 0.5) {
        --decimals;
    }
    if (magnitude >= kSixDigitsMax + 0.5) {
        return fitWord(kOverflowText);
    }
    const std::uint32_t digits = rounded(magnitude * powerOfTen(decimals));
    ValueText text = writeDigits(digits, static_cast<std::uint8_t>(decimals + 1), decimals);
    text.isMinus = value < 0.0 && digits != 0;
    text.prefixSteps = steps;
    return text;
}

ValueText fitEnergy(std::uint64_t wattSeconds, NumberFormat format) {
    METER_ASSERT(format.decimalsMax <= kDecimalsAfterPrefix);
    std::uint64_t wattSecondsPerCount = kWattSecondsPerKiloHour;
    for (std::uint8_t i = 0; i < format.decimalsMax; ++i) {
        wattSecondsPerCount /= 10; // Exact: 3.6e6 is divisible by a thousand.
    }
    std::uint8_t decimals = format.decimalsMax;
    std::uint8_t steps = 0;
    while (wattSeconds / wattSecondsPerCount > kFiveDigitsMax) {
        if (decimals == 0 && steps == format.prefixStepsMax) {
            break;
        }
        if (decimals == 0) {
            ++steps;
            decimals = kDecimalsAfterPrefix; // The same counts: 100000 kWh are 100.000 MWh.
        }
        --decimals;
        wattSecondsPerCount *= 10;
    }
    const std::uint64_t counts = wattSeconds / wattSecondsPerCount;
    if (counts > kSixDigitsMax) {
        return fitWord(kOverflowText);
    }
    ValueText text = writeDigits(static_cast<std::uint32_t>(counts),
                                 static_cast<std::uint8_t>(decimals + 1), decimals);
    text.prefixSteps = steps;
    return text;
}

ValueText fitDigits(std::uint32_t number, std::uint8_t digitCount, std::uint8_t decimals) {
    METER_ASSERT(digitCount <= kValueCells && decimals < digitCount);
    return writeDigits(number, digitCount, decimals);
}

ValueText fitWord(const char* word) {
    std::size_t length = 0;
    for (const char* at = word; *at != '\0'; ++at) {
        length += *at == '.' ? 0U : 1U;
    }
    METER_ASSERT(length <= kValueCells);
    ValueText text;
    std::size_t cell = kValueCells - length;
    for (const char* at = word; *at != '\0'; ++at) {
        if (*at == '.') {
            METER_ASSERT(cell > 0);
            text.points |= static_cast<std::uint8_t>(1U << (cell - 1));
            continue;
        }
        text.cells[cell] = *at;
        ++cell;
    }
    return text;
}

void drawLabel(Glass& glass, const char* label) {
    for (std::size_t cell = 0; cell < kLabelCells && label[cell] != '\0'; ++cell) {
        glass.label[cell] = labelSegments(label[cell]);
    }
}

void drawValue(Glass& glass, const ValueText& text) {
    for (std::size_t cell = 0; cell < kValueCells; ++cell) {
        glass.value[cell] = valueSegments(text.cells[cell]);
    }
    glass.points = text.points;
    glass.isMinus = text.isMinus;
}

} // namespace meter
