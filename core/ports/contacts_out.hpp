// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two solid-state contacts. Called on each edge, with the sample at which it happens.

#include "core/base/sample_time.hpp"

namespace meter {

class ContactsOut {
public:
    /// N.O. real-energy contact; true = closed.
    virtual void setEnergyPulse(bool isClosed, SampleTime at) = 0;
    /// N.C. alarm contact; true = closed = phase loss (or the meter has no power).
    virtual void setAlarm(bool isClosed, SampleTime at) = 0;

protected:
    ~ContactsOut() = default;
};

} // namespace meter
