// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a point of the type test puts on the meter, and what is true of it by its closed form:
// the test's reference meter. Nothing here is measured or synthesised.
//
// The meter under test: CT size In = 1500 A (Imax = 1.2 In), 480 V between lines in types 40
// and 31, 240 V in 12 and 11, 277 V in 10; 10 Wh a pulse. At 1500 A the pulse output is as fast
// as it can be with 10 Wh, so that counted pulses tell much in little time.

#include "core/settings/settings.hpp"
#include "sim/installation/installation.hpp"

namespace meter::sim {

inline constexpr double kTestCurrentA = 1500.0; ///< In, the CT size.
inline constexpr double kTestCurrentMax = 1.2;  ///< Imax as a multiple of In.

struct TypeTestStimulus {
    SystemType system = SystemType::Wye;
    double current = 1.0; ///< Multiple of In, RMS of the fundamental.
    double laggingDeg = 0.0;
    double voltage = 1.0; ///< Multiple of Un.
    double frequencyHz = 60.0;
    double ambientC = 25.0;
    PerPhase<bool> hasVoltage = {true, true, true};
    PerPhase<bool> hasCurrent = {true, true, true};
    bool isReversed = false;   ///< Phase sequence A C B.
    double fifthVoltage = 0.0; ///< Fraction of the fundamental; zero crossings together.
    double fifthCurrent = 0.0;
    ControlPower controlPower{};
    bool isBurst = false;      ///< Current two cycles on, √2 times as large, and two off.
    bool isOperated = false;   ///< Somebody works at the front panel meanwhile.
    bool isOverloaded = false; ///< 20 Imax for half a second before it is measured.

    friend bool operator==(const TypeTestStimulus&, const TypeTestStimulus&) = default;
};

/// The installer's settings of the meter under test.
[[nodiscard]] Settings typeTestSettings(SystemType system, std::uint16_t pulseEnergyWh);

/// The world of a stimulus; of a burst while the current is on.
[[nodiscard]] World worldOf(const TypeTestStimulus& stimulus);

struct TruePower {
    double realW = 0.0;
    double reactiveVar = 0.0; ///< Fundamental, each phase by its magnitude.
};

/// Mean over whole periods of everything that varies.
[[nodiscard]] TruePower truePowerOf(const TypeTestStimulus& stimulus);

} // namespace meter::sim
