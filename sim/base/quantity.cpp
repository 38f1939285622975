// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/quantity.hpp"

#include "core/base/math.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace meter::sim {

namespace {

struct Unit {
    std::string_view symbol;
    Dimension dimension;
    double factor;  ///< Multiplies into the base unit …
    bool isDivisor; ///< … or divides, which keeps "250 ms" exactly 0.25.
};

using enum Dimension;

constexpr std::array kUnits = {
    Unit{"V", Voltage, 1.0, false},
    Unit{"kV", Voltage, 1e3, false},
    Unit{"mV", Voltage, 1e3, true},
    Unit{"A", Current, 1.0, false},
    Unit{"kA", Current, 1e3, false},
    Unit{"mA", Current, 1e3, true},
    Unit{"W", RealPower, 1.0, false},
    Unit{"kW", RealPower, 1e3, false},
    Unit{"MW", RealPower, 1e6, false},
    Unit{"VA", ApparentPower, 1.0, false},
    Unit{"kVA", ApparentPower, 1e3, false},
    Unit{"MVA", ApparentPower, 1e6, false},
    Unit{"VAR", ReactivePower, 1.0, false},
    Unit{"kVAR", ReactivePower, 1e3, false},
    Unit{"MVAR", ReactivePower, 1e6, false},
    Unit{"var", ReactivePower, 1.0, false},
    Unit{"kvar", ReactivePower, 1e3, false},
    Unit{"Mvar", ReactivePower, 1e6, false},
    Unit{"Wh", RealEnergy, 1.0, false},
    Unit{"kWh", RealEnergy, 1e3, false},
    Unit{"MWh", RealEnergy, 1e6, false},
    Unit{"VAh", ApparentEnergy, 1.0, false},
    Unit{"kVAh", ApparentEnergy, 1e3, false},
    Unit{"MVAh", ApparentEnergy, 1e6, false},
    Unit{"VARh", ReactiveEnergy, 1.0, false},
    Unit{"kVARh", ReactiveEnergy, 1e3, false},
    Unit{"MVARh", ReactiveEnergy, 1e6, false},
    Unit{"varh", ReactiveEnergy, 1.0, false},
    Unit{"kvarh", ReactiveEnergy, 1e3, false},
    Unit{"Mvarh", ReactiveEnergy, 1e6, false},
    Unit{"Hz", Frequency, 1.0, false},
    Unit{"kHz", Frequency, 1e3, false},
    Unit{"MHz", Frequency, 1e6, false},
    Unit{"deg", Angle, 1.0, false},
    Unit{"ms", Time, 1e3, true},
    Unit{"s", Time, 1.0, false},
    Unit{"min", Time, 60.0, false},
    Unit{"h", Time, 3600.0, false},
    Unit{"C", Temperature, 1.0, false},
    Unit{"m", Length, 1.0, false},
    Unit{"km", Length, 1e3, false},
    Unit{"cycles", Cycles, 1.0, false},
    Unit{"cycle", Cycles, 1.0, false},
    Unit{"%", Percent, 1.0, false},
    Unit{"pu", PerUnit, 1.0, false},
};

struct DimensionName {
    Dimension dimension;
    std::string_view name;
    std::string_view unit;
};

constexpr std::array kDimensionNames = {
    DimensionName{None, "a plain number", ""},
    DimensionName{Voltage, "a voltage (V, kV, mV)", "V"},
    DimensionName{Current, "a current (A, kA, mA)", "A"},
    DimensionName{RealPower, "a real power (W, kW, MW)", "W"},
    DimensionName{ApparentPower, "an apparent power (VA, kVA, MVA)", "VA"},
    DimensionName{ReactivePower, "a reactive power (VAR, kVAR, MVAR)", "VAR"},
    DimensionName{RealEnergy, "a real energy (Wh, kWh, MWh)", "Wh"},
    DimensionName{ApparentEnergy, "an apparent energy (VAh, kVAh, MVAh)", "VAh"},
    DimensionName{ReactiveEnergy, "a reactive energy (VARh, kVARh, MVARh)", "VARh"},
    DimensionName{Frequency, "a frequency (Hz)", "Hz"},
    DimensionName{Angle, "an angle (deg)", "deg"},
    DimensionName{Time, "a time (ms, s, min, h, cycles)", "s"},
    DimensionName{Temperature, "a temperature (C)", "C"},
    DimensionName{Length, "a length (m, km)", "m"},
    DimensionName{Cycles, "a number of cycles", "cycles"},
    DimensionName{Percent, "a percentage (%)", "%"},
    DimensionName{PerUnit, "a fraction (pu)", "pu"},
};

constexpr bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Length of the number that a text begins with; 0 if it begins otherwise.
std::size_t numberLength(std::string_view text, double& value) {
    const std::size_t sign = !text.empty() && text.front() == '+' ? 1 : 0;
    const std::string_view digits = text.substr(sign);
    const bool isNegative = sign == 0 && !digits.empty() && digits.front() == '-';
    const std::string_view first = digits.substr(isNegative ? 1 : 0, 1);
    // "inf", "nan" and "+-1" are numbers for readDecimal, not for us.
    if (first.empty() || (first.front() != '.' && (first.front() < '0' || first.front() > '9'))) {
        return 0;
    }
    const std::size_t length = readDecimal(digits, value);
    return length == 0 || !std::isfinite(value) ? 0 : sign + length;
}

std::string quoted(std::string_view text) {
    return "`" + std::string(text.substr(0, 60)) + (text.size() > 60 ? "…`" : "`");
}

} // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::optional<double> parseNumber(std::string_view text) {
    const std::string_view body = trimmed(text);
    double value = 0.0;
    const std::size_t length = numberLength(body, value);
    if (length == 0 || length != body.size()) {
        return std::nullopt;
    }
    return value;
}

Result<Quantity> parseQuantity(std::string_view text) {
    const std::string_view body = trimmed(text);
    double value = 0.0;
    const std::size_t length = numberLength(body, value);
    if (length == 0) {
        return std::unexpected(
            Error{quoted(body) + " is not a number with a unit, such as `480 V` or `1.5`"});
    }
    const std::string_view symbol = trimmed(body.substr(length));
    if (symbol.empty()) {
        return Quantity{value, None};
    }
    for (const Unit& unit : kUnits) {
        if (unit.symbol == symbol) {
            const double base = unit.isDivisor ? value / unit.factor : value * unit.factor;
            if (!std::isfinite(base)) {
                return std::unexpected(Error{quoted(body) + " is too large"});
            }
            return Quantity{base, unit.dimension};
        }
    }
    return std::unexpected(Error{"unknown unit " + quoted(symbol) + " in " + quoted(body) +
                                 "; known are V A W VA VAR Wh VAh VARh Hz with m, k or M, "
                                 "deg ms s min h C cycles % pu"});
}

double laggingDegOfPowerFactor(double powerFactor) {
    const double sine = std::sqrt(std::fmax(0.0, 1.0 - powerFactor * powerFactor));
    return arcTangentTurns(sine, powerFactor) * 360.0;
}

Result<double> parsePowerFactor(std::string_view text) {
    const std::string_view body = trimmed(text);
    double value = 0.0;
    const std::size_t length = numberLength(body, value);
    const std::string_view word = length == 0 ? std::string_view{} : trimmed(body.substr(length));
    if (length == 0 || (!word.empty() && word != "lagging" && word != "leading")) {
        return std::unexpected(Error{quoted(body) + " is not a power factor; write "
                                                    "`0.9 lagging`, `0.9 leading` or `1`"});
    }
    if (value < 0.0 || value > 1.0) {
        return std::unexpected(
            Error{"a power factor is a number in 0…1 followed by `lagging` or `leading`, not " +
                  quoted(body)});
    }
    if (word.empty() && value != 1.0) {
        return std::unexpected(Error{"say which way: " + quoted(numberText(value) + " lagging") +
                                     " or " + quoted(numberText(value) + " leading")});
    }
    const double degrees = value == 1.0 ? 0.0 : laggingDegOfPowerFactor(value);
    return word == "leading" ? -degrees : degrees;
}

std::string_view nameOf(Dimension dimension) {
    for (const DimensionName& entry : kDimensionNames) {
        if (entry.dimension == dimension) {
            return entry.name;
        }
    }
    return "a value";
}

std::vector<std::string_view> unitSymbols(Dimension dimension) {
    std::vector<std::string_view> symbols;
    for (const Unit& unit : kUnits) {
        if (unit.dimension == dimension) {
            symbols.push_back(unit.symbol);
        }
    }
    return symbols;
}

std::string_view unitOf(Dimension dimension) {
    for (const DimensionName& entry : kDimensionNames) {
        if (entry.dimension == dimension) {
            return entry.unit;
        }
    }
    return "";
}

} // namespace meter::sim
