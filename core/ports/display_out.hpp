// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The LCD. Called only when the glass changed.

#include "core/ports/glass.hpp"

namespace meter {

class DisplayOut {
public:
    virtual void show(const Glass& glass) = 0;

protected:
    ~DisplayOut() = default;
};

} // namespace meter
