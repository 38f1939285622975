// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The point map in the words of programs that want more than addresses: energy managers,
// Prometheus, SCADA..

#include "app/export/map_export.hpp"

#include <string>

namespace meter::app {

/// evcc: a meter of type custom for evcc.yaml.
[[nodiscard]] std::string evccMeter(const ExportTarget& target);
/// Prometheus modbus_exporter: modbus.yml with one module.
[[nodiscard]] std::string modbusExporterConfiguration(const ExportTarget& target);
/// OpenEMS Edge: the class of a meter.
[[nodiscard]] std::string openemsMeter(const ExportTarget& target);
/// mbmd: a meter for meters/rs485.
[[nodiscard]] std::string mbmdMeter(const ExportTarget& target);
/// Kepware (KEPServerEX): tags of a Modbus device as CSV.
[[nodiscard]] std::string kepwareTags(const ExportTarget& target);
/// Ignition: tags of a Modbus device named leviton_4000r, as JSON.
[[nodiscard]] std::string ignitionTags(const ExportTarget& target);

} // namespace meter::app
