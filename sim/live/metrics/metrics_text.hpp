// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a live twin measures and what it was asked, in the text format of Prometheus (0.0.4).
// Energies in kWh, power in kW, as the registers have them; what a meter does not answer is
// left out.

#include "sim/live/control/controlled_twin.hpp"

#include <string>

namespace meter::sim::live {

[[nodiscard]] std::string metricsText(ControlledTwin& twin);

} // namespace meter::sim::live
