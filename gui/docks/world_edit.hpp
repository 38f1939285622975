// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Changes to the world as people write them ("69.3 kV", "0.9 lagging", "70 %"), carried to the
// simulation through the scenario's own table of parameters: one path for window and file.

#include "sim/base/result.hpp"
#include "sim/keys/parameter_table.hpp"

#include <QString>

#include <functional>
#include <string>
#include <vector>

class QObject;

namespace meter::sim {
class Simulation;
}

namespace meter::gui {

class LiveMeter;

struct ParameterText {
    std::string key; ///< "source.voltage.B", "load.current".
    std::string text;
};

using ParameterTexts = std::vector<ParameterText>;

/// All or none. Percent is of what the scenario begins with, as in its timeline.
[[nodiscard]] sim::Result<void> applyTexts(sim::Simulation& simulation,
                                           const ParameterTexts& texts);

/// What percents are of: the world as the scenario begins, with the service that is wired now.
[[nodiscard]] sim::World baseWorld(const sim::Simulation& simulation);

/// The answer is empty if it was done, else a sentence that says why not.
using Answered = std::function<void(const QString& refusal)>;
/// Done to the simulation before, unless the texts are refused.
using Preparation = std::function<void(sim::Simulation&)>;
void setParameters(LiveMeter& meter,
                   ParameterTexts texts,
                   QObject* receiver,
                   Answered answered,
                   Preparation preparation = {});

/// A value as a field shows it: five figures, large ones in kV or kA.
[[nodiscard]] QString fieldText(const std::string& key, double value);

} // namespace meter::gui
