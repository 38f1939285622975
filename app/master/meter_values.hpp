// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values read from a meter by name or number, in as few requests as they take, and written as
// text, JSON or CSV.

#include "app/master/modbus_master.hpp"
#include "sim/registers/read_plan.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {

using sim::MeterValue;
using sim::ReadRequest;

/// What was read before the first failure, in the order asked, and that failure.
struct MeterReading {
    std::vector<MeterValue> values;
    std::optional<MasterError> failure;
};

/// Adjacent registers share one request. Where that is refused, each one is asked by itself, so
/// that one register that a meter has not hides no other.
[[nodiscard]] MeterReading readMeter(ModbusMaster& master,
                                     const std::vector<ReadRequest>& requests);

/// The values of one request, or why there are none.
using RequestValues = std::expected<std::vector<MeterValue>, MasterError>;

/// The same for every request by itself. A failure that is no refusal is that of all requests
/// whose words had not come by then.
[[nodiscard]] std::vector<RequestValues> readEach(ModbusMaster& master,
                                                  const std::vector<ReadRequest>& requests);

[[nodiscard]] std::string textOfValues(const std::vector<MeterValue>& values);
[[nodiscard]] std::string jsonOfValues(const std::vector<MeterValue>& values);
/// The same list on one line, without a line feed.
[[nodiscard]] std::string jsonLineOfValues(const std::vector<MeterValue>& values);
[[nodiscard]] std::string csvOfValues(const std::vector<MeterValue>& values);

} // namespace meter::app
