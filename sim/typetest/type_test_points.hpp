// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The points of the type test: which error is measured under which conditions and what it may
// be, from IEC 62053-22 class 0.5S, IEC 62053-23 class 2, ANSI C12.20 class 0.5 and the guide.
// They are a table, resources/type_test_points.csv, which is compiled in. A row with several
// currents, voltages or frequencies is as many points.

#include "core/settings/system_type.hpp"
#include "sim/base/result.hpp"

#include <cstdint>
#include <numbers>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

enum class TypeTestQuantity : std::uint8_t { Real, Reactive, Voltage, Current, Frequency, Pulse };

enum class TypeTestKind : std::uint8_t {
    Basic,               ///< Error of the energy; balanced load.
    SinglePhase,         ///< Error with the load on one phase; the worst of three.
    SingleMinusBalanced, ///< What that differs from the error with balanced load.
    Influence,           ///< Change of the error by voltage and frequency away from the reference.
    ReversedSequence,
    VoltageUnbalance,
    SupplyVoltage,
    SupplyPhase,
    FifthHarmonics,
    Burst,
    Temperature, ///< Change of the error per kelvin.
    Accessories,
    Overcurrent,
    Starting,
    NoLoad,
    Constant, ///< Pulses against the register.
    Repeatability,
    Reading, ///< Error of an instantaneous value.
    Closure, ///< Timing of the pulse contact.
    NotApplicable,
};

struct TypeTestPoint {
    std::string id; ///< Of the row; with ".1", ".2" … where the row is several points.
    std::string standard;
    std::string clause;
    TypeTestQuantity quantity = TypeTestQuantity::Real;
    TypeTestKind kind = TypeTestKind::Basic;
    SystemType system = SystemType::Wye;
    double current = 0.0; ///< Multiple of In; In = CT size, Imax = 1.2 In.
    std::string setting; ///< cos φ (real), sin φ (reactive) or the weight of a pulse, as written.
    double laggingDeg = 0.0;
    std::uint16_t pulseEnergyWh = 10;
    double voltage = 1.0;   ///< Multiple of Un.
    double frequency = 1.0; ///< Multiple of 60 Hz.
    double ambientC = 25.0;
    bool isAtLeast = false; ///< The limit is the least that must be seen.
    double limit = 0.0;     ///< Of the magnitude, in `unit`.
    std::string unit;
    std::string title;
};

/// All points, in the order of the table.
[[nodiscard]] std::vector<TypeTestPoint> typeTestPoints();

/// Reads a table of the same form; errors name the line and the column.
[[nodiscard]] Result<std::vector<TypeTestPoint>> readTypeTestPoints(std::string_view csv);

/// Un = 480 V, of which the wye has this from line to neutral.
inline constexpr double kNominalLnV = 480.0 / std::numbers::sqrt3;
inline constexpr double kNominalFrequencyHz = 60.0;

/// "0.05 In, cos phi 0.5 lagging": the conditions, without the title.
[[nodiscard]] std::string conditionText(const TypeTestPoint& point);

/// Decimals as wanted; never "-0.00".
[[nodiscard]] std::string unsignedZeroText(double value, int decimals);

[[nodiscard]] std::string_view nameOf(TypeTestQuantity quantity);
[[nodiscard]] std::string_view nameOf(TypeTestKind kind);

} // namespace meter::sim
