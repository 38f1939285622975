// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/device/control_power_supply.hpp"

#include "core/base/assert.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace meter::sim {

namespace {

constexpr double kRideThroughS = 0.1; // Guide: 100 msec at 120VAC.
constexpr std::int64_t kDamageSamples = kSamplesPerSecond;
constexpr double kRideThroughPeakV = 120.0 * std::numbers::sqrt2;

std::int64_t squareOf(double volts) {
    // Beyond 3 kV a supply has long failed; the bound keeps the sum of squares in 64 bits.
    constexpr double kMilliVoltMax = 3e6;
    const double milliVolts = std::clamp(volts * 1000.0, -kMilliVoltMax, kMilliVoltMax);
    const auto whole = static_cast<std::int64_t>(milliVolts);
    return whole * whole;
}

} // namespace

double supplyLimitV(const ControlPower& power) {
    if (power.kind == ControlPowerKind::OwnDc) {
        return kSupplyDcMaxV;
    }
    const bool isToNeutral = power.kind == ControlPowerKind::FromService && power.ratio == 1.0 &&
                             (power.to == Conductor::N || power.from == Conductor::N);
    return isToNeutral ? kSupplyNeutralMaxV : kSupplyLineMaxV;
}

double rideThroughSamples(double peakV) {
    const double ratio = peakV / kRideThroughPeakV;
    return kRideThroughS * kSamplesPerSecond * ratio * ratio;
}

bool ControlPowerSupply::isEnough(const ControlPower& supply) {
    if (supply.kind == ControlPowerKind::OwnDc) {
        return supply.voltageV >= kSupplyDcMinV && supply.voltageV <= kSupplyDcMaxV;
    }
    return supply.voltageV >= kSupplyMinV;
}

void ControlPowerSupply::prime(std::span<const double> halfCycleV) {
    METER_ASSERT(!halfCycleV.empty());
    m_squares.assign(halfCycleV.size(), 0);
    m_oldest = 0;
    m_squareSum = 0;
    m_samplesPerSquare = kRideThroughS * kSamplesPerSecond / (120.0 * 120.0 * 1e6) /
                         static_cast<double>(halfCycleV.size());
    for (const double volts : halfCycleV) {
        slideWindow(volts);
    }
}

ControlPowerSupply::Advance ControlPowerSupply::advanceOwn(const Installation& installation,
                                                           std::int64_t count) {
    const ControlPower& supply = installation.controlPower;
    const bool isAbove =
        isControlPowerConnected(installation) && supply.voltageV > supplyLimitV(supply);
    if (isAbove && m_overSamples >= kDamageSamples) {
        m_overSamples = 0;
        m_storedSamples = 0.0; // It gives nothing any more.
        return {.count = 0, .isDamaged = true};
    }
    m_overSamples = isAbove ? m_overSamples + count : 0;
    if (isControlPowerConnected(installation) && isEnough(supply)) {
        const bool isAc = supply.kind == ControlPowerKind::OwnAc;
        m_storedSamples =
            rideThroughSamples(isAc ? supply.voltageV * std::numbers::sqrt2 : supply.voltageV);
        const bool wasPowered = std::exchange(m_isPowered, true);
        return {.count = wasPowered ? count : 0, .hasChanged = !wasPowered};
    }
    if (!m_isPowered) {
        return {.count = count, .hasChanged = false};
    }
    const auto left = static_cast<std::int64_t>(std::ceil(m_storedSamples));
    if (left > count) {
        m_storedSamples -= static_cast<double>(count);
        return {.count = count, .hasChanged = false};
    }
    m_storedSamples = 0.0;
    m_isPowered = false;
    return {.count = left, .hasChanged = true};
}

ControlPowerSupply::Advance
ControlPowerSupply::advanceService(bool isOn, double limitV, std::span<const double> volts) {
    METER_ASSERT(!m_squares.empty());
    if (isOn && !m_isPowered && isWindowEnough()) {
        m_isPowered = true;
        m_storedSamples = windowRideThrough();
        return {.count = 0, .hasChanged = true};
    }
    for (std::size_t index = 0; index < volts.size(); ++index) {
        slideWindow(isOn ? volts[index] : 0.0);
        const bool isSupplied = isOn && isWindowEnough();
        m_overSamples = isSupplied && isWindowAbove(limitV) ? m_overSamples + 1 : 0;
        if (m_overSamples >= kDamageSamples) {
            m_overSamples = 0;
            m_storedSamples = 0.0;
            return {.count = static_cast<std::int64_t>(index) + 1, .isDamaged = true};
        }
        m_storedSamples = std::max(m_storedSamples - 1.0, 0.0);
        if (isSupplied) {
            m_storedSamples = std::max(m_storedSamples, windowRideThrough());
        }
        const bool isPowered = isSupplied || (m_isPowered && m_storedSamples > 0.0);
        if (isPowered != m_isPowered) {
            m_isPowered = isPowered;
            return {.count = static_cast<std::int64_t>(index) + 1, .hasChanged = true};
        }
    }
    return {.count = static_cast<std::int64_t>(volts.size()), .hasChanged = false};
}

void ControlPowerSupply::slideWindow(double volts) {
    const std::int64_t square = squareOf(volts);
    std::int64_t& slot = m_squares[m_oldest];
    m_squareSum += square - slot;
    slot = square;
    ++m_oldest;
    if (m_oldest == m_squares.size()) {
        m_oldest = 0;
    }
}

bool ControlPowerSupply::isWindowEnough() const {
    constexpr auto kSquareMin = static_cast<std::int64_t>(kSupplyMinV * kSupplyMinV * 1e6);
    return m_squareSum >= kSquareMin * static_cast<std::int64_t>(m_squares.size());
}

bool ControlPowerSupply::isWindowAbove(double limitV) const {
    const auto squareMax = static_cast<std::int64_t>(limitV * limitV * 1e6);
    return m_squareSum > squareMax * static_cast<std::int64_t>(m_squares.size());
}

/// As rideThroughSamples for the peak √2·RMS: what is stored goes with the mean square.
double ControlPowerSupply::windowRideThrough() const {
    return static_cast<double>(m_squareSum) * m_samplesPerSquare;
}

} // namespace meter::sim
