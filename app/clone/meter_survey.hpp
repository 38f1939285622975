// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that a meter of the family says of itself, by reads alone: who it is, how it is set up,
// what it has counted and what it reads at this moment.

#include "app/master/identity_fields.hpp"
#include "app/master/meter_values.hpp"
#include "sim/registers/register_value.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {

struct MeterSurvey {
    MeterIdentity identity;
    std::map<std::string, MeterValue> values; ///< By name: the finer of integer and float.
    std::vector<std::string> refused;         ///< Names whose registers it has not.
    ScaleFactors scales{};
    bool hasLog = false;     ///< The registers of the logging variant are there.
    bool fillsHoles = false; ///< Undefined registers are answered.

    /// None: invalid, or refused.
    [[nodiscard]] std::optional<double> value(const std::string& name) const;
    /// What one count of the name's integer is worth; 0: it has none.
    [[nodiscard]] double step(const std::string& name) const;
};

/// Names of the point map that every meter of the family should have, reserved ones left out.
[[nodiscard]] std::vector<ReadRequest> surveyRequests();

[[nodiscard]] Answer<MeterSurvey> surveyMeter(ModbusMaster& master);

} // namespace meter::app
