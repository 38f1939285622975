// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What masters on the wire and the person at the keys can do to the meter: the one path for
// both. The meter implements it; the register bank and the front panel are its users.

#include "core/access/readings.hpp"
#include "core/base/status.hpp"
#include "core/settings/settings.hpp"

#include <cstdint>

namespace meter {

class DataLog;

class MeterControl {
public:
    [[nodiscard]] virtual const Readings& readings() const = 0;
    [[nodiscard]] virtual const Factory& factory() const = 0;
    /// Judges (settings_rules), stores and applies; recalculates the configuration before it
    /// returns. Refused: nothing changes.
    virtual Status applySettings(const Settings& candidate) = 0;
    virtual void clearEnergies() = 0;         ///< 30078: acts at once, counts in register 147.
    virtual void clearPulseCounts() = 0;      ///< 16498: acts at once.
    virtual void requestSubinterval() = 0;    ///< 21211: at the end of the running cycle.
    virtual void requestMaxDemandReset() = 0; ///< 21212: at the end of the running cycle.
    virtual void setPowerUpCount(std::uint16_t count) = 0;
    /// Null unless the variant has a log.
    [[nodiscard]] virtual DataLog* dataLog() = 0;

protected:
    ~MeterControl() = default;
};

} // namespace meter
