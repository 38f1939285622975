// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who is there: asks every address of a line or behind a TCP address, and asks those who answer
// for their names. What answers for another address, or too late, is nobody.

#include "app/master/identity_fields.hpp"
#include "app/master/modbus_master.hpp"
#include "sim/base/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::app {

enum class UnitState : std::uint8_t {
    Meter,    ///< Answers with a register.
    Refusal,  ///< Answers with an exception.
    Nonsense, ///< Bytes come that are no answer: two units at one address, another baud rate.
};

struct FoundUnit {
    int unit = 0;
    int baud = 0; ///< 0 over TCP, as the parity.
    std::string parity;
    UnitState state = UnitState::Meter;
    int exception = 0; ///< Of a refusal.
    MeterIdentity identity;
};

/// "meter", "refusal" or "nonsense".
[[nodiscard]] const char* nameOf(UnitState state);

/// "1-247", "1,5,10-12": ascending, each once.
[[nodiscard]] sim::Result<std::vector<int>> unitListOf(std::string_view text);
/// "9600,19200" or "all".
[[nodiscard]] sim::Result<std::vector<int>> baudListOf(std::string_view text);
/// "none,even" or "all".
[[nodiscard]] sim::Result<std::vector<std::string>> parityListOf(std::string_view text);

/// Asks the units on an open link; `found` gets each as it answers, `asked` every unit before it
/// is asked. Either returns false to end the scan.
sim::Result<void> scanUnits(ModbusMaster& master,
                            const std::vector<int>& units,
                            const std::function<bool(int unit)>& asked,
                            const std::function<bool(FoundUnit)>& found);

} // namespace meter::app
