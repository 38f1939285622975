// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is really there between the grid and the meter's terminals (docs/scenarios.md):
// service, fitted CTs and PTs, which lead is on which terminal, where control power comes from.

#include "sim/grid/source.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace meter::sim {

enum class Service : std::uint8_t {
    Wye,
    Delta,
    SplitPhase,
    SinglePhase,
    CornerGroundedDelta,
    HighLegDelta,
};

enum class Conductor : std::uint8_t { A, B, C, N, Open };
inline constexpr std::size_t kTerminalCount = 4; ///< A, B, C, N.

/// What a rope CT encloses: turns of conductors A, B, C, N, negative the other way round.
struct Rope {
    std::array<std::int8_t, 4> turns{};

    constexpr Rope() = default;

    /// One conductor once, or none. Implicit, since most ropes are that.
    constexpr Rope(Conductor conductor) { // NOLINT(*-explicit-*)
        if (conductor != Conductor::Open) {
            turns[static_cast<std::size_t>(conductor)] = 1;
        }
    }

    /// The first conductor that it encloses, whichever way round; Open: none.
    [[nodiscard]] constexpr Conductor conductor() const {
        for (std::size_t index = 0; index < turns.size(); ++index) {
            if (turns[index] != 0) {
                return static_cast<Conductor>(index);
            }
        }
        return Conductor::Open;
    }

    friend constexpr bool operator==(const Rope&, const Rope&) = default;
};

/// What is connected to a current input.
enum class CtType : std::uint8_t {
    Rope,  ///< What belongs there.
    FiveA, ///< A current-output CT, which the guide forbids.
};

enum class ControlPowerKind : std::uint8_t { OwnAc, OwnDc, FromService };

struct ControlPower {
    ControlPowerKind kind = ControlPowerKind::OwnAc;
    double voltageV = 120.0;       ///< Own supply: RMS or DC.
    Conductor from = Conductor::A; ///< FromService: the two conductors.
    Conductor to = Conductor::N;
    double ratio = 1.0; ///< FromService: of the control power transformer; 1: there is none.

    friend bool operator==(const ControlPower&, const ControlPower&) = default;
};

struct Installation {
    Service service = Service::Wye;
    int highLeg = 1;          ///< Phase index of the high leg (B).
    double ctRatingA = 100.0; ///< Really fitted.
    double ptRating = 1.0;
    /// Per terminal A, B, C, N: the conductor it is on.
    std::array<Conductor, kTerminalCount> voltageLeads = {Conductor::A, Conductor::B, Conductor::C,
                                                          Conductor::N};
    PerPhase<bool> ptReversed{}; ///< Polarity of the PTs before the terminals A, B, C.
    /// Per CT input: what its rope encloses.
    PerPhase<Rope> ctLeads = {Conductor::A, Conductor::B, Conductor::C};
    PerPhase<bool> ctReversed{};
    PerPhase<double> ctPhaseDeg{};               ///< The measured current leads by this.
    PerPhase<double> ctOutput = {1.0, 1.0, 1.0}; ///< Of that of the rope that is meant.
    PerPhase<CtType> ctType{};
    /// The switch in the voltage leads A, B, C; N and the control power do not go through it.
    bool isDisconnectClosed = true;
    PerPhase<bool> isFuseGood = {true, true, true}; ///< In the voltage leads.
    bool isControlFuseGood = true;                  ///< In the control power.
    ControlPower controlPower{};
    bool isControlSupplyGood = true; ///< Of the meter: damaged by too high a voltage, or not.
    bool isControlPowerOn = true;    ///< Timeline `power: off`.
    double ambientC = 25.0;

    friend bool operator==(const Installation&, const Installation&) = default;
};

/// Control power reaches the meter as far as switch, fuse and its own supply go.
[[nodiscard]] constexpr bool isControlPowerConnected(const Installation& installation) {
    return installation.isControlPowerOn && installation.isControlFuseGood &&
           installation.isControlSupplyGood;
}

/// How a meter hangs on its RS-485 line (docs/line-faults.md has what follows from it).
struct LineWiring {
    bool isReversed = false;      ///< + and − exchanged.
    bool isOpen = false;          ///< A wire is broken or loose.
    bool isShieldOpen = false;    ///< The shield is nowhere connected to earth.
    std::uint8_t terminators = 2; ///< One at each end of the line is right.
    double lengthM = 300.0;

    friend bool operator==(const LineWiring&, const LineWiring&) = default;
};

/// The serial line's own behaviour (docs/scenarios.md, line).
struct LineSettings {
    bool isPaced = true; ///< Bytes take their time at the baud rate.
    LineWiring wiring{};

    friend bool operator==(const LineSettings&, const LineSettings&) = default;
};

/// Everything around the meter that can change while it runs.
struct World {
    Source source{};
    Load load{};
    Installation installation{};
    LineSettings line{};

    friend bool operator==(const World&, const World&) = default;
};

} // namespace meter::sim
