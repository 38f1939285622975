// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who is there: asks every address of a line or behind a TCP address, at every baud rate and
// parity that comes into question, and asks those who answer for their names.

#include "app/master/modbus_master.hpp"
#include "sim/base/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::app {

struct FoundUnit {
    int unit = 0;
    int baud = 0; ///< 0 over TCP, as the parity.
    std::string parity;
    bool isGarbled = false;  ///< Something is there, and cannot be understood.
    std::string text;        ///< Answer to function 17; empty: it has none.
    IdentityObjects objects; ///< Answer to function 43/14.
};

/// "1-247", "1,5,10-12": ascending, each once.
[[nodiscard]] sim::Result<std::vector<int>> unitListOf(std::string_view text);
/// "9600,19200" or "all".
[[nodiscard]] sim::Result<std::vector<int>> baudListOf(std::string_view text);
/// "none,even" or "all".
[[nodiscard]] sim::Result<std::vector<std::string>> parityListOf(std::string_view text);

/// Asks the units on an open connection; `found` gets each as it answers, `asked` every unit
/// before it is asked and returns false to end the scan.
sim::Result<void> scanUnits(ModbusMaster& master,
                            const std::vector<int>& units,
                            const std::function<bool(int unit)>& asked,
                            const std::function<void(FoundUnit)>& found);

} // namespace meter::app
