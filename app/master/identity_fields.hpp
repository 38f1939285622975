// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who a meter says that it is, as names and texts: the answers to functions 17 and 43/14.

#include "app/master/modbus_master.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meter::app {

struct MeterIdentity {
    std::optional<ReportedId> report; ///< None: function 17 had no answer.
    IdentityObjects objects;
};

using IdentityFields = std::vector<std::pair<std::string, std::string>>;

/// slave_id, status, description, vendor, product_code, version … as far as they are known.
[[nodiscard]] IdentityFields identityFieldsOf(const MeterIdentity& identity);

} // namespace meter::app
