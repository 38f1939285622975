// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The point map in the words of other programs, ready to be pasted there. Each name once: the
// float where there is one, else the integer; what is scaled by the meter's own scale registers
// and has no float cannot be said in those words and is left out.

#include "app/base/text_values.hpp"

#include <string>

namespace meter::app {

struct ExportTarget {
    HostPort tcp{"127.0.0.1", 1502};
    int unit = 1;
};

/// Lines for a shell, one a point.
[[nodiscard]] std::string mbpollLines(const ExportTarget& target);
/// TOML for the modbus input of Telegraf.
[[nodiscard]] std::string telegrafConfiguration(const ExportTarget& target);
/// YAML for the modbus integration of Home Assistant.
[[nodiscard]] std::string homeAssistantConfiguration(const ExportTarget& target);
/// JSON to import into Node-RED, with the nodes of node-red-contrib-modbus.
[[nodiscard]] std::string nodeRedFlow(const ExportTarget& target);
/// JSON for the Modbus connector of the ThingsBoard gateway.
[[nodiscard]] std::string thingsboardConnector(const ExportTarget& target);

} // namespace meter::app
