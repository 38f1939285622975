// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values read from a meter by name or number: fetches the scale factors that they need, picks
// the finer of integer and float, and writes the outcome as text, JSON or CSV.

#include "app/master/modbus_master.hpp"
#include "app/master/register_request.hpp"
#include "sim/base/result.hpp"
#include "sim/registers/register_value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {

struct MeterValue {
    std::uint16_t number = 0;
    std::string name; ///< Empty where the point map has none, or only a part of it was read.
    std::string unit;
    std::optional<double> value; ///< None: the meter says invalid.
    int decimals = -1;           ///< Digits behind the point; below 0: as many as it has.
    std::vector<std::uint16_t> words;
};

class MeterReader final {
public:
    explicit MeterReader(ModbusMaster& master) : m_master(master) {}

    /// The values of one request, ascending.
    sim::Result<std::vector<MeterValue>> read(const ReadRequest& request);

private:
    sim::Result<std::vector<MeterValue>> readRange(std::uint16_t number, int count);
    sim::Result<MeterValue> readNamed(const std::string& name);
    sim::Result<MeterValue> readRow(const NamedRegister& target);
    sim::Result<ScaleFactors> scalesFor(const RegisterRow& row);

    ModbusMaster& m_master;
    std::optional<ScaleFactors> m_scales; ///< Fetched when first needed.
};

/// Everything that an S4000-R has, in a few blocks.
[[nodiscard]] std::vector<ReadRequest> wholeMapRequests();

/// The digits, or "invalid".
[[nodiscard]] std::string numberTextOf(const MeterValue& value);
[[nodiscard]] std::string textOfValues(const std::vector<MeterValue>& values);
[[nodiscard]] std::string jsonOfValues(const std::vector<MeterValue>& values);
/// The same list on one line, without a line feed.
[[nodiscard]] std::string jsonLineOfValues(const std::vector<MeterValue>& values);
[[nodiscard]] std::string csvOfValues(const std::vector<MeterValue>& values);

} // namespace meter::app
