// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One of the two that are compared: a meter on a link, the meter of a scenario in virtual time,
// or the record of a run.

#include "app/compare/record_table.hpp"
#include "app/compare/simulated_meter.hpp"
#include "app/master/master_options.hpp"
#include "app/master/meter_values.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {

/// "tcp:HOST:PORT/UNIT", "rtu:DEVICE/UNIT", "rtu-tcp:…", "rfc2217:…" as options of a master;
/// none: it is no meter on a link. Without /UNIT it is 1.
[[nodiscard]] std::optional<MasterOptions> linkOf(const std::string& text,
                                                  const MasterOptions& common);

/// A value of one side at a moment.
struct SideValue {
    std::optional<double> value; ///< None: invalid, or not there.
    std::string shown;           ///< With its unit; "invalid"; what the failure was.
    bool isAnswered = true;
    int exception = 0;
    double grain = 0.0; ///< What the value is rounded to: a count, or a float's last bit.
};

class CompareSide {
public:
    /// A wrong text or file, or nobody there, is an error.
    [[nodiscard]] static sim::Result<CompareSide> open(const std::string& text,
                                                       const MasterOptions& common);

    [[nodiscard]] const std::string& name() const { return m_name; }

    /// It lives in wall time.
    [[nodiscard]] bool isLive() const { return m_link.has_value(); }

    /// Null: a record.
    [[nodiscard]] ModbusMaster* master();

    [[nodiscard]] const RecordTable* record() const { return m_record ? &*m_record : nullptr; }

    /// To so many seconds since its start; a live one is where it is.
    void goTo(double second);

    /// In the order asked.
    [[nodiscard]] std::vector<SideValue> read(const std::vector<ReadRequest>& requests);

private:
    std::string m_name;
    std::optional<ModbusMaster> m_link;
    std::unique_ptr<SimulatedMeter> m_simulated;
    std::optional<RecordTable> m_record;
    double m_second = 0.0;
};

} // namespace meter::app
