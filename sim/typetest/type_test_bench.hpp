// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The test bench: puts a stimulus on a meter in virtual time and reads what the meter says, as
// a master reads registers and as a counter sees the contact. Every measurement begins with a
// new meter that has settled, and with its accumulators cleared at a whole second.

#include "sim/scenario/scenario.hpp"
#include "sim/typetest/type_test_points.hpp"
#include "sim/typetest/type_test_stimulus.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace meter::sim {

struct TypeTestMeter {
    Accuracy accuracy = Accuracy::Ideal;
    std::uint32_t serialNumber = Factory{}.serialNumber;
    /// Changes the world between the bench and the meter, unknown to the bench: a fault that
    /// the test must find. Empty: none.
    std::function<void(World&)> fault;
};

/// Energies in Wh or varh; errors as fractions.
struct EnergyMeasurement {
    double durationS = 0.0;
    double trueWh = 0.0;
    double floatWh = 0.0;   ///< Float register.
    double integerWh = 0.0; ///< ULong register: whole counts, rounded down …
    double countWh = 0.0;   ///< … of this weight.
    double pulseCount = 0.0;
    double pulseWh = 0.0;
    bool isAnswered = false; ///< The meter gave valid values.

    [[nodiscard]] double error() const { return (floatWh / trueWh) - 1.0; }

    [[nodiscard]] double integerError() const { return (integerWh / trueWh) - 1.0; }

    [[nodiscard]] double pulseError() const { return (pulseCount * pulseWh / trueWh) - 1.0; }
};

struct Reading {
    double value = 0.0;
    bool isValid = false;
};

struct ClosureTimes {
    double closedMs = 0.0;
    double openMs = 0.0; ///< The shortest pause behind it that was seen.
    bool isSeen = false;
};

class TypeTestBench final {
public:
    explicit TypeTestBench(TypeTestMeter meter);

    struct EnergyTask {
        TypeTestStimulus stimulus{};
        TypeTestQuantity quantity = TypeTestQuantity::Real; ///< Or Reactive.
        int durationS = 0;
        int runCount = 1; ///< One after the other, on the same meter.
    };

    [[nodiscard]] std::vector<EnergyMeasurement> energies(const EnergyTask& task) const;

    /// Instantaneous values by register name, after the meter has settled.
    [[nodiscard]] std::vector<Reading> readings(const TypeTestStimulus& stimulus,
                                                const std::vector<std::string>& names) const;

    [[nodiscard]] ClosureTimes closures(const TypeTestStimulus& stimulus,
                                        std::uint16_t pulseEnergyWh) const;

private:
    [[nodiscard]] Scenario scenarioOf(const TypeTestStimulus& stimulus,
                                      std::uint16_t pulseEnergyWh) const;
    [[nodiscard]] World faultyWorldOf(const TypeTestStimulus& stimulus) const;

    TypeTestMeter m_meter;
};

} // namespace meter::sim
