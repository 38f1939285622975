// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/configuration.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <cstdint>

using namespace meter;

namespace {

constexpr std::array<SystemType, 5> kTypes = {SystemType::SinglePhaseLn, SystemType::SinglePhaseLl,
                                              SystemType::SplitPhase, SystemType::Delta,
                                              SystemType::Wye};

constexpr std::array<std::uint16_t, 6> kDurationsMs = {500, 250, 100, 50, 25, 10};
constexpr std::array<std::uint16_t, 4> kEnergiesWh = {10000, 1000, 100, 10};

bool isThreePhase(SystemType type) {
    return type == SystemType::Delta || type == SystemType::Wye;
}

/// Whether 32767 × 10^exponent is at least the value, both in units of 1e-4; in integers.
bool holds(int exponent, std::uint64_t tenThousandths) {
    std::uint64_t largest = 32767;
    for (int step = -4; step < exponent; ++step) {
        largest *= 10U;
    }
    return largest >= tenThousandths;
}

/// The same for √3 × value, by squares.
bool holdsTimesSqrt3(int exponent, std::uint64_t tenThousandths) {
    if (exponent > 1) {
        return true; // 3.2767e6 kW; the square would not fit, and the largest power is 0.33e6.
    }
    std::uint64_t largest = 32767;
    for (int step = -4; step < exponent; ++step) {
        largest *= 10U;
    }
    return largest * largest >= 3U * tenThousandths * tenThousandths;
}

/// The finest exponent by its definition: it holds, and the next finer one does not.
template <typename Holds>
bool isFinest(int exponent, Holds holdsValue) {
    return exponent >= -4 && exponent <= 4 && holdsValue(exponent) &&
           (exponent == -4 || !holdsValue(exponent - 1));
}

/// 1 800 000 × Wh ÷ ms ≥ P; the quotient is a whole number for every duration there is.
bool keepsUp(std::uint64_t pulseEnergyWh,
             std::uint64_t durationMs,
             std::uint64_t singlePhaseVa,
             SystemType type) {
    const std::uint64_t capacityW = 1'800'000U / durationMs * pulseEnergyWh;
    return isThreePhase(type) ? capacityW * capacityW >= 3U * singlePhaseVa * singlePhaseVa
                              : capacityW >= singlePhaseVa;
}

std::uint16_t expectedDurationMs(const Settings& settings, std::uint64_t singlePhaseVa) {
    for (const std::uint16_t durationMs : kDurationsMs) {
        if (keepsUp(settings.pulseEnergyWh, durationMs, singlePhaseVa, settings.systemType)) {
            return durationMs;
        }
    }
    return 0;
}

bool isPowerRight(const Settings& settings) {
    const Configuration configuration = configurationOf(settings);
    const std::uint64_t singlePhaseVa =
        std::uint64_t{settings.systemVoltageV} * settings.ctPrimaryA;
    const bool hasThree = isThreePhase(settings.systemType);
    const bool isScaleRight = isFinest(configuration.scalePower, [&](int exponent) {
        return hasThree ? holdsTimesSqrt3(exponent, 12U * singlePhaseVa)
                        : holds(exponent, 12U * singlePhaseVa);
    });
    const long double powerKw =
        (hasThree ? std::sqrt(3.0L) : 1.0L) * static_cast<long double>(singlePhaseVa) / 1000.0L;
    const long double counts =
        powerKw / std::pow(10.0L, static_cast<long double>(configuration.scalePower));
    const long double error = std::fabs(counts - configuration.maxSystemPower);
    const std::uint16_t durationMs = expectedDurationMs(settings, singlePhaseVa);
    const bool isPulseRight = durationMs == 0 ? configuration.isPulseConfigurationError &&
                                                    configuration.pulseDurationMs == 10
                                              : !configuration.isPulseConfigurationError &&
                                                    configuration.pulseDurationMs == durationMs;
    return isScaleRight && error <= 0.5L + 1e-9L && configuration.maxSystemPower >= 1 &&
           configuration.maxSystemPower <= 32767 &&
           configuration.scaleEnergy == configuration.scalePower && isPulseRight;
}

} // namespace

TEST_CASE("the factory's settings give the scale factors and the 104 kW of the guide") {
    const Configuration configuration = configurationOf(Settings{});
    CHECK(configuration.scaleCurrent == -2);
    CHECK(configuration.scaleVoltage == -1);
    CHECK(configuration.scalePower == -2);
    CHECK(configuration.scaleEnergy == -2);
    CHECK(configuration.ptRatio == 1.0);
    // √3 · 600 V · 100 A = 103.923 kW.
    CHECK(configuration.maxSystemPower == 10392);
    CHECK(configuration.maxSystemPowerW == Approx(103923.0485).epsilon(1e-9));
    CHECK(configuration.pulseDurationMs == 500);
    CHECK_FALSE(configuration.isPulseConfigurationError);
}

TEST_CASE("the current scale is the finest that holds 1.2 times the CT size for every CT") {
    for (std::uint16_t ct = 20; ct <= 5000; ++ct) {
        Settings settings;
        settings.ctPrimaryA = ct;
        const Configuration configuration = configurationOf(settings);
        INFO("CT " << ct);
        REQUIRE(isFinest(configuration.scaleCurrent,
                         [&](int exponent) { return holds(exponent, 12'000U * ct); }));
    }
}

TEST_CASE("the current scale changes where 32767 counts end") {
    // 1.2 × 273 A = 327.6 A ≤ 327.67 A < 1.2 × 274 A; 1.2 × 2730 = 3276.0 < 3276.7.
    const auto scaleOf = [](std::uint16_t ct) {
        Settings settings;
        settings.ctPrimaryA = ct;
        return static_cast<int>(configurationOf(settings).scaleCurrent);
    };
    CHECK(scaleOf(20) == -3);
    CHECK(scaleOf(27) == -3);
    CHECK(scaleOf(28) == -2);
    CHECK(scaleOf(273) == -2);
    CHECK(scaleOf(274) == -1);
    CHECK(scaleOf(2730) == -1);
    CHECK(scaleOf(2731) == 0);
    CHECK(scaleOf(5000) == 0);
}

TEST_CASE("the voltage scale is the finest that holds 720 V times the PT ratio for every ratio") {
    for (std::uint16_t hundredths = 1; hundredths <= 32000; ++hundredths) {
        Settings settings;
        settings.ptRatioHundredths = hundredths;
        const Configuration configuration = configurationOf(settings);
        INFO("PT ratio " << hundredths);
        REQUIRE(isFinest(configuration.scaleVoltage,
                         [&](int exponent) { return holds(exponent, 72'000U * hundredths); }));
    }
}

TEST_CASE("power scale and maximum power and pulse duration follow their definitions everywhere") {
    std::uint64_t wrongCount = 0;
    for (const SystemType type : kTypes) {
        for (const std::uint16_t pulseEnergyWh : kEnergiesWh) {
            for (unsigned voltage = 82; voltage <= 32000; voltage += 37) {
                for (unsigned ct = 20; ct <= 5000; ct += ct < 400 ? 19 : 211) {
                    Settings settings;
                    settings.systemType = type;
                    settings.pulseEnergyWh = pulseEnergyWh;
                    settings.systemVoltageV = static_cast<std::uint16_t>(voltage);
                    settings.ctPrimaryA = static_cast<std::uint16_t>(ct);
                    wrongCount += isPowerRight(settings) ? 0U : 1U;
                }
            }
        }
    }
    CHECK(wrongCount == 0);
}

TEST_CASE("the largest and the smallest service fit the power scale") {
    Settings largest;
    largest.systemVoltageV = 32000;
    largest.ctPrimaryA = 5000;
    CHECK(isPowerRight(largest));
    CHECK(configurationOf(largest).scalePower == 2); // 1.2 × 277 MW = 332 553 kW > 327 670.

    Settings smallest;
    smallest.systemType = SystemType::SinglePhaseLn;
    smallest.systemVoltageV = 82;
    smallest.ctPrimaryA = 20;
    CHECK(isPowerRight(smallest));
    CHECK(configurationOf(smallest).scalePower == -4); // 1.968 kW ≤ 3.2767 kW.
    CHECK(configurationOf(smallest).maxSystemPower == 16400);
}

TEST_CASE("a duration that keeps up exactly is taken") {
    // Guide, register 145: 1 800 000 × 1000 Wh ÷ 500 ms = 3.6 MW = 1800 V · 2000 A.
    Settings settings;
    settings.systemType = SystemType::SinglePhaseLn;
    settings.systemVoltageV = 1800;
    settings.ctPrimaryA = 2000;
    CHECK(configurationOf(settings).pulseDurationMs == 500);
    settings.ctPrimaryA = 2001;
    CHECK(configurationOf(settings).pulseDurationMs == 250);
}
