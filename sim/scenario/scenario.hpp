// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A scenario as values: what the YAML file says once it is read and found right
// (docs/scenarios.md). Nothing here refers back to the file but for messages.

#include "core/metering/demand.hpp"
#include "core/metering/energy_counters.hpp"
#include "core/ports/glass.hpp"
#include "core/settings/settings.hpp"
#include "sim/base/result.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/faults/fault_call.hpp"
#include "sim/grid/load_profile.hpp"
#include "sim/installation/accuracy.hpp"
#include "sim/installation/installation.hpp"
#include "sim/line/line_fault.hpp"
#include "sim/scenario/profile_request.hpp"
#include "sim/scenario/scenario_master.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace meter::sim {

class ReplaySignal;

/// meter.energies: what a meter has counted before the scenario begins, in Wh, VAh and VARh.
struct StartEnergies {
    std::optional<double> real;
    PerPhase<std::optional<double>> realOfPhase; ///< None: equal shares of `real`.
    std::optional<double> apparent;              ///< None: as much as `real`.
    std::optional<double> reactive;

    [[nodiscard]] bool isSaid() const;
    /// What its accumulators hold, for a meter of this system type.
    [[nodiscard]] EnergyCounters counters(SystemType type) const;
};

/// meter.counters: what else a meter keeps of its life before the scenario; 0 where not said.
struct StartCounters {
    std::optional<std::uint16_t> energyResets;   ///< Register 147.
    std::optional<std::uint16_t> powerUps;       ///< What 152 reads once the scenario has begun.
    std::optional<std::uint32_t> realPulses;     ///< 43/44.
    std::optional<std::uint32_t> reactivePulses; ///< 45/46.
    std::array<std::optional<double>, kPowerCount> demandMax; ///< 40–42, in W, VAR, VA.

    [[nodiscard]] bool isSaid() const;
};

// Timeline ---------------------------------------------------------------------------------

/// A dotted key ("source.voltage.B") and its value as written; resolved by parameter_table.
struct SetAction {
    std::vector<std::pair<std::string, double>> values; ///< Key without per-phase maps, base unit.
};

struct PressAction {
    /// Down and Up are one edge each, for hands that do not keep to presses.
    enum class Stroke : std::uint8_t { Press, Down, Up };

    struct Press {
        Key key = Key::Plus;
        SampleTime hold = 0; ///< 0: a short press.
        Stroke stroke = Stroke::Press;
    };

    std::vector<Press> presses;
};

struct WriteAction {
    std::vector<std::pair<std::uint16_t, std::uint16_t>> registers; ///< Number of the guide, value.
};

struct PowerAction {
    bool isOn = false;
};

struct SaveAction {
    std::string bookmark;
};

/// A fault or preset of the library.
struct ApplyAction {
    std::string name;
    std::vector<FaultStep> steps;
    std::vector<FaultText> parameters{}; ///< As they were written, if they were.
};

/// Ends faults that were applied.
struct ClearAction {
    std::string name; ///< As it was applied; empty: all of them.
};

/// Another meter takes the place of the one that is wired in; its memory comes with it.
struct SwapAction {
    /// Keys below `meter` in which it differs from the scenario's own; energies are its own.
    std::vector<std::pair<std::string, double>> values;
};

using TimelineAction = std::variant<SetAction,
                                    PressAction,
                                    WriteAction,
                                    PowerAction,
                                    SaveAction,
                                    ApplyAction,
                                    ClearAction,
                                    LineAction,
                                    SwapAction>;

struct TimelineEntry {
    SampleTime at = 0;
    TimelineAction action;
    std::optional<SampleTime> forDuration;  ///< Then back to what it was.
    std::optional<SampleTime> rampDuration; ///< Reach the value linearly.
    std::optional<SampleTime> every;
    std::optional<int> times; ///< With `every`; none = for ever.
    Place place{};
};

// Expectations -----------------------------------------------------------------------------

struct Expectation {
    enum class When : std::uint8_t { At, FromTo, By };
    When when = When::At;
    SampleTime from = 0; ///< At: the moment.
    SampleTime to = 0;

    enum class Subject : std::uint8_t { Register, Display, Output, Master };
    Subject subject = Subject::Register;
    std::string name; ///< Register name or number; "alarm", "energy_pulses".
    std::optional<MasterExpectation> ofMaster; ///< Of that subject.

    std::optional<double> equals;
    std::optional<double> within; ///< Absolute, already resolved from percent.
    std::optional<double> above;
    std::optional<double> below;
    std::optional<std::pair<double, double>> between;
    std::vector<std::pair<int, bool>> bits;
    std::optional<bool> isValid;
    std::optional<bool> isClosed; ///< Output state.
    std::optional<std::string> label;
    std::optional<std::string> value;
    std::optional<std::vector<std::string>> icons;

    std::string text; ///< As written, for reports.
    Place place{};
};

struct Scenario {
    std::string file; ///< Empty for the built-in one.
    std::string name;
    std::uint64_t seed = 0;
    std::optional<SampleTime> duration; ///< None: for ever.
    Factory meter{};                    ///< Serial, variant, rules, boot, installer's settings.
    StartEnergies startEnergies{};      ///< Of a meter whose memory is blank.
    StartCounters startCounters{};      ///< Likewise.
    Accuracy accuracy = Accuracy::Ideal;
    World world{};
    LoadProfile loadProfile;
    ProfileRequest loadProfileRequest; ///< What it was read from.
    SourceProfile sourceProfile;
    ProfileRequest sourceProfileRequest;
    Errors warnings; ///< Of the reader: gaps, guesses, a supply beyond its limits.
    std::shared_ptr<const ReplaySignal> replay; ///< If there is one: instead of source and load.
    std::vector<ScenarioMaster> masters;        ///< Played in runs only.
    std::vector<TimelineEntry> timeline;
    std::vector<Expectation> expect;
};

} // namespace meter::sim
