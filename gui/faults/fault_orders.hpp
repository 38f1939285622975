// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The simulation's faults as the window needs them: apply by name with parameters as written,
// end, and what acts now. All of it runs on the simulation's thread through LiveMeter.

#include "gui/live/live_meter.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace meter::gui {

/// As somebody filled it in.
struct FaultOrder {
    std::string name;
    std::vector<sim::FaultText> parameters;
    std::string duration; ///< "2 s", "12 cycles"; empty: the fault's own, or until it is ended.
};

struct FaultRefusal {
    QString text;
    std::string parameter; ///< Which one it is about; empty: the fault itself.
};

using FaultRefusals = std::vector<FaultRefusal>;

/// What acts now or is still to begin; parts that were applied together are one.
struct RunningFault {
    std::string name;
    SampleTime begin = 0;
    std::optional<SampleTime> end;

    friend bool operator==(const RunningFault&, const RunningFault&) = default;
};

using RunningFaults = std::vector<RunningFault>;

/// Applies it, or says everything that is wrong with it.
[[nodiscard]] FaultRefusals carryOut(sim::Simulation& simulation, const FaultOrder& order);
[[nodiscard]] RunningFaults runningFaults(const sim::Simulation& simulation);

void applyFault(LiveMeter& meter,
                FaultOrder order,
                QObject* receiver,
                std::function<void(const FaultRefusals&)> answer);
void endFaults(LiveMeter& meter, const std::string& name); ///< All if it is empty.

} // namespace meter::gui
