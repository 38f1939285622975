// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out one point of the type test after the other: which stimuli belong to it, for how
// long, and what follows from the measurements.

#include "sim/typetest/type_test.hpp"

#include <string>
#include <utility>
#include <vector>

namespace meter::sim {

class TypeTestJudge final {
public:
    explicit TypeTestJudge(const TypeTestOptions& options);

    [[nodiscard]] TypeTestResult judge(const TypeTestPoint& point);

    /// Meter time that was measured so far.
    [[nodiscard]] double playedS() const { return m_playedS; }

private:
    void judgeBasic(TypeTestResult& result);
    void judgeSinglePhase(TypeTestResult& result);
    void judgeChanges(TypeTestResult& result);
    void judgeTemperature(TypeTestResult& result);
    void judgeStarting(TypeTestResult& result);
    void judgeNoLoad(TypeTestResult& result);
    void judgeConstant(TypeTestResult& result);
    void judgeRepeatability(TypeTestResult& result);
    void judgeReading(TypeTestResult& result);
    void judgeClosure(TypeTestResult& result);

    [[nodiscard]] EnergyMeasurement
    measure(const TypeTestStimulus& stimulus, int durationS, TypeTestResult& result);
    /// Error by the float register in percent; remembered, as references come up often.
    [[nodiscard]] double errorPercentOf(const TypeTestStimulus& stimulus, TypeTestResult& result);

    struct Known {
        TypeTestStimulus stimulus{};
        TypeTestQuantity quantity = TypeTestQuantity::Real;
        double errorPercent = 0.0;
    };

    TypeTestBench m_bench;
    bool m_countsPulses;
    double m_playedS = 0.0;
    std::vector<Known> m_known;
};

} // namespace meter::sim
