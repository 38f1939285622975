// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the dock does to the wiring, on the simulation's thread. A lead that is moved by hand
// takes over what faults of the wiring had made of it, so that the picture is what counts.

#include "gui/wiring/wiring_presets.hpp"
#include "sim/installation/installation.hpp"

#include <QString>

#include <optional>
#include <string>

namespace meter::sim {
class Simulation;
}

namespace meter::gui {

/// One thing at a time: a lead, a rope, what else a rope goes round, which way round the rope is,
/// a fuse (blown or replaced), the disconnect of the voltage leads (opened or closed).
struct WiringEdit {
    enum class Kind { Lead, Rope, Turns, Flip, Fuse, Disconnect };
    Kind kind = Kind::Lead;
    std::size_t index = 0; ///< Terminal A, B, C, N; CT input A, B, C.
    sim::Conductor to = sim::Conductor::Open;
    sim::Rope rope{}; ///< Of Turns.
};

/// Each answers with a refusal, empty if it was done.
[[nodiscard]] QString carryOut(sim::Simulation& simulation, const WiringEdit& edit);
/// Faults of the wiring end, and what they made of it stays.
void takeOverWiring(sim::Simulation& simulation);
[[nodiscard]] QString putRight(sim::Simulation& simulation);
/// A preset of the library; `powerFactor` ("0.866 lagging") is set as well unless it is empty.
[[nodiscard]] QString
makeMistake(sim::Simulation& simulation, const std::string& name, const std::string& powerFactor);
/// Wires it; sets the meter as well, through its registers, if asked.
[[nodiscard]] QString
wire(sim::Simulation& simulation, const WiringPreset& preset, bool isMeterSet);
/// Writes the system type that fits the service, and CT size and PT ratio as fitted.
[[nodiscard]] QString setMeterAsFitted(sim::Simulation& simulation);

/// True if it changes nothing but the installation.
[[nodiscard]] bool isWiringFault(const std::string& name, const sim::World& world);
/// The mistake of the library that is made, if one is.
[[nodiscard]] std::string madeMistake(const sim::Simulation& simulation);
/// The same world with a preset laid over it.
[[nodiscard]] sim::World worldWith(const std::string& preset, const sim::World& world);

} // namespace meter::gui
